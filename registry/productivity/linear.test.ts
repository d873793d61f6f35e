import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { linear } from './linear.ts'

function call(name: string, args: Readonly<Record<string, unknown>>, data: unknown) {
  return callTool(linear, name, args, jsonResponse({ data }))
}

describe('linear', () => {
  it('reads a long description on from offset', async () => {
    const data = { issue: { id: 'b1f2', description: 'a'.repeat(10_000) + 'b'.repeat(5) } }
    const first = await call('linear_get_issue', { id: 'ENG-12' }, data)
    expect(first.result).toMatchObject({
      description: 'a'.repeat(10_000),
      next_offset: 10_000,
      total_chars: 10_005,
    })
    const second = await call('linear_get_issue', { id: 'ENG-12', offset: 10_000 }, data)
    expect(second.result).toMatchObject({ description: 'bbbbb', total_chars: 10_005 })
    expect(second.result).not.toHaveProperty('next_offset')
  })

  it.each([
    ['linear_create_issue', { team_id: 't1', title: 'Crash' }],
    ['linear_update_issue', { id: 'ENG-12', title: 'Crash' }],
    ['linear_create_comment', { issue_id: 'ENG-12', body: 'Fixed' }],
    ['linear_archive_issue', { id: 'b1f2' }],
  ])('%s does not report success when Linear says success: false', async (name, args) => {
    await expect(call(name, args, { saved: { success: false } })).rejects.toThrow('Linear did not')
  })

  it('does not send an update without a field', async () => {
    const { context, requests } = fakeContext(linear, [])
    const update = linear.tools.find((tool) => tool.name === 'linear_update_issue')
    await expect(update?.handler({ id: 'ENG-12' }, context)).rejects.toThrow('No field to change')
    expect(requests).toEqual([])
  })

  it('survives fields and enum values it does not know', async () => {
    const node = { id: 's1', name: 'Todo', type: 'brand-new', team: { key: 'ENG' }, unheard: { of: 1 } }
    const { result } = await call('linear_list_workflow_states', {}, { workflowStates: { nodes: [node] } })
    expect(result).toEqual({ states: [{ id: 's1', name: 'Todo', type: 'brand-new', team: 'ENG' }] })
  })

  it.each([
    [
      'an ended sign-in, which comes with status 400',
      { code: 'AUTHENTICATION_ERROR', type: 'authentication error' },
      { status: 401 },
    ],
    [
      'what is not there, in the words for people',
      { code: 'INPUT_ERROR', userPresentableMessage: 'Could not find referenced Issue.' },
      { reason: 'Could not find referenced Issue.' },
    ],
    [
      'an argument that is not valid',
      { code: 'INVALID_INPUT', userPresentableMessage: 'title must be longer than 1.' },
      { reason: 'title must be longer than 1.' },
    ],
  ])('passes on %s', async (_what, extensions, refusal) => {
    const errors = [{ message: 'Failed', extensions: { ...extensions, userError: true } }]
    const refused = callTool(
      linear,
      'linear_get_issue',
      { id: 'X-1' },
      jsonResponse({ errors }, { status: 400 }),
    )
    await expect(refused).rejects.toMatchObject(refusal)
  })

  it('passes a rate limit on as one', async () => {
    const errors = [{ message: 'Rate limit exceeded', extensions: { code: 'RATELIMITED' } }]
    const refused = callTool(linear, 'linear_list_teams', {}, jsonResponse({ errors }, { status: 400 }))
    await expect(refused).rejects.toMatchObject({ status: 429, reason: 'Rate limit exceeded' })
  })

  it.each([
    ['linear_create_issue', { team_id: 't', title: 'A “b”' }, 'Create the issue “A "b"”'],
    [
      'linear_update_issue',
      { id: 'ENG-1', title: 'T', label_ids: [] },
      'Change title and labels of the issue “ENG-1”',
    ],
    ['linear_create_comment', { issue_id: 'ENG-1', body: 'a\nb' }, 'Comment on the issue “ENG-1”: “a b”'],
    ['linear_archive_issue', { id: 'b1f2' }, 'Archive the issue “b1f2”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(linear.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it('names the account by e-mail and workspace: one person may have several', async () => {
    const viewer = { id: 'u1', name: 'Ada', email: 'ada@example.com', organization: { name: 'Acme' } }
    const { context } = fakeContext(linear, [jsonResponse({ data: { viewer } })])
    expect(await linear.account.identify(context)).toEqual({ id: 'u1', name: 'ada@example.com (Acme)' })
  })

  it.each([
    [
      'linear_update_issue',
      { id: 'ENG-1', title: 'Bug', body: 'Fails' },
      { kind: 'document', place: 'ENG-1', title: 'Bug', body: 'Fails' },
    ],
    ['linear_update_issue', { id: 'ENG-1', state_id: 's1' }, undefined],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = linear.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
