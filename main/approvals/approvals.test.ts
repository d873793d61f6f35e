import { describe, expect, it } from 'vitest'
import { turn } from '../testing/manual-clock.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const create = ['notes_create_note', { title: 'Milk', tags: ['shop'] }] as const

describe('a call that asks', () => {
  it('does not reach the network before the person has said yes', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const before = test.platform.network.requests.length
    const call = app.call(...create)
    await test.questions()
    expect(test.platform.network.requests).toHaveLength(before)
    await test.decide({ kind: 'allow_once' })
    await call
  })

  it('runs exactly once when allowed', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    await test.decide({ kind: 'allow_once' })
    expect(await call).toMatchObject({ status: 200, body: { data: { id: 'note-1' } } })
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('shows the person app, account, sentence and every argument', async () => {
    const test = await createConnectedHub()
    const app = await test.pair('Desk assistant')
    const call = app.call(...create)
    const [question] = await test.questions()
    expect(question).toMatchObject({
      appName: 'Desk assistant',
      accountName: 'ada@example.com',
      effect: 'write',
      summary: 'Create the note “Milk”',
      fields: [
        { path: 'title', text: 'Milk' },
        { path: 'tags[0]', text: 'shop' },
      ],
    })
    await test.decide({ kind: 'deny' })
    await call
  })

  it('never runs when denied, and hands on the reason the person gave', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    await test.decide({ kind: 'deny', reason: 'Use the other list.' })
    const { status, body } = await call
    expect(status).toBe(403)
    expect(body.error).toMatchObject({ code: 'APPROVAL_DENIED' })
    expect(body.error?.message).toContain('Use the other list.')
    expect(test.apiRequests()).toEqual([])
  })

  it('is shown, and hides no other one, when its sentence cannot be made', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const calls = [app.call('mischief_send_unnamed', {}), app.call(...create)]
    const questions = await test.questions(2)
    expect(questions.map(({ tool }) => tool).sort()).toEqual(['mischief_send_unnamed', 'notes_create_note'])
    for (const { id } of questions) {
      await test.ask('approvals.decide', { approvalId: id, decision: { kind: 'deny' } })
    }
    await Promise.all(calls)
  })

  it('shows what it will look like, as data', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const picture = { kind: 'mail', to: ['a@x'], bcc: ['b@x'], subject: '<b>Hi</b>', body: '' }
    const call = app.call('mischief_send_drawn', { picture })
    expect(await test.questions()).toMatchObject([{ preview: picture }])
    await test.decide({ kind: 'deny' })
    await call
  })

  it.each([
    ['cannot be made', undefined],
    ['is not one', 'a mail'],
    ['is of no known kind', { kind: 'html', body: '<b>' }],
    ['has a field that would not be shown', { kind: 'mail', to: ['a@x'], blindCopies: ['b@x'] }],
    ['has a field of another type', { kind: 'message', place: ['a'], text: 'x' }],
    ['shows nothing', { kind: 'event' }],
  ])('is shown without a picture that %s', async (_, picture) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const args = picture === undefined ? {} : { picture }
    const call = app.call('mischief_send_drawn', args)
    const [question] = await test.questions()
    expect(question).toMatchObject({ tool: 'mischief_send_drawn', preview: null })
    expect(question?.fields.length).toBeGreaterThanOrEqual(Object.keys(args).length)
    await test.decide({ kind: 'deny' })
    await call
  })

  it('asks for a destructive tool as such', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call('notes_delete_note', { note_id: 'n1' })
    expect(await test.questions()).toMatchObject([{ effect: 'destructive' }])
    await test.decide({ kind: 'deny' })
    await call
  })
})

describe('a question', () => {
  it('takes one answer: a second click neither runs again nor undoes', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    const approvalId = (await test.questions())[0]?.id ?? ''
    const answers = await Promise.all(
      (['allow_once', 'allow_once', 'deny'] as const).map((kind) =>
        test.hub.router('approvals.decide', { approvalId, decision: { kind } }),
      ),
    )
    await call
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false])
    const later = await test.refusal('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    expect(later.code).toBe('APPROVAL_EXPIRED')
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it('ends after fifteen minutes, and a late yes runs nothing', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const ticket = app.call(...create)
    const approvalId = (await test.questions())[0]?.id ?? ''
    await test.platform.clock.advance(45_000)
    expect((await ticket).status).toBe(202)
    await test.platform.clock.advance(15 * 60_000)
    expect(test.hub.waitingApprovals()).toBe(0)
    const late = await test.refusal('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    expect(late.code).toBe('APPROVAL_EXPIRED')
    expect((await app.result({ approval_id: approvalId })).body.error?.code).toBe('APPROVAL_EXPIRED')
    expect(test.apiRequests()).toEqual([])
  })

  it('has ended too when the computer slept through its timer', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    const approvalId = (await test.questions())[0]?.id ?? ''
    test.platform.clock.sleep(16 * 60_000)
    const late = await test.refusal('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    expect(late.code).toBe('APPROVAL_EXPIRED')
    expect((await call).body.error?.code).toBe('APPROVAL_EXPIRED')
    expect(test.apiRequests()).toEqual([])
  })

  it('leaves no timer behind once it is answered', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call(...create)
    await test.decide({ kind: 'allow_once' })
    await call
    await turn()
    expect(test.platform.clock.pending()).toBe(0)
  })
})

it('an app cannot bury the person under questions', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const calls = Array.from({ length: 51 }, (_, index) =>
    app.call('notes_create_note', { title: `n${index}` }),
  )
  const refused = await Promise.race(calls)
  expect([refused.status, refused.body.error?.code]).toEqual([429, 'RATE_LIMITED'])
  expect(await test.ask('approvals.list', {})).toHaveLength(50)
  await test.close()
  await Promise.allSettled(calls)
})
