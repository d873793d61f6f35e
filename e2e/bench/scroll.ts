import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fillLog } from '../fixtures/long-log.ts'
import { framesOf, scrollScript, type Scrolled } from '../fixtures/scroll.ts'
import { connectDevtools, type Devtools } from './devtools.ts'

const LINES = 100_000
const FRAMES = 600
/** As a turn of a wheel in every frame, and as somebody who drags the bar. */
const STEPS = [100, 1_000]
const LONGEST_MS = 60_000

const launch = JSON.parse(process.env['GATEHOUSE_LAUNCH'] ?? '[]') as string[]
if (launch.length === 0) throw new Error('Run this bench with `npm run bench`.')
const dataFolder = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'))

// The first start makes the tables.
await withApp((devtools) => until(devtools, "document.querySelector('main h1') !== null"))
fillLog(dataFolder, LINES)
await withApp(async (devtools) => {
  await measure(devtools, 'a page that stands still', 0)
  await devtools.evaluateInPage("location.hash = '#/activity'")
  await until(devtools, "document.querySelector('[role=grid] code') !== null")
  for (const step of STEPS) await measure(devtools, `${LINES} lines, ${step} px a frame`, step)
})
rmSync(dataFolder, { recursive: true, force: true })

async function withApp(work: (devtools: Devtools) => Promise<void>): Promise<void> {
  const [electron = '', ...args] = launch
  const options = [`--user-data-dir=${dataFolder}`, '--remote-debugging-port=0']
  const child = spawn(electron, [...args, ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const devtools = await connectDevtools(await debuggingUrl(child))
  try {
    await work(devtools)
  } finally {
    devtools.close()
    child.kill('SIGTERM')
    await ended
  }
}

async function until(devtools: Devtools, condition: string): Promise<void> {
  const end = Date.now() + LONGEST_MS
  while ((await devtools.evaluateInPage(condition)) !== true) {
    if (Date.now() > end) throw new Error(`The window never showed: ${condition}`)
    await wait(100)
  }
}

/** Two looks at the same way: the page's own clock, and a trace of what was really drawn. */
async function measure(devtools: Devtools, name: string, step: number): Promise<void> {
  let scrolled: Scrolled = { times: [], empty: 0 }
  const traced = await devtools.traceFrames(async () => {
    scrolled = (await devtools.evaluateInPage(scrollScript(FRAMES, step))) as Scrolled
  })
  print(name, scrolled)
  const [first, end] = [traced.drawn[0], traced.drawn.at(-1)]
  // A page that stands still has hardly anything to draw.
  if (step === 0 || first === undefined || end === undefined || first === end) return
  const perSecond = (1_000 * (traced.drawn.length - 1)) / (end - first)
  console.log(
    `${''.padEnd(30)} by trace ${perSecond.toFixed(1)} frames/s  ${traced.drawn.length} drawn, ${traced.dropped} dropped`,
  )
}

function print(name: string, scrolled: Scrolled): void {
  const { perSecond, p95 } = framesOf(scrolled)
  const gaps = scrolled.empty === 0 ? '' : `, rows missing in ${scrolled.empty} looks`
  console.log(`${name.padEnd(30)} ${perSecond.toFixed(1)} frames/s  p95 ${p95.toFixed(1)} ms${gaps}`)
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
