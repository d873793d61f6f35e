import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const MOST_PER_CLIENT = 10
const PRIVATE = 0o600

/** Copies of configurations as they were before. They may hold other programs' secrets: only the person reads them. */
export interface Backups {
  /** Where the next one of a client will lie. */
  pathFor(clientId: string, configPath: string, now: number): string
  keep(path: string, clientId: string, bytes: Buffer): void
  /** @returns undefined when it is gone */
  read(path: string): Buffer | undefined
}

/** They lie in the data folder: beside the original, other programs might take them for a configuration. */
export function createBackups(dataFolder: string): Backups {
  const folder = join(dataFolder, 'client-backups')
  return {
    pathFor(clientId, configPath, now) {
      const time = new Date(now).toISOString().replaceAll(':', '-').replace(/\..*/, '')
      const name = (more: string): string =>
        join(folder, `${clientId}.gatehouse-backup-${time}${more}.${basename(configPath)}`)
      // Two within a second must not take each other's place.
      let more = 0
      while (existsSync(name(more === 0 ? '' : `-${more}`))) more += 1
      return name(more === 0 ? '' : `-${more}`)
    },
    keep(path, clientId, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(path, bytes, { mode: PRIVATE, flag: 'wx', flush: true })
      const old = readdirSync(folder)
        .filter((name) => name.startsWith(`${clientId}.`))
        .toSorted()
        .slice(0, -MOST_PER_CLIENT)
      for (const name of old) rmSync(join(folder, name), { force: true })
    },
    read(path) {
      try {
        return readFileSync(path)
      } catch {
        return undefined
      }
    },
  }
}
