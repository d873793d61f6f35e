import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { ActivityLine } from '../../preload/contract/activity.ts'
import type { ActivityEntry } from '../../preload/contract/shapes.ts'
import { openDoor, type Door } from '../testing/door.ts'
import { createPairingRecorder } from './pairing-recorder.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'

const PAIRING = { integrationId: 'gatehouse', tool: 'gatehouse_pairing' }

async function atTheDoor() {
  const test = createTestHub()
  return { test, door: await openDoor(test) }
}

const ask = (door: Door, name = 'Script') =>
  door.knock('/v1/pair', { body: { name, toolkits: ['notes', 'none'] } })

async function entries(test: TestHub): Promise<ActivityEntry[]> {
  return (await test.ask('activity.list', PAIRING)).rows
}

async function linesOf(test: TestHub, entry: ActivityEntry | undefined): Promise<ActivityLine[]> {
  return (await test.ask('activity.get', { callId: entry?.callId ?? '' })).lines
}

const detailsOf = ({ details }: { readonly details: string }): unknown => JSON.parse(details)

describe('a program that asks to be let in', () => {
  it('has a line at once, another with the answer, and one when it has come for its access', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    expect(await entries(test)).toMatchObject([{ ...PAIRING, appName: 'Script', outcome: 'started' }])
    await test.platform.clock.advance(1_500)
    const { id: pairingId } = await door.asked()
    await test.ask('pairings.decide', { pairingId, allow: true, name: 'Nightly', toolkits: ['mischief'] })
    expect(await entries(test)).toMatchObject([
      { appName: 'Nightly', outcome: 'succeeded', durationMs: 1_500 },
    ])
    const paired = await door.knock(String(body['poll']))
    const [entry] = await entries(test)
    const lines = await linesOf(test, entry)
    const asked = { calls_itself: 'Script', from: 'program', wanted: ['notes'] }
    expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['started', ''],
      ['succeeded', 'approved'],
      ['succeeded', 'joined'],
    ])
    expect(lines.map(detailsOf)).toEqual([
      asked,
      { ...asked, allowed: ['mischief'] },
      { ...asked, allowed: ['mischief'] },
    ])
    const appId = String(paired.body['app_id'])
    expect((await test.ask('activity.list', { appId })).rows).toHaveLength(1)
    expect(await test.ask('activity.verify', {})).toMatchObject({ rows: 3, brokenAt: null })
  })

  it('leaves neither its token nor its code nor the secret of its question in the log', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    const paired = await door.knock(String(body['poll']))
    const [entry] = await entries(test)
    const written = JSON.stringify(
      test.platform.database.prepare('SELECT * FROM audit WHERE call_id = ?').all(entry?.callId),
    )
    for (const secret of [paired.body['token'], body['pairing_id']]) {
      expect(written).not.toContain(String(secret))
    }
    expect(written).not.toContain(`"${String(body['code'])}"`)
  })

  it('and is turned away has a line that says so', async () => {
    const { test, door } = await atTheDoor()
    await ask(door)
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: false })
    expect(await entries(test)).toMatchObject([{ outcome: 'denied', reason: 'denied' }])
  })

  it('and whom nobody answers has a line that says so', async () => {
    const { test, door } = await atTheDoor()
    await ask(door)
    await door.asked()
    test.platform.clock.sleep(5 * 60_000)
    await test.ask('pairings.list', {})
    expect(await entries(test)).toMatchObject([{ outcome: 'expired', reason: 'expired' }])
  })

  it('and goes away has a line that says so', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await door.knock(String(body['poll']), { method: 'DELETE' })
    expect(await entries(test)).toMatchObject([{ outcome: 'withdrawn', reason: 'withdrawn' }])
  })

  it('when Gatehouse quits, or is cut off, is not said to wait for ever', async () => {
    const { test, door } = await atTheDoor()
    await ask(door)
    const copy = join(temporaryFolder(), 'gatehouse.db')
    test.platform.database.prepare('VACUUM INTO ?').run(copy)
    const quit = await test.restart()
    expect(await entries(quit)).toMatchObject([{ outcome: 'withdrawn' }])
    await quit.close()
    copyFileSync(copy, join(quit.platform.dataFolder, 'gatehouse.db'))
    const cutOff = await quit.restart()
    expect(await entries(cutOff)).toMatchObject([{ outcome: 'withdrawn', appName: 'Script' }])
    expect(await entries(await cutOff.restart())).toHaveLength(1)
  })

  it('by a name that hides characters is written down by a plain one, beside what it called itself', async () => {
    const { test, door } = await atTheDoor()
    const name = 'Cl\u200Baude\u202E\n pmis'
    await ask(door, name)
    const [entry] = await entries(test)
    expect(entry?.appName).toBe('Cl aude pmis')
    const [line] = await linesOf(test, entry)
    expect(line && detailsOf(line)).toMatchObject({ calls_itself: name })
  })
})

describe('while the log cannot be written', () => {
  const fill = ({ platform }: TestHub) =>
    platform.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )

  it('nobody is let in, and the question stays open', async () => {
    const { test, door } = await atTheDoor()
    await ask(door)
    const { id: pairingId } = await door.asked()
    fill(test)
    expect((await test.refusal('pairings.decide', { pairingId, allow: true })).code).toBe('INTERNAL')
    expect(await test.ask('pairings.list', {})).toHaveLength(1)
    test.platform.database.exec('DROP TRIGGER full')
    await test.ask('pairings.decide', { pairingId, allow: true })
    expect(await entries(test)).toMatchObject([{ outcome: 'succeeded' }])
  })

  it('no app is left behind whose token nobody has', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: true })
    fill(test)
    expect((await door.knock(String(body['poll']))).status).toBe(500)
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('a no is a no all the same, and nobody new can ask', async () => {
    const { test, door } = await atTheDoor()
    const { body } = await ask(door)
    const { id: pairingId } = await door.asked()
    fill(test)
    await test.ask('pairings.decide', { pairingId, allow: false })
    expect((await door.knock(String(body['poll']))).body).toEqual({ status: 'denied' })
    expect((await ask(door, 'Other')).status).toBe(500)
    expect(await test.ask('pairings.list', {})).toEqual([])
  })
})

it('a question that a crash has left open does not keep Gatehouse from starting on a full disk', async () => {
  const { test, door } = await atTheDoor()
  await ask(door)
  const note = vi.fn<() => never>(() => {
    throw new Error('disk full')
  })
  const { clock, database } = test.platform
  expect(() => createPairingRecorder({ note, database, clock })).not.toThrow()
  expect(note).toHaveBeenCalledOnce()
})

it('is no call: charts count calls, and apps without an id cannot be chosen', async () => {
  const test = await createConnectedHub()
  const door = await openDoor(test)
  await ask(door)
  await test.ask('pairings.decide', { pairingId: (await door.asked()).id, allow: false })
  const app = await test.pair('Desk')
  await app.call('notes_list_notes')
  const chart = await test.ask('activity.chart', { days: 366 })
  expect(chart.apps.map(({ name }) => name)).not.toContain('Script')
  const { apps, integrations, tools } = await test.ask('activity.choices', {})
  expect(apps).toEqual([{ id: app.appId, name: 'Desk' }])
  expect(integrations).toEqual(['gatehouse', 'notes'])
  expect(tools).toEqual(['gatehouse_pairing', 'notes_list_notes'])
})
