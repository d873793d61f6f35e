import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'

/** What makes a database ours: every table, index, trigger and view as our own migrations make them. */
const SELECT_SCHEMA =
  "SELECT type, name, tbl_name AS tableName, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" +
  ' ORDER BY type, name'

/**
 * Looks whether a restored database may take the place of ours.
 *
 * @param restored opened, and upgraded to our own version
 * @param own the one in use
 * @throws HubError INVALID_PARAMS when it is damaged, or holds tables or triggers that are not ours
 */
export function checkDatabase(restored: Database, own: Database): void {
  restored.pragma('trusted_schema = OFF')
  if (schemaOf(restored) !== schemaOf(own)) {
    throw new HubError('INVALID_PARAMS', sentences.backup.database.foreign)
  }
  const isWhole = restored.pragma('integrity_check(1)', { simple: true }) === 'ok'
  const orphans = restored.pragma('foreign_key_check') as readonly unknown[]
  if (!isWhole || orphans.length > 0) {
    throw new HubError('INVALID_PARAMS', sentences.backup.database.damaged)
  }
}

const schemaOf = (database: Database): string => JSON.stringify(database.prepare(SELECT_SCHEMA).all())
