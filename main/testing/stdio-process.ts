import { spawn, type ChildProcess } from 'node:child_process'
import { onTestFinished, vi } from 'vitest'
import { stdioProgram } from './stdio-clients.ts'

interface Answer {
  readonly id: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** The stdio program as a bare process, to be written to byte by byte. */
export interface StdioProcess {
  readonly child: ChildProcess
  /** Whole lines that came out, as JSON. */
  readonly lines: readonly Answer[]
  errors(): string
  send(bytes: Buffer | string): void
  /** Waits for the answer to a request. */
  answer(id: string | number | null): Promise<Answer>
  /** @returns the exit code, or the signal's name */
  ended(): Promise<number | string | null>
}

/** @param more arguments and environment */
export function startStdioProgram(
  folder: string,
  token: string | undefined,
  more: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): StdioProcess {
  const { command, args, env } = stdioProgram(folder, token)
  const child = spawn(command, [...args, ...(more.args ?? [])], { env: { ...env, ...more.env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  )
  let text = ''
  let errors = ''
  const lines: Answer[] = []
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (text + chunk).split('\n')
    text = parts.pop() ?? ''
    lines.push(...parts.map((line) => JSON.parse(line) as Answer))
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return {
    child,
    lines,
    errors: () => errors,
    send: (bytes) => void child.stdin.write(bytes),
    answer: (id) =>
      vi.waitFor(
        () => {
          const found = lines.find((line) => line.id === id)
          if (found === undefined) throw new Error(`No answer to ${String(id)}; stderr: ${errors}`)
          return found
        },
        { timeout: 13_000, interval: 5 },
      ),
    ended: () => ended,
  }
}
