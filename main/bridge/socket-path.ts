import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '../identifiers.ts'

/** A socket's name holds 104 bytes on macOS and 108 on Linux, its end included. */
const LONGEST_PATH_BYTES = 100

interface SocketPlace {
  readonly dataFolder: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * A folder's path may be too long for a socket: then it lies in a folder of its own among the temporary ones.
 *
 * @returns where the bridge's socket lies, or on Windows the name of its pipe
 */
export function socketPath(
  { dataFolder, environment }: SocketPlace,
  system: NodeJS.Platform = process.platform,
): string {
  const name = `gatehouse-${sha256(dataFolder).toString('hex', 0, 8)}`
  if (system === 'win32') return `\\\\.\\pipe\\${name}`
  const usual = join(dataFolder, 'bridge.sock')
  if (Buffer.byteLength(usual) <= LONGEST_PATH_BYTES) return usual
  return join(environment['XDG_RUNTIME_DIR'] || tmpdir(), name, 'bridge.sock')
}
