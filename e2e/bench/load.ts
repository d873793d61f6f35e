import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { quantile } from './bench-hub.ts'

/** Something that answers calls: by HTTP, or as a program that reads lines. */
export type Target =
  | { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | {
      readonly command: readonly string[]
      readonly env: Readonly<Record<string, string>>
      readonly body: string
      /** What has to be said before the first call. */
      readonly first?: readonly string[]
    }

interface Plan {
  readonly rounds: number
  readonly calls: number
  readonly inFlight: number
}

interface Measured {
  readonly times: readonly number[]
  readonly ms: number
  readonly status: number
  readonly text: string
}

/** Times in milliseconds, and how many calls a second came back. */
export interface Figures {
  readonly p50: number
  readonly p99: number
  readonly perSecond: number
  readonly calls: number
}

/**
 * Measures every target in turns, so that a busy moment of the machine meets all of them. A first round warms up.
 *
 * @param expected what each answer has to hold
 * @throws when a target answers anything else
 */
export async function measure(
  targets: Readonly<Record<string, Target>>,
  expected: string,
  { rounds, calls, inFlight }: Plan,
): Promise<ReadonlyMap<string, Figures>> {
  const worker = new Worker(new URL('./load-client.mjs', import.meta.url))
  const all = new Map<string, Measured[]>(Object.keys(targets).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, target] of Object.entries(targets)) {
      worker.postMessage({ target, calls, inFlight })
      const [measured] = (await once(worker, 'message')) as [Measured]
      const { status, text } = measured
      if (status !== 200 || !text.includes(expected) || text.includes('"isError":true')) {
        throw new Error(`${name} answered ${status}: ${text.slice(0, 2_000)}`)
      }
      if (round > 0) all.get(name)?.push(measured)
    }
  }
  await worker.terminate()
  return new Map([...all].map(([name, list]) => [name, figuresOf(list)]))
}

/** One line a target, beside the first one. */
export function report(figures: ReadonlyMap<string, Figures>): void {
  const [base] = figures.values()
  const width = Math.max(...[...figures.keys()].map(({ length }) => length))
  for (const [name, { p50, p99, perSecond, calls }] of figures) {
    const ratio = p50 / (base?.p50 ?? Number.NaN)
    console.log(
      `${name.padEnd(width)}  p50 ${p50.toFixed(3)} ms  p99 ${p99.toFixed(3)} ms  ${perSecond.toFixed(0).padStart(6)} calls/s  ${ratio.toFixed(2)}x  (${calls} calls)`,
    )
  }
}

function figuresOf(list: readonly Measured[]): Figures {
  const times = list.flatMap(({ times }) => [...times])
  const ms = list.reduce((sum, measured) => sum + measured.ms, 0)
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    perSecond: (times.length / ms) * 1_000,
    calls: times.length,
  }
}
