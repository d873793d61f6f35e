import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connectDevtools } from './devtools.ts'
import { memoryOf, processTree } from './process-tree.ts'

/** The first round fills caches and is not counted. */
const ROUNDS = 12
const SETTLE_MS = 2_000
const LONGEST_START_MS = 60_000

/**
 * Interactive: something has been painted (first contentful paint), and after that the page's main thread has
 * taken up a task and this process has got its answer.
 */
const INTERACTIVE = `new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0]
    if (paint) setTimeout(() => resolve(performance.timeOrigin + paint.startTime))
  })
  observer.observe({ type: 'paint', buffered: true })
})`

interface Sample {
  /** Milliseconds since the process was asked for. */
  readonly paint: number
  readonly interactive: number
  /** MiB of the whole process tree, two seconds later. */
  readonly memory: number
}

interface Subject {
  readonly name: string
  readonly launch: readonly string[]
  readonly dataFolder: string
  readonly samples: Sample[]
}

const subject = (name: string, launch: string | undefined): Subject => {
  if (launch === undefined) throw new Error('Run this bench with `npm run bench`.')
  const dataFolder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))
  return { name, launch: JSON.parse(launch) as string[], dataFolder, samples: [] }
}

async function measure({ name, launch, dataFolder }: Subject): Promise<Sample> {
  const [electron = '', ...args] = launch
  const startedAt = performance.now()
  const child = spawn(electron, [...args, `--user-data-dir=${dataFolder}`, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const limit = setTimeout(() => {
    throw new Error(`${name} showed nothing within a minute.`)
  }, LONGEST_START_MS)
  const devtools = await connectDevtools(await debuggingUrl(child))
  const paintedAt = Number(await devtools.evaluateInPage(INTERACTIVE))
  const interactive = performance.now() - startedAt
  clearTimeout(limit)
  devtools.close()
  await wait(SETTLE_MS)
  const memory = processTree(child.pid ?? 0).reduce((sum, id) => sum + memoryOf(id), 0)
  child.kill('SIGTERM')
  await ended
  return { paint: paintedAt - performance.timeOrigin - startedAt, interactive, memory }
}

function debuggingUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const url = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`It ended before it had a window.\n${text}`)))
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

function report(blank: Subject, gatehouse: Subject): void {
  const of = ({ samples }: Subject, what: keyof Sample): number => median(samples.map((it) => it[what]))
  for (const [what, title, unit] of [
    ['paint', 'first paint', 'ms'],
    ['interactive', 'interactive', 'ms'],
    ['memory', 'memory (PSS)', 'MiB'],
  ] as const) {
    const [base, ours] = [of(blank, what), of(gatehouse, what)]
    const figures = `blank ${base.toFixed(0)} ${unit}  Gatehouse ${ours.toFixed(0)} ${unit}`
    console.log(
      `${title.padEnd(13)} ${figures}  ${(ours / base).toFixed(2)}x  (${blank.samples.length} starts each)`,
    )
  }
}

const blank = subject('blank', process.env['GATEHOUSE_BLANK_LAUNCH'])
const gatehouse = subject('Gatehouse', process.env['GATEHOUSE_LAUNCH'])
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const it of round % 2 === 0 ? [blank, gatehouse] : [gatehouse, blank]) {
    const sample = await measure(it)
    if (round > 0) it.samples.push(sample)
  }
}
report(blank, gatehouse)
for (const { dataFolder } of [blank, gatehouse]) rmSync(dataFolder, { recursive: true, force: true })
