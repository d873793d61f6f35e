import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isFields } from './message.ts'

/** One way to the bridge, in the words of `node:http`. */
export type Address = { readonly socketPath: string } | { readonly host: string; readonly port: number }

/**
 * Reads where the bridge listens, the best way first. A file that a killed app left behind leads nowhere, or to
 * another program: only ways that are the person's own are given, since the token goes there.
 *
 * @param folder the app's data folder
 * @returns none when the app does not run
 */
export function bridgeAddresses(folder: string): readonly Address[] {
  const { socket, url, pid } = readFile(join(folder, 'bridge.json'))
  const runs = typeof pid === 'number' && pid > 0 && isOurProcess(pid)
  const addresses: Address[] = []
  if (typeof socket === 'string' && (isPipe(socket) ? runs : isOurSocket(socket))) {
    addresses.push({ socketPath: socket })
  }
  const port = typeof url === 'string' ? /^http:\/\/127\.0\.0\.1:(\d{1,5})$/.exec(url)?.[1] : undefined
  if (port !== undefined && runs) addresses.push({ host: '127.0.0.1', port: Number(port) })
  return addresses
}

function readFile(path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isFields(value) ? value : {}
  } catch {
    return {}
  }
}

function isPipe(path: string): boolean {
  return path.startsWith('\\\\.\\pipe\\')
}

/** A sandbox may hide the app's process, but not who owns its socket. */
function isOurSocket(path: string): boolean {
  try {
    const facts = lstatSync(path)
    return facts.isSocket() && facts.uid === process.getuid?.()
  } catch {
    return false
  }
}

/** Signal 0 asks without disturbing; it fails for processes of other people. */
function isOurProcess(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
