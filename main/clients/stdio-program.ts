import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program for clients that only start programs, at a place that stays when the app itself moves or is mounted. */
export interface StdioProgram {
  readonly path: string
  /** Writes the copy if there is none, or another one. @throws when the disk does not take it */
  install(): void
  /** The same at a start, where a copy is in use. */
  refresh(): void
}

/** @param source the program as it came with the app, which may lie in a mounted image */
export function createStdioProgram(source: string, dataFolder: string): StdioProgram {
  const path = join(dataFolder, 'bin', 'gatehouse-mcp.mjs')
  const install = (): void => {
    const wanted = readFileSync(source)
    if (existsSync(path) && readFileSync(path).equals(wanted)) return
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}.tmp`
    writeFileSync(temporary, wanted, { mode: 0o600, flush: true })
    renameSync(temporary, path)
  }
  return {
    path,
    install,
    refresh() {
      try {
        if (existsSync(path)) install()
      } catch {
        // The older copy goes on working, and the app must start.
      }
    },
  }
}
