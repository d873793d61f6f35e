import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Order } from './orders.ts'
import type { Said } from './program.ts'

/** What an order is answered with when its process dies. */
export class ProcessDied extends Error {}

/** One process that holds a whole hub. */
export interface Child {
  /** Resolves with the order's result; rejects with ProcessDied when the process dies first. */
  tell(order: Order): Promise<unknown>
  /** `kill -9`. */
  kill(): void
  /** The signal that ended the process. */
  readonly died: Promise<string | null>
}

export interface Children {
  /** The next process; the one after it is made ready meanwhile. */
  next(): Child
  end(): void
}

const ROOT = join(import.meta.dirname, '../../..')

/** Bundles the child's program as the app's own build does, and starts processes of it. */
export async function createChildren(): Promise<Children> {
  // Inside the project, where a bundle finds the database's addon.
  const folder = join(ROOT, 'node_modules/.cache', `gatehouse-kill-${process.pid}-${Date.now()}`)
  mkdirSync(folder, { recursive: true })
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'program.ts'), outDir: folder, target: 'node24' },
  })
  const running = new Set<ChildProcess>()
  const start = (): ChildProcess => {
    const child = fork(join(folder, 'program.js'), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    return child
  }
  let spare = start()
  return {
    next() {
      const child = spare
      spare = start()
      return childOf(child)
    },
    end() {
      for (const child of running) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function childOf(child: ChildProcess): Child {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  const died = once(child, 'exit').then(([, signal]) => signal as string | null)
  void died.then(() => {
    for (const { reject } of waiting.values()) reject(new ProcessDied())
  })
  child.on('message', ({ id, value, failure }: Said) => {
    const order = waiting.get(id)
    waiting.delete(id)
    if (failure === undefined) order?.resolve(value)
    else order?.reject(new Error(failure))
  })
  return {
    tell: (order) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        child.send({ id: last, order }, (error) => error && reject(new ProcessDied()))
      }),
    kill: () => void child.kill('SIGKILL'),
    died,
  }
}
