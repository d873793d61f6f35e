import { create } from 'zustand'
import type { HubEvents } from '../../preload/contract/events.ts'
import { request } from '../hub.ts'

type Progress = HubEvents['activity.progress']

/** How far work on the whole log has come; nothing for what does not run. */
export const useActivityJobs = create<Partial<Record<Progress['job'], Progress>>>(() => ({}))

export function acceptProgress(progress: Progress): void {
  useActivityJobs.setState({ [progress.job]: progress })
}

/** Runs work that tells how far it is. */
export async function watched<T>(job: Progress['job'], work: () => Promise<T>): Promise<T> {
  useActivityJobs.setState({ [job]: undefined })
  try {
    return await work()
  } finally {
    useActivityJobs.setState({ [job]: undefined })
  }
}

export function stopJob(job: Progress['job']): void {
  void request('activity.cancel', { job })
}
