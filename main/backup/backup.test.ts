import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FoundBackup } from '../../preload/contract/preferences.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { flip, HEADER_BYTES, headerOf, rewrite, writeHeader } from '../testing/spoiled-backup.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'
import { finishRestore, restoredPath } from './finish-restore.ts'

const PASSPHRASE = 'correct horse battery staple'

/** Saves everything there is. @returns the path */
async function save(test: TestHub, passphrase?: string): Promise<string> {
  const path = join(temporaryFolder(), 'my.gatehouse-backup')
  test.platform.fileDialogs.saveTo = path
  const saved = await test.ask('backup.save', passphrase === undefined ? {} : { passphrase })
  expect(saved).toEqual({ path })
  return path
}

async function open(test: TestHub, path: string): Promise<FoundBackup> {
  test.platform.fileDialogs.openFrom = path
  const { found } = await test.ask('backup.open', {})
  if (found === null) throw new Error('nothing was opened')
  return found
}

/** As the program does it: it ends, and starts again. */
async function restartAfterRestore(test: TestHub): Promise<TestHub> {
  expect(test.platform.ends).toEqual(['restart'])
  await test.close()
  finishRestore(test.platform.dataFolder)
  return await test.restart()
}

/** A computer that has neither the data nor the key. */
const otherComputer = (): TestHub => createTestHub()

const names = async (test: TestHub): Promise<string[]> =>
  (await test.ask('apps.list', {})).map(({ name }) => name)

/** Whether an account's credential can be opened and used. */
async function works(test: TestHub): Promise<boolean> {
  const client = await test.pair('Trial')
  const answer = await client.call('notes_list_notes', {})
  return answer.status === 200
}

/** Everything that could be left half done. */
function leftovers(test: TestHub): string[] {
  return readdirSync(test.platform.dataFolder).filter((name) => /restore|backup-|\.part|\.tmp/.test(name))
}

describe('a backup', () => {
  it('brings back everything as it was, in place of what came after, which is kept aside', async () => {
    const before = await createConnectedHub()
    await before.ask('apps.add', { name: 'Before' })
    await before.ask('policies.set', { tool: 'notes_list_notes', policy: 'block' })
    const path = await save(before)
    await before.ask('apps.add', { name: 'After' })
    await before.ask('policies.set', { tool: 'notes_list_notes', policy: null })

    const found = await open(before, path)
    expect(found).toMatchObject({ fileName: 'my.gatehouse-backup', accounts: 2, apps: 1, key: 'here' })
    await before.ask('backup.restore', { backupId: found.backupId })
    const after = await restartAfterRestore(before)
    expect(await names(after)).toEqual(['Before'])
    const { tools } = await after.ask('integrations.get', { integrationId: 'notes' })
    expect(tools.find(({ name }) => name === 'notes_list_notes')?.policy).toBe('block')
    await after.ask('policies.set', { tool: 'notes_list_notes', policy: null })
    expect(await works(after)).toBe(true)

    const [aside = ''] = leftovers(after)
    expect(leftovers(after)).toEqual([expect.stringMatching(/^before-restore-\d{4}-/)])
    const kept = createFakePlatform({ folder: join(after.platform.dataFolder, aside) }).database
    expect(kept.prepare('SELECT name FROM apps ORDER BY created_at, rowid').pluck().all()).toEqual([
      'Before',
      'After',
    ])
    kept.close()
  })

  it('holds what is still in the write-ahead log, and lines of the activity log that were not written yet', async () => {
    const test = await createConnectedHub()
    await works(test)
    const found = await open(test, await save(test))
    await test.ask('backup.restore', { backupId: found.backupId })
    const after = await restartAfterRestore(test)
    expect((await after.ask('activity.list', {})).rows.map(({ tool }) => tool)).toEqual([
      'gatehouse_restore',
      'notes_list_notes',
    ])
    expect(await after.ask('activity.verify', {})).toMatchObject({ rows: 2, brokenAt: null })
  })

  it('is nobody else’s to read, complete under its name, and holds no secret in the clear', async () => {
    const test = await createConnectedHub()
    const path = await save(test, PASSPHRASE)
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(join(path, '..'))).toEqual(['my.gatehouse-backup'])
    const content = readFileSync(path, 'latin1')
    for (const secret of ['key-of-ada', PASSPHRASE, ...test.platform.keychain.entries.values()]) {
      expect(content).not.toContain(secret)
    }
    expect(leftovers(test)).toEqual([])
  })

  it('is not made where the person presses Cancel, nor inside the data folder, where it would go with the data', async () => {
    const test = createTestHub()
    expect(await test.ask('backup.save', {})).toEqual({ path: null })
    expect(test.platform.fileDialogs.proposed).toEqual([
      expect.stringMatching(/^Gatehouse \d{4}-\d\d-\d\d\.gatehouse-backup$/),
    ])
    const inside = join(test.platform.dataFolder, 'gatehouse.db')
    test.platform.fileDialogs.saveTo = inside
    expect(await test.refusal('backup.save', {})).toMatchObject({ code: 'INVALID_PARAMS' })
    expect(readFileSync(inside).subarray(0, 6).toString()).toBe('SQLite')
  })

  it('that cannot be written leaves the older one, and says why', async () => {
    const test = createTestHub()
    test.platform.fileDialogs.saveTo = join(temporaryFolder(), 'gone', 'my.gatehouse-backup')
    expect(await test.refusal('backup.save', {})).toMatchObject({
      message: expect.stringContaining('folder is gone') as string,
    })
    expect(leftovers(test)).toEqual([])
  })

  it('with a passphrase too short is refused before anything is written', async () => {
    const test = await createConnectedHub()
    const path = join(temporaryFolder(), 'my.gatehouse-backup')
    test.platform.fileDialogs.saveTo = path
    expect(await test.refusal('backup.save', { passphrase: 'short' })).toMatchObject({
      code: 'INVALID_PARAMS',
    })
    expect(existsSync(path)).toBe(false)
  })
})

describe('on another computer', () => {
  it('the backup’s passphrase brings the credentials along', async () => {
    const path = await save(await createConnectedHub(), PASSPHRASE)
    const other = otherComputer()
    const found = await open(other, path)
    expect(found.key).toBe('backup_passphrase')
    const { backupId } = found
    expect(
      await other.refusal('backup.restore', { backupId, passphrase: 'wrong horse battery staple' }),
    ).toMatchObject({
      code: 'INVALID_PARAMS',
      message: expect.stringContaining('not the passphrase of this backup') as string,
    })
    expect([existsSync(restoredPath(other.platform.dataFolder)), other.platform.ends]).toEqual([false, []])
    await other.ask('backup.restore', { backupId, passphrase: PASSPHRASE })
    const after = await restartAfterRestore(other)
    expect(await after.ask('vault.status', {})).toMatchObject({ state: 'locked', where: 'passphrase' })
    await after.ask('vault.unlock', { passphrase: PASSPHRASE })
    expect(await works(after)).toBe(true)
  })

  it('without its passphrase everything but the credentials comes back, and the vault says that its key is missing', async () => {
    const path = await save(await createConnectedHub())
    const other = otherComputer()
    const found = await open(other, path)
    expect(found.key).toBe('missing')
    await other.ask('backup.restore', { backupId: found.backupId })
    const after = await restartAfterRestore(other)
    expect(await after.ask('vault.status', { reach: true })).toMatchObject({ state: 'missing' })
    expect((await after.ask('catalog.list', {})).find(({ id }) => id === 'notes')?.accounts).toHaveLength(1)
  })

  it('a vault that has a passphrase of its own keeps it', async () => {
    const test = await createConnectedHub()
    await test.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
    const path = await save(test)
    expect((await open(otherComputer(), path)).key).toBe('vault_passphrase')
  })
})

describe('a file that will not do changes nothing', () => {
  async function refused(spoil: (path: string) => void): Promise<{ message: string; test: TestHub }> {
    const test = await createConnectedHub()
    await test.ask('apps.add', { name: 'Stays' })
    const path = await save(test)
    spoil(path)
    test.platform.fileDialogs.openFrom = path
    const { code, message } = await test.refusal('backup.open', {})
    expect(code).toBe('INVALID_PARAMS')
    expect(leftovers(test)).toEqual([])
    expect(test.platform.ends).toEqual([])
    expect(await names(test)).toEqual(['Stays'])
    return { message, test }
  }

  it.each([
    ['one bit of the database is another', (path: string) => flip(path, HEADER_BYTES + 5000)],
    ['its end is missing', (path: string) => truncateSync(path, statSync(path).size - 100)],
    ['more was written behind it', (path: string) => writeFileSync(path, 'more', { flag: 'a' })],
  ])('%s', async (_, spoil) => {
    expect((await refused(spoil)).message).toContain('damaged')
  })

  it.each([
    ['it is empty', (path: string) => writeFileSync(path, '')],
    ['it is something else', (path: string) => writeFileSync(path, 'PK\u0003\u0004'.repeat(5000))],
    ['its header is damaged', (path: string) => flip(path, 3)],
  ])('%s', async (_, spoil) => {
    expect((await refused(spoil)).message).toContain('not a backup')
  })

  it('of a newer Gatehouse, by its header or by its database', async () => {
    const byHeader = await refused((path) => rewrite(path, '', { schema: 9_999, version: '99.0.0' }))
    expect(byHeader.message).toContain('newer Gatehouse (99.0.0)')
    const byDatabase = await refused((path) => rewrite(path, 'PRAGMA user_version = 9999'))
    expect(byDatabase.message).toContain('could not be read')
  })

  it('whose database has a trigger that is not ours: it would go on changing what the person sets', async () => {
    const { message } = await refused((path) =>
      rewrite(path, "CREATE TRIGGER more AFTER INSERT ON apps BEGIN UPDATE apps SET name = 'mine'; END"),
    )
    expect(message).toContain('not made by Gatehouse')
  })

  it('whose rows point to rows that are not there', async () => {
    const { message } = await refused((path) =>
      rewrite(path, "PRAGMA foreign_keys = OFF; UPDATE apps SET workspace_id = 'nowhere'"),
    )
    expect(message).toContain('damaged')
  })

  it('whose pages are damaged inside, though its checksum fits', async () => {
    const { message } = await refused((path) => {
      const content = readFileSync(path)
      const inside = content.subarray(HEADER_BYTES)
      inside.fill(0xff, inside.length - 4096 * 3)
      writeHeader(path, inside, headerOf(content))
    })
    expect(message).toMatch(/could not be read|damaged/)
  })
})

describe('a restore', () => {
  it('that was given up, or whose file was opened before another one, can no longer be started', async () => {
    const test = await createConnectedHub()
    const path = await save(test)
    const first = await open(test, path)
    const second = await open(test, path)
    expect(await test.refusal('backup.restore', { backupId: first.backupId })).toMatchObject({
      code: 'RESOURCE_NOT_FOUND',
    })
    await test.ask('backup.discard', {})
    expect(await test.refusal('backup.restore', { backupId: second.backupId })).toMatchObject({
      code: 'RESOURCE_NOT_FOUND',
    })
    expect(leftovers(test)).toEqual([])
  })

  it('goes on at the next start wherever it was cut off, and mixes no file of the one with the other', () => {
    const folder = temporaryFolder()
    const put = (name: string, content: string): void => writeFileSync(join(folder, name), content)
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    put('gatehouse.db.restore', 'restored')
    // The database had been moved, its write-ahead log not yet.
    put('gatehouse.db-wal', 'old log')
    const aside = finishRestore(folder) ?? ''
    expect(readdirSync(folder).toSorted()).toEqual([
      expect.stringMatching(/^before-restore-/),
      'gatehouse.db',
    ])
    expect(read('gatehouse.db')).toBe('restored')
    expect(readdirSync(aside)).toEqual(['gatehouse.db-wal'])
    expect(finishRestore(folder)).toBeNull()
    expect(read('gatehouse.db')).toBe('restored')
  })
})
