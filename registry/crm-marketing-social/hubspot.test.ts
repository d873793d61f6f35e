import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { hubspot } from './hubspot.ts'

describe('hubspot', () => {
  it.each([
    ['hubspot_update_contact', { contact_id: '1' }],
    ['hubspot_update_deal', { deal_id: '1' }],
  ])('%s does not send a change of nothing', async (name, args) => {
    await expect(callTool(hubspot, name, args)).rejects.toThrow('No field to change')
  })

  it.each([
    [
      400,
      'VALIDATION_ERROR',
      'Property values were not valid: [{"isValid":false,"message":"Email address ada is invalid","error":"INVALID_EMAIL","name":"email"}]',
    ],
    [401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.'],
    [404, 'OBJECT_NOT_FOUND', 'Object not found.'],
    [409, 'CONFLICT', 'Contact already exists. Existing ID: 512'],
    [429, 'RATE_LIMITS', 'You have reached your ten_secondly_rolling limit.'],
  ])('passes HTTP %i on in HubSpot’s words', async (status, category, message) => {
    const body = { status: 'error', message, correlationId: 'aeb5f871', category }
    const answer = jsonResponse(body, { status, headers: { 'x-hubspot-ratelimit-remaining': '0' } })
    const call = callTool(hubspot, 'hubspot_create_contact', { email: 'ada@example.com' }, answer)
    await expect(call).rejects.toMatchObject({ status, reason: message })
  })

  it('names the account by the number HubSpot shows for it', async () => {
    const details = { portalId: 1234, uiDomain: 'app-eu1.hubspot.com', accountType: 'STANDARD' }
    const { context, requests } = fakeContext(hubspot, [jsonResponse(details)])
    expect(await hubspot.account.identify(context)).toEqual({
      id: '1234',
      name: 'HubSpot 1234 (app-eu1.hubspot.com)',
    })
    expect(requests[0]?.url.href).toBe('https://api.hubapi.com/account-info/v3/details')
  })

  it.each([
    ['hubspot_create_contact', { email: 'a@b.c' }, 'Create the contact “a@b.c”'],
    ['hubspot_update_deal', { deal_id: '9', stage_id: 'won' }, 'Change stage of the deal “9”'],
    ['hubspot_create_note', { body: 'a\nb' }, 'Add the note “a b”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(hubspot.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'hubspot_create_note',
      { body: 'Called', contact_id: '5', deal_id: '7' },
      { kind: 'document', place: 'contact 5, deal 7', body: 'Called' },
    ],
    ['hubspot_create_note', { body: 'Called' }, { kind: 'document', body: 'Called' }],
    [
      'hubspot_create_task',
      { title: 'Call', body: 'Ask', due_at: '2026-01-02T03:04:05Z', company_id: '3' },
      { kind: 'document', place: 'company 3', title: 'Call', body: 'Ask' },
    ],
  ])('%s is drawn as it will stand on its records', (name, args, picture) => {
    const tool = hubspot.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers owners as a default by id, and names them as people', async () => {
    const [fact] = hubspot.defaults ?? []
    const answers = [jsonResponse({ results: [{ id: '7', firstName: 'Ada', lastName: 'King' }] })]
    const { result } = await callTool(hubspot, fact?.listedBy ?? '', {}, ...answers)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [{ [fact?.value ?? '']: '7', [fact?.name ?? '']: 'Ada King' }],
    })
  })
})
