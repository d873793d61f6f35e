import { describe, expect, it } from 'vitest'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import { createBridgeClient, type BridgeClient } from '../testing/bridge-client.ts'

const DAY_MS = 24 * 60 * 60_000

async function ticketed(): Promise<{ test: TestHub; app: BridgeClient; id: string }> {
  const test = await createConnectedHub()
  const app = await test.pair()
  const call = app.call('notes_create_note', { title: 'Milk' })
  await test.questions()
  await test.platform.clock.advance(45_000)
  const { status, body } = await call
  expect(status).toBe(202)
  return { test, app, id: body.approval_id ?? '' }
}

describe('a ticket', () => {
  it('is an answer, not an error, and says what to do and until when', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call('notes_create_note', { title: 'Milk' })
    const [question] = await test.questions()
    await test.platform.clock.advance(45_000)
    const { body } = await call
    expect(body).toMatchObject({
      status: 'approval_pending',
      approval_id: question?.id,
      expires_at: question?.expiresAt,
    })
    expect(body['next']).toContain('gatehouse_get_result')
    expect(test.apiRequests()).toEqual([])
  })

  it('comes after the time that is set for the app', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.update', { appId: app.appId, approvalWaitSeconds: 5 })
    const call = app.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    await test.platform.clock.advance(5_000)
    expect((await call).status).toBe(202)
  })

  it('lets the call run once, later, and gives its result as often as asked', async () => {
    const { test, app, id } = await ticketed()
    await test.decide({ kind: 'allow_once' })
    for (let time = 0; time < 2; time += 1) {
      expect(await app.result({ approval_id: id })).toMatchObject({
        status: 200,
        body: { data: { id: 'note-1' } },
      })
    }
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('waits again when nobody has answered yet', async () => {
    const { test, app, id } = await ticketed()
    const again = app.result({ approval_id: id })
    // The request has to arrive before the clock moves.
    await expect.poll(() => test.platform.clock.pending()).toBe(2)
    await test.platform.clock.advance(45_000)
    expect(await again).toMatchObject({ status: 202, body: { approval_id: id } })
  })

  it('tells the reason of a no that came after it', async () => {
    const { test, app, id } = await ticketed()
    await test.decide({ kind: 'deny', reason: 'Ask me tomorrow.' })
    const { body } = await app.result({ approval_id: id })
    expect(body.error?.code).toBe('APPROVAL_DENIED')
    expect(body.error?.message).toContain('Ask me tomorrow.')
  })

  it('is worth nothing to another app', async () => {
    const { test, app, id } = await ticketed()
    const other = await test.pair('Other')
    expect((await other.result({ approval_id: id })).body.error?.code).toBe('RESOURCE_NOT_FOUND')
    await test.decide({ kind: 'allow_once' })
    expect((await app.result({ approval_id: id })).status).toBe(200)
    expect((await other.result({ approval_id: id })).body.error?.code).toBe('RESOURCE_NOT_FOUND')
  })

  it('outlives a restart once the call has run', async () => {
    const { test, app, id } = await ticketed()
    await test.decide({ kind: 'allow_once' })
    await app.result({ approval_id: id })
    const again = await test.restart()
    await again.hub.start()
    const { url } = await again.ask('bridge.status', {})
    const client = createBridgeClient(app.appId, url ?? '', app.token)
    expect((await client.result({ approval_id: id })).body).toEqual({ data: { id: 'note-1' } })
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('is void after a day, also in a hub that was never restarted', async () => {
    const { test, app, id } = await ticketed()
    await test.decide({ kind: 'allow_once' })
    await app.result({ approval_id: id })
    await test.platform.clock.advance(DAY_MS + 1)
    expect((await app.result({ approval_id: id })).body.error?.code).toBe('RESOURCE_NOT_FOUND')
    const left = test.platform.database.prepare('SELECT sealed_outcome FROM approvals').pluck().get()
    expect(left).toBeNull()
  })
})
