import { describe, expect, it } from 'vitest'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

function breakLog(test: TestHub, when: string): void {
  test.platform.database.exec(
    `CREATE TRIGGER full BEFORE INSERT ON audit WHEN ${when} BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  )
}

describe('a write whose start cannot be logged', () => {
  it('does not run when allowed by the person', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const call = app.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    breakLog(test, 'true')
    await test.decide({ kind: 'allow_once' })
    expect((await call).body.error?.code).toBe('INTERNAL')
    expect(test.apiRequests()).toEqual([])
  })

  it('does not run when allowed by policy', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
    breakLog(test, 'true')
    expect((await app.call('notes_create_note', { title: 'Milk' })).body.error?.code).toBe('INTERNAL')
    expect(test.apiRequests()).toEqual([])
  })
})

it.each(['auto', 'ask'] as const)(
  'tells the outcome of a write whose end cannot be logged: %s',
  async (policy) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('policies.set', { tool: 'notes_create_note', policy })
    breakLog(test, "new.outcome = 'succeeded'")
    const call = app.call('notes_create_note', { title: 'Milk' })
    if (policy === 'ask') await test.decide({ kind: 'allow_once' })
    expect((await call).body).toEqual({ data: { id: 'note-1' } })
  },
)

describe('the log says', () => {
  it('who did what with which account, why, and how it ended', async () => {
    const test = await createConnectedHub()
    const app = await test.pair('Desk assistant')
    const call = app.call('notes_create_note', { title: 'Milk' })
    await test.decide({ kind: 'allow_once' })
    await call
    const { rows } = await test.ask('activity.list', {})
    expect(rows).toMatchObject([
      {
        appName: 'Desk assistant',
        integrationId: 'notes',
        tool: 'notes_create_note',
        accountName: 'ada@example.com',
        outcome: 'succeeded',
        reason: 'approved',
        details: '{"title":"Milk"}',
      },
    ])
  })

  it('that a call was denied, blocked or failed', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const denied = app.call('notes_create_note', { title: 'Milk' })
    await test.decide({ kind: 'deny', reason: 'no' })
    await denied
    await test.ask('policies.set', { tool: 'notes_delete_note', policy: 'block' })
    await app.call('notes_delete_note', { note_id: 'n' })
    await app.call('mischief_get_throw')
    const { rows } = await test.ask('activity.list', {})
    expect(rows.map(({ outcome, errorCode }) => [outcome, errorCode])).toEqual([
      ['failed', 'INTERNAL'],
      ['refused', 'TOOL_BLOCKED'],
      ['denied', 'APPROVAL_DENIED'],
    ])
    expect(await test.ask('activity.verify', {})).toMatchObject({ brokenAt: null })
  })
})
