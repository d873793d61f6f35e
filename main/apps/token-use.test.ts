import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { finishRestore } from '../backup/finish-restore.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'
import { createTokenUse, type TokenUse } from './token-use.ts'

const DAY_MS = 86_400_000
const NOTHING = { listed: 0, results: 0, arguments: 0 }

interface Counted {
  readonly test: TestHub
  readonly use: TokenUse
  readonly appId: string
  readonly written: () => number
  /** Hears of every write that came by itself. */
  readonly onWritten: ReturnType<typeof vi.fn<() => void>>
}

/** The count alone, over a hub's own database. */
async function counting(): Promise<Counted> {
  const test = createTestHub()
  const { database } = test.platform
  const { app } = await test.ask('apps.add', { name: 'Cursor' })
  const onWritten = vi.fn<() => void>()
  const use = createTokenUse(database, createManualClock(), onWritten)
  onTestFinished(() => use.close())
  const rows = database.prepare<[], number>('SELECT count(*) FROM token_use').pluck()
  return { test, use, appId: app.id, written: () => rows.get() ?? 0, onWritten }
}

/** As the window reads it. */
const used = async (test: TestHub) => await test.ask('tokenUse.list', {})

async function hubWithCall() {
  const test = await createConnectedHub()
  const app = await test.pair()
  expect((await app.call('notes_list_notes', { cursor: 'a' })).status).toBe(200)
  return { test, app }
}

describe('what apps have used', () => {
  it('is written together a moment later: no call waits for the disk', async () => {
    const { use, appId, written, onWritten } = await counting()
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    for (let call = 0; call < 100; call += 1) use.add(appId, 'results', 10)
    expect([written(), onWritten.mock.calls.length]).toEqual([0, 0])
    vi.advanceTimersByTime(1_000)
    expect([written(), onWritten.mock.calls.length]).toEqual([1, 1])
    vi.advanceTimersByTime(10_000)
    expect(onWritten).toHaveBeenCalledTimes(1)
  })

  it('is written when the program ends, and is there at the next start', async () => {
    const { test, app } = await hubWithCall()
    const again = await test.restart()
    const [first, ...others] = await used(again)
    expect(others).toEqual([])
    expect(first).toMatchObject({ appId: app.appId, today: { arguments: 4 } })
    expect(first?.today.results).toBeGreaterThan(0)
  })

  it('is added up, not written over, by kind', async () => {
    const { test, use, appId } = await counting()
    use.add(appId, 'listed', 700)
    use.add(appId, 'results', 20)
    use.flush()
    use.add(appId, 'results', 3)
    use.add(appId, 'arguments', 5)
    const today = { listed: 700, results: 23, arguments: 5 }
    expect(use.list((await test.ask('workspaces.list', {}))[0]?.id ?? '')).toEqual([
      { appId, today, week: today, month: today },
    ])
  })

  it('stays due while the disk is full, and fails nothing', async () => {
    const { test, use, appId, written } = await counting()
    const { database } = test.platform
    database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON token_use BEGIN SELECT RAISE(ABORT, 'disk is full'); END",
    )
    use.add(appId, 'results', 7)
    use.flush()
    expect(written()).toBe(0)
    database.exec('DROP TRIGGER full')
    use.flush()
    expect(database.prepare('SELECT results FROM token_use').pluck().all()).toEqual([7])
  })

  it('goes with its app, and what was still due for that app holds up no other', async () => {
    const { test, use, appId, written } = await counting()
    const { app: other } = await test.ask('apps.add', { name: 'Other' })
    use.add(appId, 'results', 7)
    use.flush()
    expect(written()).toBe(1)
    use.add(appId, 'results', 7)
    use.add(other.id, 'results', 9)
    await test.ask('apps.remove', { appId })
    use.flush()
    const rows = test.platform.database.prepare('SELECT app_id, results FROM token_use').raw().all()
    expect(rows).toEqual([[other.id, 9]])
  })

  it('of one workspace is not shown in another', async () => {
    const { test, app } = await hubWithCall()
    const { id } = await test.ask('workspaces.create', { name: 'Work' })
    const other = await test.pair('Other')
    expect(await used(test)).toEqual([])
    await other.get('/v1/manifest')
    expect((await used(test)).map(({ appId }) => appId)).toEqual([other.appId])
    const personal = (await test.ask('workspaces.list', {})).find((row) => row.id !== id)
    await test.ask('workspaces.show', { workspaceId: personal?.id ?? '' })
    expect(await used(test)).toMatchObject([{ appId: app.appId, today: { listed: 0 } }])
  })

  it('of yesterday is not today’s, and leaves the week and the month in their time', async () => {
    const { test, app } = await hubWithCall()
    const [{ today } = { today: NOTHING }] = await used(test)
    const after = async (days: number) => {
      test.platform.clock.sleep(days * DAY_MS)
      return await used(test)
    }
    const { appId } = app
    expect(await after(1)).toEqual([{ appId, today: NOTHING, week: today, month: today }])
    expect(await after(5)).toEqual([{ appId, today: NOTHING, week: today, month: today }])
    expect(await after(1)).toEqual([{ appId, today: NOTHING, week: NOTHING, month: today }])
    expect(await after(22)).toEqual([{ appId, today: NOTHING, week: NOTHING, month: today }])
    expect(await after(1)).toEqual([])
  })

  it('is in a backup, to the last call', async () => {
    const { test } = await hubWithCall()
    const path = join(temporaryFolder(), 'my.gatehouse-backup')
    test.platform.fileDialogs.saveTo = path
    await test.ask('backup.save', {})
    const before = await used(test)
    await test.close()

    const other = createTestHub()
    other.platform.fileDialogs.openFrom = path
    const { found } = await other.ask('backup.open', {})
    await other.ask('backup.restore', { backupId: found?.backupId ?? '' })
    await other.close()
    finishRestore(other.platform.dataFolder)
    const restored = await used(await other.restart())
    expect(restored).toEqual(before)
    expect(restored).toHaveLength(1)
  })

  it('is told to the window when it has changed, so that an open screen does not stand still', async () => {
    const { test } = await hubWithCall()
    await vi.waitFor(() => expect(test.events.map(({ event }) => event)).toContain('tokenUse.changed'), {
      timeout: 5_000,
      interval: 20,
    })
  })
})
