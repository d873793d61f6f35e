import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIMEOUT_MS = 2_500

/**
 * Which program listens on a port of this computer.
 *
 * @returns its name; null when nobody does, or when the system does not let us see
 */
export async function portOwner(port: number): Promise<string | null> {
  return (process.platform === 'linux' ? await fromProc(port) : await fromLsof(port)) ?? null
}

/** Other people's processes keep their sockets to themselves: then nothing is found. */
async function fromProc(port: number): Promise<string | undefined> {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => ''))
  const inodes = new Set((await Promise.all(tables)).flatMap((table) => listeningInodes(table, port)))
  if (inodes.size === 0) return undefined
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  for (const pid of pids) {
    if (!(await holdsOneOf(pid, inodes))) continue
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
    return name.trim() || undefined
  }
  return undefined
}

/** @param table as proc(5) describes /proc/net/tcp: address and port in hexadecimal, 0A listens */
export function listeningInodes(table: string, port: number): readonly string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) === true && state === '0A')
    .flatMap(([, , , , , , , , , inode]) => inode ?? [])
}

async function holdsOneOf(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`
  const handles = await readdir(folder).catch(() => [])
  const targets = await Promise.all(handles.map((one) => readlink(`${folder}/${one}`).catch(() => '')))
  return targets.some((target) => inodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? ''))
}

/** macOS has lsof, some Unix systems as well; Windows says it in no way that is quick to ask. */
async function fromLsof(port: number): Promise<string | undefined> {
  const args = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fc']
  const output = await run('lsof', args, { timeout: TIMEOUT_MS }).catch(() => undefined)
  return output === undefined ? undefined : parseLsof(output.stdout)
}

/** @param text lines of one field each, as `lsof -F` writes them: `p` process id, `c` command */
export function parseLsof(text: string): string | undefined {
  const command = text.split('\n').find((field) => field.startsWith('c'))
  return command?.slice(1).trim() || undefined
}
