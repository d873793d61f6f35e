import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { desktopEntriesFor, findDesktopEntry, type DesktopEntry } from './desktop-entries.ts'
import type { ProtocolHandler } from './platform.ts'

const run = promisify(execFile)
const TIMEOUT_MS = 2_500

interface LinuxOptions {
  readonly scheme: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The paths by which this app is started. */
  readonly programs: readonly string[]
  /** A copy that was not installed has no desktop file, unless somebody wrote one for it. */
  readonly isPackaged: boolean
}

/**
 * On Linux the links of a scheme belong to a desktop file. Electron's own answer knows one name for it only, and
 * reads nobody else's.
 */
export function createLinuxProtocolHandler(options: LinuxOptions): ProtocolHandler {
  const { environment, scheme, isPackaged } = options
  const type = `x-scheme-handler/${scheme}`
  const isOurs = (entry: DesktopEntry): boolean =>
    /^gatehouse\b/i.test(entry.id) || options.programs.includes(entry.program)
  const handler: ProtocolHandler = {
    async owner() {
      const id = await xdgMime(environment, ['query', 'default', type])
      if (id === undefined) return { isOurs: null, name: null }
      if (id === '') return { isOurs: isPackaged ? false : null, name: null }
      const entry = (await findDesktopEntry(environment, id)) ?? { id, name: id, program: '', types: [] }
      return { isOurs: isOurs(entry), name: entry.name }
    },
    async register() {
      const ours = (await desktopEntriesFor(environment, type)).find(isOurs)
      if (ours === undefined) return false
      await xdgMime(environment, ['default', ours.id, type])
      return (await handler.owner()).isOurs === true
    },
  }
  return handler
}

/** @returns what it prints, or undefined where it does not work */
async function xdgMime(
  environment: LinuxOptions['environment'],
  args: readonly string[],
): Promise<string | undefined> {
  try {
    const { stdout } = await run('xdg-mime', [...args], { env: { ...environment }, timeout: TIMEOUT_MS })
    return stdout.trim()
  } catch {
    return undefined
  }
}
