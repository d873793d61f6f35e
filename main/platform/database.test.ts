import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HubError } from '../../preload/contract/errors.ts'
import { sayIn } from '../../preload/messages/sentences.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { durably, openDatabase, type Database } from './database.ts'

/** What the person is shown when Gatehouse cannot start. */
function germanReason(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return error instanceof HubError ? sayIn('de', error.sentence) : String(error)
  }
  return undefined
}

const path = (): string => join(temporaryFolder(), 'gatehouse.db')

function open(file: string): Database {
  const database = openDatabase(file)
  onTestFinished(() => void database.close())
  return database
}

/** Opens a file as another program would, without our migrations. */
function outside(file: string, sql?: string): unknown {
  const database = new SqliteDatabase(file, { timeout: 0 })
  try {
    if (sql !== undefined) database.exec(sql)
    return {
      version: database.pragma('user_version', { simple: true }),
      tables: database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all(),
    }
  } finally {
    database.close()
  }
}

describe('the database', () => {
  it('makes its tables once, and keeps what is in them', () => {
    const file = path()
    const first = openDatabase(file)
    first.exec("INSERT INTO settings VALUES ('a', 'b')")
    first.close()
    expect(open(file).prepare('SELECT * FROM settings').all()).toEqual([{ name: 'a', value: 'b' }])
  })

  it('can be read by nobody else on the computer, nor its write-ahead log', () => {
    const file = path()
    open(file)
    expect([file, `${file}-wal`].map((name) => (statSync(name).mode & 0o777).toString(8))).toEqual([
      '600',
      '600',
    ])
  })

  it.each(['new', 'made before'])('is refused to a second process while it is open: %s', (age) => {
    const file = path()
    if (age === 'made before') openDatabase(file).close()
    open(file)
    expect(() => openDatabase(file)).toThrow(/locked/)
    expect(() => outside(file)).toThrow(/locked/)
  })

  it('of a newer version is refused, and left as it was', () => {
    const file = path()
    openDatabase(file).close()
    outside(file, 'PRAGMA user_version = 999')
    expect(() => openDatabase(file)).toThrow(/newer Gatehouse/)
    expect(germanReason(() => openDatabase(file))).toBe(
      'Die Datenbank stammt von einem neueren Gatehouse (Schema 999). Bitte Gatehouse aktualisieren.',
    )
    expect(outside(file)).toMatchObject({ version: 999 })
  })

  it('is left as it was by a migration that fails in its middle', () => {
    const file = path()
    outside(file, 'CREATE TABLE connections (id TEXT)')
    expect(() => openDatabase(file)).toThrow(/already exists/)
    expect(outside(file)).toEqual({ version: 0, tables: ['connections'] })
  })
})

describe('an upgrade', () => {
  it('keeps every row when a table is made anew: accounts must not take their credentials along', () => {
    const file = path()
    const first = readFileSync(new URL('migrations/0001-start.sql', import.meta.url), 'utf8')
    outside(
      file,
      `${first}
      INSERT INTO workspaces VALUES ('wks_1', 'Personal', 1);
      INSERT INTO connections VALUES ('con_1', 'wks_1', 'notes', 'api_key', 'ada', 'Ada', 'active', '[]', 2);
      INSERT INTO integration_credentials VALUES ('con_1', x'00', 3);
      PRAGMA user_version = 1`,
    )
    const database = open(file)
    expect(database.prepare('SELECT id, account_name, site FROM connections').all()).toEqual([
      { id: 'con_1', account_name: 'Ada', site: '{}' },
    ])
    expect(database.prepare('SELECT connection_id FROM integration_credentials').pluck().all()).toEqual([
      'con_1',
    ])
    database.exec("DELETE FROM connections WHERE id = 'con_1'")
    expect(database.prepare('SELECT count(*) FROM integration_credentials').pluck().get()).toBe(0)
  })
})

describe('a durable write', () => {
  it('is on the disk when it returns, and later ones are as fast as before', () => {
    const database = open(path())
    let level: unknown
    const result = durably(database, () => {
      level = database.pragma('synchronous', { simple: true })
      return 7
    })
    expect([result, level, database.pragma('synchronous', { simple: true })]).toEqual([7, 2, 1])
  })

  it('is undone as a whole when it throws', () => {
    const database = open(path())
    const write = (): void =>
      durably(database, () => {
        database.exec("INSERT INTO settings VALUES ('a', 'b')")
        throw new Error('halfway')
      })
    expect(write).toThrow('halfway')
    expect(database.prepare('SELECT * FROM settings').all()).toEqual([])
    expect(database.pragma('synchronous', { simple: true })).toBe(1)
  })
})
