import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** An address on which a process listens, as Linux has it under /proc. */
export interface ListeningSocket {
  readonly address: string
  readonly port: number
}

const LISTEN = '0A'

/** @returns the TCP addresses, IPv4 and IPv6, on which these processes listen */
export function listeningSockets(processIds: readonly number[]): ListeningSocket[] {
  const owned = new Set(processIds.flatMap(socketInodes))
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTEN && owned.has(fields[9] ?? ''))
      .map(([, local = '']) => readAddress(local)),
  )
}

/** @returns the process and all that it has started */
export function processTree(root: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === root)
  return [root, ...children.flatMap(processTree)]
}

function parentOf(id: number): number | undefined {
  try {
    // The name before it may hold spaces and brackets.
    return Number(/^.*\) \S (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

function socketInodes(id: number): string[] {
  try {
    return readdirSync(`/proc/${id}/fd`).flatMap((name) => inodeOf(`/proc/${id}/fd/${name}`) ?? [])
  } catch {
    return []
  }
}

function inodeOf(path: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(path))?.[1]
  } catch {
    return undefined
  }
}

/** Each 32 bits of an address stand there in the byte order of the machine. */
function readAddress(text: string): ListeningSocket {
  const [hex = '', port = ''] = text.split(':')
  const bytes = [...Array(hex.length / 8).keys()].flatMap((word) =>
    [3, 2, 1, 0].map((byte) => Number.parseInt(hex.slice(word * 8 + byte * 2, word * 8 + byte * 2 + 2), 16)),
  )
  const isV4 = bytes.length === 4
  const isOne = !isV4 && bytes.at(-1) === 1 && bytes.slice(0, -1).every((byte) => byte === 0)
  const address = isV4 ? bytes.join('.') : isOne ? '::1' : Buffer.from(bytes).toString('hex')
  return { address, port: Number.parseInt(port, 16) }
}
