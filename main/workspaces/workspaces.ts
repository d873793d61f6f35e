import { newId } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'

const FIRST_NAME = 'Personal'

/** The workspace that the window shows; the first start makes one. */
export function currentWorkspaceId(database: Database, clock: Clock): string {
  const first = database
    .prepare<[], { id: string }>('SELECT id FROM workspaces ORDER BY created_at LIMIT 1')
    .get()
  if (first !== undefined) return first.id
  const id = newId('wks')
  durably(database, () => {
    database
      .prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, ?)')
      .run(id, FIRST_NAME, clock.now())
  })
  return id
}
