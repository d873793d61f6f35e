import { durably, type Database } from '../platform/database.ts'

/** What a person picked for one argument: the value that is sent, and the name they know it by. */
export interface PickedArgument {
  readonly value: string
  readonly name: string
}

/** Arguments a person has set once per account; a call may still name its own. */
export interface DefaultArguments {
  of(connectionId: string): ReadonlyMap<string, PickedArgument>
  /** @param picked null takes the default away */
  set(connectionId: string, argument: string, picked: PickedArgument | null): void
}

interface StoredRow extends PickedArgument {
  readonly argument: string
}

export function createDefaultArguments(database: Database): DefaultArguments {
  const select = database.prepare<[string], StoredRow>(
    'SELECT argument, value, name FROM default_arguments WHERE connection_id = ? ORDER BY argument',
  )
  const upsert = database.prepare(
    'INSERT INTO default_arguments (connection_id, argument, value, name) VALUES (?, ?, ?, ?)' +
      ' ON CONFLICT DO UPDATE SET value = excluded.value, name = excluded.name',
  )
  const remove = database.prepare('DELETE FROM default_arguments WHERE connection_id = ? AND argument = ?')
  return {
    of: (connectionId) =>
      new Map(select.all(connectionId).map(({ argument, value, name }) => [argument, { value, name }])),
    set(connectionId, argument, picked) {
      durably(database, () => {
        if (picked === null) remove.run(connectionId, argument)
        else upsert.run(connectionId, argument, picked.value, picked.name)
      })
    },
  }
}
