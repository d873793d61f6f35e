import type { HubEvents } from '../../preload/contract/events.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'

type Job = HubEvents['activity.progress']['job']

interface Watch {
  readonly signal: AbortSignal
  onProgress(done: number): void
}

/** Work that goes through the whole log: one of a kind at a time, watched, and stopped when asked. */
export interface Jobs {
  /** @throws HubError RATE_LIMITED while one of the kind runs */
  run<T>(job: Job, total: number, work: (watch: Watch) => Promise<T>): Promise<T>
  cancel(job: Job): void
}

/** Progress is told in so many steps. */
const STEPS = 100

export function createJobs(onProgress: (progress: HubEvents['activity.progress']) => void): Jobs {
  const running = new Map<Job, AbortController>()
  return {
    async run(job, total, work) {
      if (running.has(job)) throw new HubError('RATE_LIMITED', sentences.audit.underWay)
      const controller = new AbortController()
      running.set(job, controller)
      let told = 0
      const tell = (done: number): void => {
        if (done - told < total / STEPS) return
        told = done
        onProgress({ job, done, total })
      }
      try {
        return await work({ signal: controller.signal, onProgress: tell })
      } finally {
        running.delete(job)
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  }
}
