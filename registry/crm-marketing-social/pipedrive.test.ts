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

  it.each([
    [
      'pipedrive_create_activity',
      { subject: 'Call', due_date: '2026-01-02', due_time: '14:30', note: 'Ask' },
      { kind: 'event', title: 'Call', start: '2026-01-02T14:30Z', allDay: false, description: 'Ask' },
    ],
    [
      'pipedrive_create_activity',
      { subject: 'Call', due_date: '2026-01-02' },
      { kind: 'event', title: 'Call', start: '2026-01-02', allDay: true },
    ],
    ['pipedrive_create_activity', { subject: 'Call' }, { kind: 'event', title: 'Call' }],
    ['pipedrive_update_activity', { activity_id: 4, note: 'Ask' }, { kind: 'event', description: 'Ask' }],
    ['pipedrive_update_activity', { activity_id: 4, done: true }, undefined],
    [
      'pipedrive_create_note',
      { body: 'Called', deal_id: 7, org_id: 3 },
      { kind: 'document', place: 'deal 7, organization 3', body: 'Called' },
    ],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = pipedrive.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers pipelines as a default by number, and leaves a deal alone whose stage says the pipeline', async () => {
    const [fact] = pipedrive.defaults ?? []
    const data = [{ id: 3, name: 'Sales', order_nr: 1, is_deleted: false }]
    const answer = jsonResponse({ success: true, data, additional_data: { next_cursor: null } })
    const { result } = await callTool(pipedrive, fact?.listedBy ?? '', { limit: 50 }, answer)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: 3, [fact?.name ?? '']: 'Sales' }],
    })
    expect(fact?.unless).toEqual(['stage_id'])
  })
})
