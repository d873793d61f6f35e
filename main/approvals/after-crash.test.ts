import { expect, it } from 'vitest'
import { createBridgeClient } from '../testing/bridge-client.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

it('says that the outcome is unknown when it stopped in the middle of a call, and does not run it again', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const insert = test.platform.database.prepare(
    "INSERT INTO approvals (id, app_id, tool, arguments_hash, state, requested_at) VALUES (?, ?, 'notes_create_note', '', ?, 0)",
  )
  insert.run('apr_running', app.appId, 'running')
  insert.run('apr_waiting', app.appId, 'waiting')
  const again = await test.restart()
  await again.hub.start()
  const { url } = await again.ask('bridge.status', {})
  const client = createBridgeClient(app.appId, url ?? '', app.token)
  expect((await client.result({ approval_id: 'apr_running' })).body.error?.code).toBe('OUTCOME_UNKNOWN')
  expect((await client.result({ approval_id: 'apr_waiting' })).body.error?.code).toBe('APPROVAL_WITHDRAWN')
  expect(again.hub.waitingApprovals()).toBe(0)
  expect(test.apiRequests()).toEqual([])
})

it('keeps no arguments of a parked call on the disk', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const call = app.call('notes_create_note', { title: 'a title that is nobody’s business' })
  await test.questions()
  const rows = JSON.stringify(test.platform.database.prepare('SELECT * FROM approvals').all())
  expect(rows).not.toContain('business')
  await test.decide({ kind: 'deny' })
  await call
})
