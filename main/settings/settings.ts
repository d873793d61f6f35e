import { durably, type Database } from '../platform/database.ts'

/** Named values that outlive a restart. */
export interface Settings {
  get(name: string): string | undefined
  set(name: string, value: string): void
}

export function createSettings(database: Database): Settings {
  const select = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
  const upsert = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (name) => select.get(name)?.value,
    set: (name, value) => durably(database, () => void upsert.run(name, value)),
  }
}
