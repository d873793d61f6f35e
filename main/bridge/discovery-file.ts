import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Tells programs of the same person where the bridge is. It holds no secret, and only they can read it. */
export interface DiscoveryFile {
  write(where: { readonly url: string; readonly socket: string | null }): void
  remove(): void
}

export function createDiscoveryFile(dataFolder: string, version: string): DiscoveryFile {
  const path = join(dataFolder, 'bridge.json')
  return {
    write({ url, socket }) {
      const text = JSON.stringify({ url, mcp: `${url}/mcp`, socket, pid: process.pid, version }, null, 2)
      const temporary = `${path}.${process.pid}.tmp`
      writeFileSync(temporary, `${text}\n`, { mode: 0o600 })
      renameSync(temporary, path)
    },
    remove: () => rmSync(path, { force: true }),
  }
}
