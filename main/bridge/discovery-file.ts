import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Doors } from './doors.ts'

/** Tells programs of the same person where the bridge is. It holds no secret, and only they can read it. */
export interface DiscoveryFile {
  /** @param where `url6` is null when the bridge is on 127.0.0.1 alone, `socket` when it is at the port alone */
  write(where: Pick<Doors, 'url' | 'url6' | 'socket'>): void
  remove(): void
}

export function createDiscoveryFile(dataFolder: string, version: string): DiscoveryFile {
  const path = join(dataFolder, 'bridge.json')
  return {
    write({ url, url6, socket }) {
      const text = JSON.stringify(
        { url, url6, mcp: `${url}/mcp`, socket, pid: process.pid, version },
        null,
        2,
      )
      const temporary = `${path}.${process.pid}.tmp`
      writeFileSync(temporary, `${text}\n`, { mode: 0o600 })
      renameSync(temporary, path)
    },
    remove: () => rmSync(path, { force: true }),
  }
}
