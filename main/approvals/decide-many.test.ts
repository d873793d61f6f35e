import { describe, expect, it } from 'vitest'
import { createConnectedHub } from '../testing/test-hub.ts'

async function waiting(calls: readonly (readonly [string, object])[]) {
  const test = await createConnectedHub()
  const app = await test.pair()
  const answers = calls.map(([tool, args]) => app.call(tool, args))
  const questions = await test.questions(calls.length)
  return { test, app, answers, ids: questions.map(({ id }) => id) }
}

const note = (title: string) => ['notes_create_note', { title }] as const

describe('several questions of one kind', () => {
  it('are allowed with one answer, each of them running once', async () => {
    const { test, answers, ids } = await waiting([note('a'), note('b'), note('c')])
    const twice = [...ids, ...ids]
    const decided = await test.ask('approvals.decideMany', {
      approvalIds: twice,
      decision: { kind: 'allow_once' },
    })
    expect(decided).toEqual({ decided: ids, missed: [] })
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(test.apiRequests()).toEqual(['POST /notes', 'POST /notes', 'POST /notes'])
  })

  it('are denied with one answer and one reason', async () => {
    const { test, answers, ids } = await waiting([note('a'), note('b')])
    const decision = { kind: 'deny', reason: 'Too many.' } as const
    await test.ask('approvals.decideMany', { approvalIds: ids, decision })
    for (const { body } of await Promise.all(answers)) expect(body.error?.message).toContain('Too many.')
    expect(test.apiRequests()).toEqual([])
  })

  it('that ended meanwhile are told, and do not run; the others do', async () => {
    const { test, answers, ids } = await waiting([note('a'), note('b')])
    const [first = '', second = ''] = ids
    await test.ask('approvals.decide', { approvalId: first, decision: { kind: 'deny' } })
    const decided = await test.ask('approvals.decideMany', {
      approvalIds: [...ids, 'apr_of_nobody'],
      decision: { kind: 'allow_once' },
    })
    expect(decided.decided).toEqual([second])
    expect(decided.missed.map(({ approvalId }) => approvalId)).toEqual([first, 'apr_of_nobody'])
    expect(decided.missed[0]?.message).toContain('no longer open')
    await Promise.all(answers)
    expect(test.apiRequests()).toEqual(['POST /notes'])
  })

  it.each([
    [
      'destroy something',
      [
        ['notes_delete_note', { note_id: 'a' }],
        ['notes_delete_note', { note_id: 'b' }],
      ],
    ],
    ['are of two tools', [note('a'), ['notes_update_note', { note_id: 'a', title: 'b' }]]],
  ] as const)('that %s are not allowed at once: nothing runs', async (_, calls) => {
    const { test, answers, ids } = await waiting(calls)
    const many = { approvalIds: ids, decision: { kind: 'allow_once' } } as const
    expect((await test.refusal('approvals.decideMany', many)).code).toBe('INVALID_PARAMS')
    expect(test.hub.waitingApprovals()).toBe(2)
    expect(test.apiRequests()).toEqual([])
    for (const approvalId of ids) {
      await test.ask('approvals.decide', { approvalId, decision: { kind: 'deny' } })
    }
    await Promise.all(answers)
  })

  it('that destroy something can be denied at once', async () => {
    const { test, answers, ids } = await waiting([
      ['notes_delete_note', { note_id: 'a' }],
      ['notes_delete_note', { note_id: 'b' }],
    ])
    await test.ask('approvals.decideMany', { approvalIds: ids, decision: { kind: 'deny' } })
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403])
  })

  it('of two apps are not answered as one', async () => {
    const { test, answers, ids } = await waiting([note('a')])
    const other = await test.pair('Other app')
    const more = other.call(...note('a'))
    const questions = await test.questions(2)
    const many = { approvalIds: questions.map(({ id }) => id), decision: { kind: 'allow_once' } } as const
    expect((await test.refusal('approvals.decideMany', many)).code).toBe('INVALID_PARAMS')
    expect(ids).toHaveLength(1)
    for (const { id } of questions) {
      await test.ask('approvals.decide', { approvalId: id, decision: { kind: 'deny' } })
    }
    await Promise.all([...answers, more])
  })
})
