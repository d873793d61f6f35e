import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../platform/database.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'
import { createAuditLog } from './audit-log.ts'
import { ownLine } from './own-events.ts'

async function hubWithCalls(calls = 3): Promise<TestHub> {
  const test = await createConnectedHub()
  const app = await test.pair()
  for (let index = 0; index < calls; index += 1) await app.call('notes_list_notes')
  return test
}

/** Changes the database while Gatehouse is closed, as somebody with access to the file can. */
async function tamper(test: TestHub, sql: string): Promise<TestHub> {
  await test.close()
  const database = openDatabase(join(test.platform.dataFolder, 'gatehouse.db'))
  database.exec(`DROP TRIGGER audit_is_append_only_delete; DROP TRIGGER audit_is_append_only_update; ${sql}`)
  database.close()
  return await test.restart()
}

describe('the end of the log', () => {
  it('is where it was noted: nothing is reported that is not so', async () => {
    const test = await (await hubWithCalls()).restart()
    expect(await test.ask('activity.verify', {})).toEqual({
      rows: 3,
      brokenAt: null,
      isCancelled: false,
      end: 'checked',
      markedSince: 0,
      gap: null,
      restored: null,
      startedOver: null,
    })
  })

  it('of a first start is not called unknown: the log began with this installation', async () => {
    const test = await hubWithCalls()
    expect(await test.ask('activity.verify', {})).toMatchObject({ rows: 3, end: 'begun', markedSince: 0 })
  })

  it('is known also after a first start that was cut off: the mark follows the key at once', async () => {
    const test = await createConnectedHub()
    const { dataFolder: folder, database } = test.platform
    const marks = database.prepare('SELECT count(*) FROM audit_marks').pluck()
    await vi.waitFor(() => expect(marks.get()).toBe(1), { interval: 2 })
    const copy = join(temporaryFolder(), 'gatehouse.db')
    database.prepare('VACUUM INTO ?').run(copy)
    await test.close()
    copyFileSync(copy, join(folder, 'gatehouse.db'))
    const again = await test.restart()
    const app = await again.pair()
    await app.call('notes_list_notes')
    expect(await again.ask('activity.verify', {})).toMatchObject({ rows: 1, end: 'checked', gap: null })
  })

  it('of an empty log whose lines and mark were all removed is called unknown', async () => {
    const cut = await tamper(await hubWithCalls(), 'DELETE FROM audit; DELETE FROM audit_marks')
    expect(await cut.ask('activity.verify', {})).toMatchObject({ rows: 0, brokenAt: null, end: 'unmarked' })
  })

  it('of lines that are older than any key is not called tampered with, nor known', async () => {
    const test = createTestHub()
    await test.close()
    const database = openDatabase(join(test.platform.dataFolder, 'gatehouse.db'))
    createAuditLog(database).append(
      ownLine({ event: 'gatehouse_pairing', at: 1, workspaceId: 'w', outcome: 'denied' }),
    )
    database.close()
    const again = await test.restart()
    expect(await again.ask('activity.verify', {})).toMatchObject({ rows: 1, brokenAt: null, end: 'keyless' })
  })

  it('shows lines that were added while Gatehouse was closed, however well they fit', async () => {
    const test = await hubWithCalls()
    await test.close()
    const database = openDatabase(join(test.platform.dataFolder, 'gatehouse.db'))
    const forged = createAuditLog(database)
    const facts = { event: 'gatehouse_pairing', at: 1, workspaceId: 'w', outcome: 'succeeded' } as const
    forged.append(ownLine(facts))
    forged.append(ownLine(facts))
    database.close()
    const again = await test.restart()
    const gap = { after: 3, upTo: 5 }
    expect(await again.ask('activity.verify', {})).toMatchObject({ brokenAt: null, end: 'checked', gap })
    const later = await again.restart()
    expect(await later.ask('activity.verify', {})).toMatchObject({ gap })
  })

  it.each([
    ['the last line', 'DELETE FROM audit WHERE seq = 3', 3],
    ['all lines', 'DELETE FROM audit', 1],
  ])('shows that %s was removed while Gatehouse was closed', async (_, sql, brokenAt) => {
    const test = await tamper(await hubWithCalls(), sql)
    expect(await test.ask('activity.verify', {})).toMatchObject({ brokenAt })
  })

  it('shows it also after new lines and another start: what is noted meanwhile does not hide it', async () => {
    const cut = await tamper(await hubWithCalls(), 'DELETE FROM audit WHERE seq = 3')
    const app = await cut.pair('Other')
    await app.call('notes_list_notes')
    await app.call('notes_list_notes')
    const again = await cut.restart()
    expect(await again.ask('activity.verify', {})).toMatchObject({ brokenAt: 3 })
  })

  it('says since when it is noted after the note itself was removed', async () => {
    const cut = await tamper(await hubWithCalls(), 'DELETE FROM audit WHERE seq = 3; DELETE FROM audit_marks')
    expect(await cut.ask('activity.verify', {})).toMatchObject({ brokenAt: null, end: 'unmarked' })
    const again = await cut.restart()
    expect(await again.ask('activity.verify', {})).toMatchObject({ end: 'checked', markedSince: 2 })
  })

  it('cannot be moved by who has not the vault’s key', async () => {
    const cut = await tamper(
      await hubWithCalls(),
      'DELETE FROM audit WHERE seq = 3; UPDATE audit_marks SET sealed = zeroblob(80)',
    )
    expect(await cut.ask('activity.verify', {})).toMatchObject({ end: 'unmarked' })
  })
})

it('makes no key only to note the end of an empty log', async () => {
  const test = createTestHub()
  await test.close()
  expect(test.platform.keychain.writes).toBe(0)
})
