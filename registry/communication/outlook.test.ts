import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { outlook } from './outlook.ts'

function refused(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse({ error: { code, message: `It says ${code}.` } }, { status, headers })
}

describe('outlook', () => {
  it('names the account by its address, which personal ones have in another field', async () => {
    const person = { id: 'u1', displayName: 'Alex', mail: null, userPrincipalName: 'alex@outlook.com' }
    const { context } = fakeContext(outlook, [jsonResponse(person)])
    expect(await outlook.account.identify(context)).toEqual({ id: 'u1', name: 'alex@outlook.com' })
  })

  it('gives Graph the whole query of its nextLink back', async () => {
    const cursor = '%24select=id&$top=5&$search=%22a%20b%22&$skiptoken=MSZR'
    const answer = jsonResponse({ value: [] })
    const { requests } = await callTool(outlook, 'outlook_search_messages', { query: 'x', cursor }, answer)
    expect(requests[0]?.query).toEqual({ $select: 'id', $top: '5', $search: '"a b"', $skiptoken: 'MSZR' })
  })

  it('refuses a cursor that leads to no page: Graph would answer with the first one for ever', async () => {
    const call = callTool(outlook, 'outlook_list_folders', { cursor: '2' })
    await expect(call).rejects.toMatchObject({ status: 400 })
  })

  it.each([
    [true, 'isRead eq false'],
    [false, 'isRead eq true'],
  ])('filters by a field that it sorts by too: Graph refuses others (unread: %s)', async (unread, filter) => {
    const args = { folder_id: 'archive', unread }
    const answer = jsonResponse({ value: [] })
    const { requests } = await callTool(outlook, 'outlook_list_messages', args, answer)
    expect(requests[0]?.query['$filter']).toBe(`receivedDateTime ge 1900-01-01T00:00:00Z and ${filter}`)
  })

  it.each(['outlook_get_message', 'outlook_get_conversation'])('%s asks for text', async (name) => {
    const args = name === 'outlook_get_message' ? { message_id: 'm' } : { conversation_id: 'c' }
    const answer = jsonResponse({ id: 'm', value: [] })
    const { requests } = await callTool(outlook, name, args, answer)
    expect(requests[0]?.headers.get('prefer')).toBe('outlook.body-content-type="text"')
  })

  it('reads a long mail on from offset', async () => {
    const message = { id: 'm', body: { contentType: 'text', content: 'a'.repeat(10_000) + 'b'.repeat(5) } }
    const args = { message_id: 'm' }
    const first = await callTool(outlook, 'outlook_get_message', args, jsonResponse(message))
    expect(first.result).toMatchObject({ next_offset: 10_000, total_chars: 10_005 })
    const again = { ...args, offset: 10_000 }
    const second = await callTool(outlook, 'outlook_get_message', again, jsonResponse(message))
    expect(second.result).toEqual({ id: 'm', body: 'bbbbb', total_chars: 10_005 })
  })

  it('does not fetch an attachment that is no text, nor return one as text', async () => {
    const args = { message_id: 'm', attachment_id: 'a' }
    const pdf = jsonResponse({ id: 'a', name: 'a.pdf', contentType: 'application/pdf', size: 9 })
    const { result } = await callTool(outlook, 'outlook_get_attachment', args, pdf)
    expect(result).toEqual({
      id: 'a',
      filename: 'a.pdf',
      mime_type: 'application/pdf',
      size: 9,
      binary: true,
    })
    const unknown = { id: 'a', contentType: 'application/octet-stream' }
    const bytes = { ...unknown, contentBytes: btoa('\0\x01') }
    const answers = [jsonResponse(unknown), jsonResponse(bytes)]
    const opened = await callTool(outlook, 'outlook_get_attachment', args, ...answers)
    expect(opened.result).toMatchObject({ binary: true })
  })

  it('survives people without name or address', async () => {
    const message = { id: 'm', from: {}, toRecipients: [{ emailAddress: { name: 'Team' } }, {}] }
    const answer = jsonResponse({ value: [message] })
    const { result } = await callTool(outlook, 'outlook_list_messages', {}, answer)
    expect(result).toEqual({ messages: [{ id: 'm', to: ['Team'] }] })
  })

  it.each([
    [
      refused(401, 'InvalidAuthenticationToken'),
      { status: 401, reason: 'It says InvalidAuthenticationToken.' },
    ],
    [refused(404, 'ErrorItemNotFound'), { status: 404, reason: 'It says ErrorItemNotFound.' }],
    [
      refused(429, 'ApplicationThrottled', { 'retry-after': '10' }),
      { status: 429, reason: 'It says ApplicationThrottled.', retryAfterSeconds: 10 },
    ],
  ])('passes on what Graph says (%#)', async (answer, error) => {
    await expect(callTool(outlook, 'outlook_list_messages', {}, answer)).rejects.toMatchObject(error)
  })

  it.each([
    ['outlook_update_draft', { draft_id: 'd' }],
    ['outlook_update_message', { message_id: 'm' }],
  ])('%s does not send a change without a field', async (name, args) => {
    await expect(callTool(outlook, name, args)).rejects.toThrow('No field to change')
  })

  it.each([
    [
      'outlook_send_message',
      { to: ['a@x.org', 'b@x.org'], bcc: ['c@x.org'], subject: 'Hi', body: '' },
      'Send “Hi” to “a@x.org”, “b@x.org”, bcc “c@x.org”',
    ],
    [
      'outlook_reply_message',
      { message_id: 'm', body: 'Yes', to_all: true },
      'Answer everyone in the message “m”: “Yes”',
    ],
    [
      'outlook_send_forward',
      { message_id: 'm', to: 'a@x.org', comment: 'FYI' },
      'Forward the message “m” to “a@x.org”: “FYI”',
    ],
    ['outlook_create_draft', { subject: 'Hi', body: '' }, 'Draft “Hi” to nobody yet'],
    ['outlook_update_draft', { draft_id: 'd', to: 'a@x.org' }, 'Change the draft “d”: to'],
    ['outlook_update_message', { message_id: 'm', read: true }, 'Change the message “m”: read'],
    ['outlook_move_message', { message_id: 'm', folder_id: 'archive' }, 'Move the message “m” to “archive”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(outlook.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
