import { durably, type Database } from '../platform/database.ts'

/** Named values that outlive a restart. */
export interface Settings {
  get(name: string): string | undefined
  set(name: string, value: string): void
  /**
   * Sets several values (`null` forgets one) in one durable transaction.
   *
   * @param together whatever else belongs to it; what it throws undoes all of it
   */
  change(values: Readonly<Record<string, string | null>>, together?: () => void): void
}

export function createSettings(database: Database): Settings {
  const select = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?')
  const upsert = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  const remove = database.prepare('DELETE FROM settings WHERE name = ?')
  return {
    get: (name) => select.get(name)?.value,
    set: (name, value) => durably(database, () => void upsert.run(name, value)),
    change(values, together = () => undefined) {
      durably(database, () => {
        together()
        for (const [name, value] of Object.entries(values)) {
          if (value === null) remove.run(name)
          else upsert.run(name, value)
        }
      })
    },
  }
}
