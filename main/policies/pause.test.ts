import { expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

it('lets no call of any app through while all are paused, reads too, and says so', async () => {
  const test = await createConnectedHub()
  const apps = [await test.pair('One'), await test.pair('Two')]
  await test.ask('apps.pause', { paused: true })
  for (const app of apps) {
    expect((await app.call('notes_list_notes', {})).body.error?.code).toBe('PAUSED')
    expect((await app.call('notes_create_note', { title: 'x' })).body.error?.code).toBe('PAUSED')
  }
  expect(test.apiRequests()).toEqual([])
  const { rows } = await test.ask('activity.list', {})
  expect(rows).toHaveLength(4)
  expect(rows[0]).toMatchObject({ outcome: 'refused', errorCode: 'PAUSED' })
})

it('takes back what waits for an answer: it does not run after the pause', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calling = app.call('notes_create_note', { title: 'x' })
  const [question] = await test.questions()
  await test.ask('apps.pause', { paused: true })
  expect((await calling).body.error?.code).toBe('APPROVAL_WITHDRAWN')
  const late = await test.refusal('approvals.decide', {
    approvalId: question?.id ?? '',
    decision: { kind: 'allow_once' },
  })
  expect(late.code).toBe('APPROVAL_EXPIRED')
  await test.ask('apps.pause', { paused: false })
  expect(test.apiRequests()).toEqual([])
  expect((await app.call('notes_list_notes', {})).status).toBe(200)
})

it('refuses a widening of access while paused', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('apps.pause', { paused: true })
  const { body } = await app.call('manage_integrations', { action: 'disable', toolkit: 'notes' })
  expect(body.error?.code).toBe('PAUSED')
})

it('stays paused after a restart', async () => {
  const test = await createConnectedHub()
  await test.ask('apps.pause', { paused: true })
  const again = await test.restart()
  expect(await again.ask('bridge.status', {})).toMatchObject({ isPaused: true })
  expect(again.hub.isPaused()).toBe(true)
})

it('goes on serving the person in the window', async () => {
  const test = await createConnectedHub()
  test.service.api = () => json({ folders: [{ id: 'f1', title: 'Ideas' }] })
  await test.ask('apps.pause', { paused: true })
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  const connectionId = connections[0]?.id ?? ''
  expect(await test.ask('connections.listChoices', { connectionId, argument: 'folder_id' })).not.toEqual([])
})
