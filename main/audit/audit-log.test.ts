import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '../platform/database.ts'
import { AUDIT_LINE } from '../testing/audit-line.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createAuditLog, type AuditLog } from './audit-log.ts'
import { verifyChain, type ChainCheck } from './verify-chain.ts'

function log(lines = 5): { database: Database; audit: AuditLog } {
  const database = openDatabase(join(temporaryFolder(), 'gatehouse.db'))
  onTestFinished(() => void database.close())
  const audit = createAuditLog(database)
  for (let index = 1; index <= lines; index += 1) audit.append({ ...AUDIT_LINE, callId: `call_${index}` })
  return { database, audit }
}

const verify = (database: Database, audit: AuditLog): Promise<ChainCheck> =>
  verifyChain(database, [audit.head()], {
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })

function forge(database: Database, sql: string): void {
  database.exec(`DROP TRIGGER audit_is_append_only_update; DROP TRIGGER audit_is_append_only_delete; ${sql}`)
}

describe('the chain', () => {
  it('is whole, also over a restart', async () => {
    const { database, audit } = log(3)
    expect(await verify(database, audit)).toMatchObject({ rows: 3, brokenAt: null })
    const again = createAuditLog(database)
    again.append(AUDIT_LINE)
    expect(await verify(database, again)).toMatchObject({ rows: 4, brokenAt: null })
  })

  it.each([
    ['a changed outcome', "UPDATE audit SET outcome = 'denied' WHERE seq = 3", 3],
    ['a changed account', "UPDATE audit SET account_name = 'eve' WHERE seq = 1", 1],
    ['a changed time', 'UPDATE audit SET at = 0 WHERE seq = 2', 2],
    ['a changed hash', 'UPDATE audit SET hash = zeroblob(32) WHERE seq = 4', 4],
    ['a removed line', 'DELETE FROM audit WHERE seq = 3', 4],
    ['a removed first line', 'DELETE FROM audit WHERE seq = 1', 2],
    ['a removed last line', 'DELETE FROM audit WHERE seq = 5', 5],
    ['all lines removed', 'DELETE FROM audit', 1],
    [
      'a line moved up over a removed one',
      'DELETE FROM audit WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3',
      2,
    ],
    [
      'a forged line at the end',
      "INSERT INTO audit SELECT 6, at, workspace_id, 'x', app_id, app_name, integration_id, tool, account_name, outcome, reason, error_code, duration_ms, details, hash FROM audit WHERE seq = 5",
      6,
    ],
  ])('shows %s', async (_, sql, brokenAt) => {
    const { database, audit } = log()
    forge(database, sql)
    expect((await verify(database, audit)).brokenAt).toBe(brokenAt)
  })

  it('stays whole when a name has half a character, which the disk cannot keep', async () => {
    const { database, audit } = log(0)
    audit.append({ ...AUDIT_LINE, appName: 'cut \uD83D', details: '\uDE00' })
    audit.append(AUDIT_LINE)
    expect(await verify(database, createAuditLog(database))).toMatchObject({ rows: 2, brokenAt: null })
  })

  it('stays whole when a line could not be written', async () => {
    const { database, audit } = log(2)
    database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    expect(() => audit.append(AUDIT_LINE)).toThrow('disk full')
    audit.appendSoon(AUDIT_LINE)
    database.exec('DROP TRIGGER full')
    audit.append(AUDIT_LINE)
    expect(await verify(database, audit)).toMatchObject({ rows: 4, brokenAt: null })
  })
})

it('only grows: lines can be neither changed nor removed', async () => {
  const { database, audit } = log()
  for (const sql of [
    "UPDATE audit SET outcome = 'x'",
    'DELETE FROM audit',
    'INSERT OR REPLACE INTO audit SELECT * FROM audit',
  ]) {
    expect(() => database.exec(sql)).toThrow()
  }
  expect(await verify(database, audit)).toMatchObject({ rows: 5, brokenAt: null })
})

it('keeps the order of lines that are due and lines that are written at once', () => {
  const { database, audit } = log(0)
  audit.appendSoon({ ...AUDIT_LINE, callId: 'read' })
  audit.append({ ...AUDIT_LINE, callId: 'write' })
  const ids = database.prepare('SELECT call_id FROM audit ORDER BY seq').pluck().all()
  expect(ids).toEqual(['read', 'write'])
})

it('lets others run while a long log is checked, tells how far it is, and stops when asked', async () => {
  const { database, audit } = log(0)
  for (let index = 0; index < 3_000; index += 1) audit.appendSoon({ ...AUDIT_LINE, callId: `call_${index}` })
  audit.flush()
  const controller = new AbortController()
  const progress: number[] = []
  let turns = 0
  const other = setInterval(() => (turns += 1), 0)
  const checked = await verifyChain(database, [audit.head()], {
    signal: controller.signal,
    onProgress(done) {
      progress.push(done)
      if (turns > 0 && done >= 1_500) controller.abort()
    },
  })
  clearInterval(other)
  expect(turns).toBeGreaterThan(0)
  expect(progress.slice(0, 2)).toEqual([500, 1_000])
  expect(checked).toMatchObject({ isCancelled: true, brokenAt: null })
  expect(checked.rows).toBeLessThan(3_000)
})
