import { arch, release, type } from 'node:os'

/** Operating system and runtime, as they matter for finding a fault: `Linux 6.1.0 x64, Electron 45.4.1`. */
export function systemName(): string {
  const { electron, node } = process.versions
  const runtime = electron === undefined ? `Node ${node}` : `Electron ${electron}`
  return `${type()} ${release()} ${arch()}, ${runtime}`
}
