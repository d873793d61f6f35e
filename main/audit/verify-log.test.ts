import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishRestore } from '../backup/finish-restore.ts'
import { openDatabase } from '../platform/database.ts'
import { createConnectedHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'

const PASSPHRASE = 'correct horse battery staple'

const verdict = (test: TestHub) => test.ask('activity.verify', {})

async function calls(test: TestHub, count: number, name = 'Desk'): Promise<void> {
  const app = await test.pair(name)
  for (let index = 0; index < count; index += 1) await app.call('notes_list_notes')
}

/** Saves a backup, goes on, and restores it as the program does. */
async function restored(test: TestHub, more: number): Promise<TestHub> {
  const path = join(temporaryFolder(), 'my.gatehouse-backup')
  test.platform.fileDialogs.saveTo = path
  test.platform.fileDialogs.openFrom = path
  await test.ask('backup.save', {})
  await test.platform.clock.advance(60_000)
  await calls(test, more, 'After')
  const { found } = await test.ask('backup.open', {})
  await test.ask('backup.restore', { backupId: found?.backupId ?? '' })
  await test.close()
  finishRestore(test.platform.dataFolder)
  return await test.restart()
}

describe('after a restore', () => {
  it('says that the log is that of a backup, by the person’s choice, and does not call its end cut off', async () => {
    const test = await createConnectedHub()
    await calls(test, 2)
    const madeAt = new Date(test.platform.clock.now()).toISOString()
    const after = await restored(test, 3)
    expect(await verdict(after)).toEqual({
      rows: 3,
      brokenAt: null,
      isCancelled: false,
      end: 'checked',
      markedSince: 0,
      gap: null,
      restored: { seq: 3, at: new Date(after.platform.clock.now()).toISOString(), madeAt },
      startedOver: null,
    })
  })

  it('notes where the log ended that it took the place of, so that what was put aside can be checked', async () => {
    const test = await createConnectedHub()
    await calls(test, 1)
    const after = await restored(test, 2)
    const { rows } = await after.ask('activity.list', { tool: 'gatehouse_restore' })
    const details = JSON.parse(rows[0]?.details ?? '') as Record<string, unknown>
    expect(details['replaced_entries']).toBe(3)
    const [aside = ''] = asideOf(after)
    const kept = openDatabase(join(aside, 'gatehouse.db'))
    const last = kept.prepare<[], Buffer>('SELECT hash FROM audit ORDER BY seq DESC').pluck().get()
    kept.close()
    expect(details['replaced_last_hash']).toBe(last?.toString('hex'))
  })

  it('goes on marking from there: what is removed afterwards shows', async () => {
    const after = await restored(await createConnectedHub(), 1)
    await calls(after, 3)
    await after.close()
    const database = openDatabase(join(after.platform.dataFolder, 'gatehouse.db'))
    database.exec('DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit WHERE seq = 4')
    database.close()
    const cut = await after.restart()
    expect(await verdict(cut)).toMatchObject({ brokenAt: 4 })
  })

  it('still shows lines that are missing from the backup’s own log: a line about a restore excuses nothing', async () => {
    const test = await createConnectedHub()
    await calls(test, 3)
    const after = await restored(test, 0)
    await after.close()
    const database = openDatabase(join(after.platform.dataFolder, 'gatehouse.db'))
    database.exec('DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit WHERE seq = 3')
    database.close()
    expect(await verdict(await after.restart())).toMatchObject({ brokenAt: 4 })
  })
})

describe('after a start with a locked vault', () => {
  async function locked(): Promise<TestHub> {
    const test = await createConnectedHub()
    await calls(test, 2)
    await test.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
    return await test.restart()
  }

  it('says that the end could not be checked, and checks it once the vault is open', async () => {
    const test = await locked()
    expect(await verdict(test)).toMatchObject({ brokenAt: null, end: 'locked' })
    await test.ask('vault.unlock', { passphrase: PASSPHRASE })
    expect(await verdict(test)).toMatchObject({ brokenAt: null, end: 'checked', markedSince: 0, gap: null })
  })

  it('shows lines that were removed before it, as soon as the vault is open', async () => {
    const test = await locked()
    await test.close()
    const database = openDatabase(join(test.platform.dataFolder, 'gatehouse.db'))
    database.exec('DROP TRIGGER audit_is_append_only_delete; DELETE FROM audit WHERE seq = 2')
    database.close()
    const cut = await test.restart()
    expect(await verdict(cut)).toMatchObject({ brokenAt: null, end: 'locked' })
    await cut.ask('vault.unlock', { passphrase: PASSPHRASE })
    expect(await verdict(cut)).toMatchObject({ brokenAt: 2 })
  })

  it('that nobody has opened names the lines that were never marked', async () => {
    const test = await locked()
    const app = await test.pair('Locked out')
    await app.call('notes_list_notes')
    await app.call('notes_list_notes')
    const { rows } = await verdict(test)
    const later = await test.restart()
    await later.ask('vault.unlock', { passphrase: PASSPHRASE })
    expect(await verdict(later)).toMatchObject({ end: 'checked', gap: { after: 2, upTo: rows } })
    expect(rows).toBeGreaterThan(2)
  })
})

describe('after the vault was started over', () => {
  it('says when, and that what was noted before went with the lost key', async () => {
    const test = await createConnectedHub()
    await calls(test, 2)
    test.platform.keychain.entries.clear()
    const lost = await test.restart()
    expect(await verdict(lost)).toMatchObject({ brokenAt: null, end: 'locked', startedOver: null })
    await lost.ask('vault.startOver', { confirm: 'start over' })
    const at = new Date(lost.platform.clock.now()).toISOString()
    expect(await verdict(lost)).toMatchObject({ end: 'unmarked', startedOver: { seq: 3, at } })
    await lost.ask('connections.connectWithKey', {
      integrationId: 'mischief',
      method: 'api_key',
      values: { key: 'key-of-mischief' },
    })
    const later = await lost.restart()
    expect(await verdict(later)).toMatchObject({
      end: 'checked',
      markedSince: 2,
      startedOver: { seq: 3, at },
    })
  })
})

function asideOf(test: TestHub): string[] {
  const { dataFolder } = test.platform
  return readdirSync(dataFolder)
    .filter((name) => name.startsWith('before-restore-'))
    .map((name) => join(dataFolder, name))
}
