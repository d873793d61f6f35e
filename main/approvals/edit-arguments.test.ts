import { describe, expect, it } from 'vitest'
import { modernClient } from '../testing/mcp-clients.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import { argumentsHash } from './arguments-hash.ts'

const asked = { title: 'Milk', tags: ['shop'] }

const sentBodies = (test: TestHub): unknown[] =>
  test.platform.network.requests
    .filter(({ method, url }) => method === 'POST' && url.pathname === '/notes')
    .map(({ body }) => JSON.parse(body ?? '') as unknown)

async function asking(args: object = asked) {
  const test = await createConnectedHub()
  const app = await test.pair()
  const call = app.call('notes_create_note', args)
  const [question] = await test.questions()
  const allow = (values: Record<string, unknown>) =>
    ({ approvalId: question?.id ?? '', decision: { kind: 'allow_once', arguments: values } }) as const
  return { test, app, call, question, allow }
}

describe('arguments that the person changes first', () => {
  it('are what runs, in place of the app’s', async () => {
    const { test, call, allow } = await asking()
    await test.ask('approvals.decide', allow({ title: 'Oat milk' }))
    expect((await call).status).toBe(200)
    expect(sentBodies(test)).toEqual([{ title: 'Oat milk' }])
  })

  it('are offered as they would be sent, with the tool’s schema', async () => {
    const { test, call, question } = await asking()
    const detail = await test.ask('approvals.get', { approvalId: question?.id ?? '' })
    expect(detail).toMatchObject({
      arguments: asked,
      schema: { properties: { title: { minLength: 1 } }, required: ['title'] },
      proposals: [
        { path: 'title', operator: 'equals', value: 'Milk' },
        { path: 'tags', operator: 'every_one_of', value: ['shop'] },
      ],
    })
    await test.decide({ kind: 'deny' })
    await call
  })

  it.each([
    [{}, 'title'],
    [{ title: '' }, 'title'],
    [{ title: 'a', tags: ['b', 7] }, 'tags.1'],
    [{ title: 'a', bcc: 'evil@example.com' }, ''],
  ])('must fit the tool; %j is refused at its field, and the question stays open', async (values, path) => {
    const { test, call, allow } = await asking()
    const refused = await test.refusal('approvals.decide', allow(values))
    expect(refused).toMatchObject({ code: 'INVALID_PARAMS', details: { fields: [{ path }] } })
    expect(test.apiRequests()).toEqual([])
    await test.decide({ kind: 'allow_once' })
    await call
    expect(sentBodies(test)).toEqual([asked])
  })

  it('are said in the tool’s own sentence before they run, and nothing runs of that', async () => {
    const { test, call, question, allow } = await asking()
    const summarize = (values: Record<string, unknown>) => ({
      approvalId: question?.id ?? '',
      arguments: values,
    })
    expect(question?.summary).toBe('Create the note “Milk”')
    const said = await test.ask('approvals.summarize', summarize({ title: 'Oat milk' }))
    expect(said).toEqual({ summary: 'Create the note “Oat milk”' })
    const refused = await test.refusal('approvals.summarize', summarize({ title: '' }))
    expect(refused).toMatchObject({ code: 'INVALID_PARAMS', details: { fields: [{ path: 'title' }] } })
    expect(test.apiRequests()).toEqual([])
    await test.ask('approvals.decide', allow({ title: 'Oat milk' }))
    await call
    const late = await test.refusal('approvals.summarize', summarize({ title: 'Oat milk' }))
    expect(late.code).toBe('APPROVAL_EXPIRED')
  })

  it('run once, and a second answer of any kind comes too late', async () => {
    const { test, call, allow } = await asking()
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => test.hub.router('approvals.decide', allow({ title }))),
    )
    await call
    expect(answers.map(({ ok }) => ok)).toEqual([true, false])
    expect(sentBodies(test)).toEqual([{ title: 'One' }])
  })

  it('are told to the app by name, beside the data and without the values', async () => {
    const { test, call, allow } = await asking()
    await test.ask('approvals.decide', allow({ title: 'A private title', tags: ['shop'] }))
    const { body } = await call
    expect(body).toMatchObject({ data: { id: 'note-1' }, gatehouse: { edited: ['title'] } })
    expect(JSON.stringify(body)).not.toContain('private')
  })

  it('are told to an MCP client in text and structure, and leave the data’s own text whole', async () => {
    const test = await createConnectedHub()
    const client = await modernClient(await test.pair())
    const call = client.call('notes_create_note', asked)
    const approvalId = (await test.questions())[0]?.id ?? ''
    const decision = { kind: 'allow_once', arguments: { title: 'Oat milk', tags: ['shop'] } } as const
    await test.ask('approvals.decide', { approvalId, decision })
    expect(await call).toMatchObject({
      content: [{ text: '{"id":"note-1"}' }, { text: expect.stringContaining('changed these arguments') }],
      structuredContent: { id: 'note-1', gatehouse: { edited: ['title'] } },
    })
  })

  it('are told as well to an app that comes back with its ticket', async () => {
    const { test, app, call, allow } = await asking()
    await test.platform.clock.advance(45_000)
    const ticket = await call
    await test.ask('approvals.decide', allow({ title: 'Oat milk' }))
    const { body } = await app.result({ approval_id: ticket.body.approval_id })
    expect(body).toMatchObject({ data: { id: 'note-1' }, gatehouse: { edited: ['title', 'tags'] } })
  })

  it('leave both in the log: what was asked and what ran, secrets redacted', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const picture = { kind: 'message', place: 'here', text: 'hello', token: 'abc-secret' }
    const call = app.call('mischief_send_drawn', { picture })
    const approvalId = (await test.questions())[0]?.id ?? ''
    const decision = { kind: 'allow_once', arguments: { picture: 'none' } } as const
    await test.ask('approvals.decide', { approvalId, decision })
    await call
    const { rows } = await test.ask('activity.list', {})
    const lines = test.platform.database
      .prepare<[], { outcome: string; reason: string; details: string }>(
        "SELECT outcome, reason, details FROM audit WHERE tool = 'mischief_send_drawn'",
      )
      .all()
    expect(lines.map(({ outcome }) => outcome)).toEqual(['started', 'succeeded'])
    for (const { reason, details } of lines) {
      expect(reason).toBe('approved with changes')
      expect(JSON.parse(details)).toMatchObject({
        asked: { picture: { text: 'hello', token: '[redacted]' } },
        ran: { picture: 'none' },
      })
    }
    expect(JSON.stringify(rows)).not.toContain('abc-secret')
  })

  it('that are the app’s own after all are a plain yes', async () => {
    const { test, call, allow } = await asking()
    await test.ask('approvals.decide', allow({ tags: ['shop'], title: 'Milk' }))
    expect((await call).body).not.toHaveProperty('gatehouse')
    const { rows } = await test.ask('activity.list', {})
    expect(rows[0]).toMatchObject({ reason: 'approved', details: JSON.stringify(asked) })
  })

  it('are hashed anew: the row says what ran', async () => {
    const { test, app, call, question, allow } = await asking()
    await test.ask('approvals.decide', allow({ title: 'Oat milk' }))
    await call
    const connection = question?.connectionId
    const ran = argumentsHash([app.appId, 'notes_create_note', connection, { title: 'Oat milk' }])
    const row = test.platform.database.prepare('SELECT arguments_hash FROM approvals').get()
    expect(row).toEqual({ arguments_hash: ran })
  })

  it('remember nothing: the next call asks again', async () => {
    const { test, app, call, allow } = await asking()
    await test.ask('approvals.decide', allow({ title: 'Oat milk' }))
    await call
    const again = app.call('notes_create_note', { title: 'Oat milk' })
    await test.questions()
    await test.decide({ kind: 'deny' })
    expect((await again).status).toBe(403)
  })

  it('are no way into what Gatehouse itself would do', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const manage = { action: 'configure', toolkit: 'hosted', scopes: [] }
    const call = app.fetch('/v1/manage_integrations', {
      method: 'POST',
      headers: { authorization: `Bearer ${app.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(manage),
    })
    const [question] = await test.questions()
    expect(question?.isEditable).toBe(false)
    const decision = { kind: 'allow_once', arguments: { ...manage, toolkit: 'notes' } } as const
    const refused = await test.refusal('approvals.decide', { approvalId: question?.id ?? '', decision })
    expect(refused.code).toBe('INVALID_PARAMS')
    await test.decide({ kind: 'deny' })
    await call
  })
})
