import { expect, it, vi } from 'vitest'
import { createConnectedHub } from '../testing/test-hub.ts'

it('a call’s details are its lines, with their hashes, and only in its own workspace', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
  await app.call('notes_create_note', { title: 'Milk' })
  const [row] = (await test.ask('activity.list', {})).rows
  const callId = row?.callId ?? ''
  const { lines, isCut } = await test.ask('activity.get', { callId })
  expect(lines.map(({ outcome }) => outcome)).toEqual(['started', 'succeeded'])
  expect(lines.at(-1)).toMatchObject({ seq: row?.seq, details: row?.details })
  expect(lines[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(isCut).toBe(false)
  await test.ask('activity.copy', { callId })
  expect(JSON.parse(test.platform.copied.at(-1) ?? '')).toEqual(lines)
  await test.ask('workspaces.create', { name: 'Work' })
  expect((await test.refusal('activity.get', { callId })).code).toBe('RESOURCE_NOT_FOUND')
  expect((await test.ask('activity.choices', {})).tools).toEqual([])
})

it('counts what an app asks of Gatehouse itself as calls of that app', async () => {
  const test = await createConnectedHub()
  vi.useFakeTimers({ toFake: ['Date'], now: test.platform.clock.now() })
  const app = await test.pair('Desk')
  const call = app.call('manage_integrations', { action: 'disable', toolkit: 'notes' })
  await test.questions()
  await test.decide({ kind: 'deny' })
  await call
  const { rows } = await test.ask('activity.list', {})
  const chart = await test.ask('activity.chart', { days: 30 })
  vi.useRealTimers()
  expect(rows).toMatchObject([{ integrationId: 'gatehouse', tool: 'manage_integrations', appName: 'Desk' }])
  expect(chart.apps).toMatchObject([{ name: 'Desk', calls: 1 }])
})

it('counts calls by day, app and outcome, and each call once', async () => {
  const test = await createConnectedHub()
  vi.useFakeTimers({ toFake: ['Date'], now: test.platform.clock.now() })
  const app = await test.pair('Desk')
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
  await app.call('notes_create_note', { title: 'Milk' })
  await app.call('notes_list_notes')
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'block' })
  await app.call('notes_create_note', { title: 'No' })
  const chart = await test.ask('activity.chart', { days: 30 })
  vi.useRealTimers()
  expect(chart.days).toHaveLength(30)
  expect(chart.days.at(-1)?.groups).toEqual({ done: 2, failed: 0, notRun: 1, running: 0 })
  expect(chart.days[0]?.groups.done).toBe(0)
  expect(chart.apps).toMatchObject([{ name: 'Desk', calls: 3 }])
  expect(chart.outcomes).toEqual([
    { outcome: 'succeeded', calls: 2 },
    { outcome: 'refused', calls: 1 },
  ])
})

it('offers what the log has, also of an app that is gone', async () => {
  const test = await createConnectedHub()
  const app = await test.pair('Gone')
  await app.call('notes_list_notes')
  await test.ask('apps.remove', { appId: app.appId })
  expect(await test.ask('activity.choices', {})).toMatchObject({
    apps: [{ id: app.appId, name: 'Gone' }],
    integrations: ['notes'],
    tools: ['notes_list_notes'],
  })
})
