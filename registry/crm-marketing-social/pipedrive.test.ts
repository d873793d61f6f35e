import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { pipedrive } from './pipedrive.ts'

describe('pipedrive', () => {
  it.each([
    ['pipedrive_update_deal', { deal_id: 9 }],
    ['pipedrive_update_activity', { activity_id: 4 }],
  ])('%s does not send a change of nothing', async (name, args) => {
    await expect(callTool(pipedrive, name, args)).rejects.toThrow('No field to change')
  })

  it('refuses a cursor of notes that is none: Pipedrive would start over', async () => {
    const call = callTool(pipedrive, 'pipedrive_list_notes', { cursor: 'abc' })
    await expect(call).rejects.toMatchObject({ status: 400 })
  })

  it.each([
    [400, "'person_id' is a read-only field."],
    [401, 'unauthorized access'],
    [404, 'Deal not found'],
  ])('passes HTTP %i on in Pipedrive’s words', async (status, error) => {
    const answer = jsonResponse({ success: false, error }, { status })
    const call = callTool(pipedrive, 'pipedrive_get_deal', { deal_id: 9 }, answer)
    await expect(call).rejects.toMatchObject({ status, reason: error })
  })

  it('says how long a rate limit lasts', async () => {
    const headers = { 'retry-after': '2', 'x-ratelimit-remaining': '0' }
    const answer = jsonResponse({ success: false, error: 'request over limit' }, { status: 429, headers })
    const call = callTool(pipedrive, 'pipedrive_get_users', {}, answer)
    await expect(call).rejects.toMatchObject({ status: 429, retryAfterSeconds: 2 })
  })

  it('names the account by person and company: one person may have several', async () => {
    const data = { id: 1, name: 'Ada', email: 'ada@example.com', company_id: 7, company_name: 'Acme' }
    const { context, requests } = fakeContext(pipedrive, [jsonResponse({ success: true, data })])
    expect(await pipedrive.account.identify(context)).toEqual({ id: '7/1', name: 'ada@example.com (Acme)' })
    expect(requests[0]?.url.href).toBe('https://api.pipedrive.com/v1/users/me')
  })

  it.each([
    ['pipedrive_update_deal', { deal_id: 9, stage_id: 2 }, 'Change stage of the deal “9”'],
    [
      'pipedrive_create_activity',
      { subject: 'Call', due_date: '2026-01-02' },
      'Plan “Call” for “2026-01-02”',
    ],
    ['pipedrive_create_note', { body: 'a\nb' }, 'Add the note “a b”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(pipedrive.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
