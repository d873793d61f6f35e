import { expect, it } from 'vitest'
import { sealedColumns } from '../sealed-columns.ts'
import { createVaultWorld, SECRETS } from '../testing/vault-world.ts'

it('knows every sealed column of the schema: one forgotten would be lost at the next change of key', () => {
  const { database } = createVaultWorld().platform
  const inSchema = database
    .prepare<[], { readonly table: string; readonly column: string }>(
      `SELECT t.name AS "table", c.name AS "column" FROM sqlite_master t JOIN pragma_table_info(t.name) c
       WHERE t.type = 'table' AND c.type = 'BLOB' AND c.name LIKE 'sealed%'`,
    )
    .all()
  expect(inSchema.length).toBeGreaterThanOrEqual(5)
  const names = (columns: readonly { readonly table: string; readonly column: string }[]): string[] =>
    columns.map(({ table, column }) => `${table}.${column}`).sort()
  expect(names(sealedColumns)).toEqual(names(inSchema))
})

it('names the columns that identify a row: with fewer, one secret would overwrite another', () => {
  const { database } = createVaultWorld().platform
  for (const { table, key } of sealedColumns) {
    const primary = database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .pluck()
      .all(table)
    expect(key, table).toEqual(primary)
  }
})

it('opens what the owners of the columns have sealed: the test world fills all of them', async () => {
  const world = createVaultWorld()
  await world.fill()
  expect((await world.openAll()).sort()).toEqual([...SECRETS].sort())
  for (const { table, column } of sealedColumns) {
    const filled = world.platform.database.prepare(`SELECT count(${column}) FROM ${table}`).pluck().get()
    expect(filled, table).toBeGreaterThan(0)
  }
})
