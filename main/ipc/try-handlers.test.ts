import { describe, expect, it } from 'vitest'
import { createConnectedHub } from '../testing/test-hub.ts'

describe('a tool tried from the window', () => {
  it('is told with its schema, by any case of its name', async () => {
    const test = await createConnectedHub()
    expect(await test.ask('tools.get', { tool: 'NOTES_CREATE_NOTE' })).toMatchObject({
      name: 'notes_create_note',
      effect: 'write',
      policy: 'ask',
      schema: { type: 'object', required: ['title'] },
    })
  })

  it('asks as any app’s call does, and answers once it is allowed', async () => {
    const test = await createConnectedHub()
    const trying = test.ask('tools.try', { tool: 'notes_create_note', arguments: { title: 'Milk' } })
    const [question] = await test.questions()
    expect(question).toMatchObject({ appName: 'Gatehouse', tool: 'notes_create_note' })
    expect(test.apiRequests()).toEqual([])
    await test.decide({ kind: 'allow_once' })
    expect(await trying).toMatchObject({ kind: 'data', data: { id: 'note-1' } })
    const { rows } = await test.ask('activity.list', {})
    expect(rows[0]).toMatchObject({ appName: 'Gatehouse', outcome: 'succeeded' })
  })

  it('is not run when the person then says no', async () => {
    const test = await createConnectedHub()
    const trying = test.refusal('tools.try', { tool: 'notes_create_note', arguments: { title: 'Milk' } })
    await test.decide({ kind: 'deny' })
    expect((await trying).code).toBe('APPROVAL_DENIED')
    expect(test.apiRequests()).toEqual([])
  })

  it('goes on waiting when nobody answers, and says so', async () => {
    const test = await createConnectedHub()
    const trying = test.ask('tools.try', { tool: 'notes_create_note', arguments: { title: 'Milk' } })
    await test.questions()
    await test.platform.clock.advance(55_000)
    expect(await trying).toMatchObject({ kind: 'pending' })
    expect(test.hub.waitingApprovals()).toBe(1)
  })

  it('is refused while it is blocked', async () => {
    const test = await createConnectedHub()
    await test.ask('policies.set', { tool: 'notes_list_notes', policy: 'block' })
    const refused = await test.refusal('tools.try', { tool: 'notes_list_notes', arguments: {} })
    expect(refused.code).toBe('TOOL_BLOCKED')
  })

  it('says which argument is wrong, by its path', async () => {
    const test = await createConnectedHub()
    const refused = await test.refusal('tools.try', { tool: 'notes_create_note', arguments: { title: 7 } })
    expect(refused).toMatchObject({ code: 'INVALID_PARAMS', details: { fields: [{ path: 'title' }] } })
  })

  it('uses the account that was chosen', async () => {
    const test = await createConnectedHub()
    const refused = await test.refusal('tools.try', {
      tool: 'notes_list_notes',
      arguments: {},
      connectionId: 'con_of_nobody',
    })
    expect(refused).toMatchObject({ code: 'INVALID_PARAMS' })
  })
})
