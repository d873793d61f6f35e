import { durably, type Database } from '../platform/database.ts'

/** Rows of `disconnections`: what the person has ended stays ended, also when the app stops in its middle. */
export interface Disconnections {
  begin(connectionId: string): void
  /** Connections whose disconnecting has begun and not come to its end; it ends with the connection's row. */
  list(): readonly string[]
}

export function createDisconnections(database: Database): Disconnections {
  const insert = database.prepare(
    'INSERT INTO disconnections (connection_id) VALUES (?) ON CONFLICT DO NOTHING',
  )
  const list = database.prepare<[], string>('SELECT connection_id FROM disconnections').pluck()
  return {
    begin: (connectionId) => durably(database, () => void insert.run(connectionId)),
    list: () => list.all(),
  }
}
