import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { gmail } from './gmail.ts'

function bytes(...values: readonly number[]): string {
  return btoa(String.fromCharCode(...values))
}

function plain(data: string, charset: string) {
  const headers = [{ name: 'Content-Type', value: `text/plain; charset=${charset}` }]
  return { partId: '0', mimeType: 'text/plain', headers, body: { data } }
}

async function bodyOf(payload: unknown) {
  const answer = jsonResponse({ id: 'm1', payload })
  const { result } = await callTool(gmail, 'gmail_get_message', { message_id: 'm1' }, answer)
  return z.object({ body: z.string() }).parse(result).body
}

describe('gmail', () => {
  it('names the account by an id that survives a new address', async () => {
    const { context, requests } = fakeContext(gmail, [
      jsonResponse({ id: '117', email: 'me@example.com', verified_email: true }),
    ])
    expect(await gmail.account.identify(context)).toEqual({ id: '117', name: 'me@example.com' })
    expect(requests[0]?.url.href).toBe('https://www.googleapis.com/oauth2/v2/userinfo')
  })

  it('prefers the plain alternative, else reads the HTML as text', async () => {
    const html = {
      mimeType: 'text/html',
      body: { data: btoa('<p>Hi <a href="https://x.org/a">there</a></p>') },
    }
    const alternatives = (...parts: readonly unknown[]) => ({ mimeType: 'multipart/alternative', parts })
    expect(await bodyOf(alternatives(html, plain(btoa('Hi'), 'utf-8')))).toBe('Hi')
    expect(await bodyOf(alternatives(html, plain('', 'utf-8')))).toBe('Hi there [https://x.org/a]')
    expect(await bodyOf(html)).toBe('Hi there [https://x.org/a]')
  })

  it.each([
    ['utf-8', bytes(0xc3, 0xa9), 'é'],
    ['iso-8859-1', bytes(0xe9), 'é'],
    ['iso-8859-1', bytes(0xc3, 0xa9), 'é'],
    ['iso-2022-jp', bytes(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42), '日'],
    ['nobody-knows', bytes(0xe9), 'é'],
  ])('reads text in %s (%#)', async (charset, data, text) => {
    expect(await bodyOf(plain(data, charset))).toBe(text)
  })

  it('reads a long mail on from offset', async () => {
    const message = { id: 'm1', payload: plain(btoa('a'.repeat(10_000) + 'b'.repeat(5)), 'utf-8') }
    const args = { message_id: 'm1' }
    const first = await callTool(gmail, 'gmail_get_message', args, jsonResponse(message))
    expect(first.result).toMatchObject({ next_offset: 10_000, total_chars: 10_005 })
    const again = { ...args, offset: 10_000 }
    const second = await callTool(gmail, 'gmail_get_message', again, jsonResponse(message))
    expect(second.result).toMatchObject({ body: 'bbbbb' })
    expect(second.result).not.toHaveProperty('next_offset')
  })

  it('survives a message without payload, headers or date', async () => {
    const { result } = await callTool(
      gmail,
      'gmail_get_message',
      { message_id: 'm1' },
      jsonResponse({ id: 'm1' }),
    )
    expect(result).toEqual({ id: 'm1', body: '' })
  })

  it('does not fetch an attachment that is no text', async () => {
    const pdf = {
      partId: '1',
      filename: 'a.pdf',
      mimeType: 'application/pdf',
      body: { attachmentId: 'x', size: 9 },
    }
    const answer = jsonResponse({ id: 'm1', payload: { parts: [pdf] } })
    const args = { message_id: 'm1', part_id: '1' }
    const { result } = await callTool(gmail, 'gmail_get_attachment', args, answer)
    expect(result).toEqual({ filename: 'a.pdf', mime_type: 'application/pdf', size: 9, binary: true })
  })

  it('says so when there is no such attachment', async () => {
    const call = callTool(
      gmail,
      'gmail_get_attachment',
      { message_id: 'm1', part_id: '7' },
      jsonResponse({ id: 'm1', payload: {} }),
    )
    await expect(call).rejects.toMatchObject({ status: 404 })
  })

  it('leaves out what was deleted between search and look-up, and nothing else', async () => {
    const found = { messages: [{ id: 'm1' }, { id: 'm2' }] }
    const gone = jsonResponse(
      { error: { code: 404, message: 'Requested entity was not found.' } },
      { status: 404 },
    )
    const { result } = await callTool(
      gmail,
      'gmail_search_messages',
      {},
      jsonResponse(found),
      gone,
      jsonResponse({ id: 'm2' }),
    )
    expect(result).toEqual({ messages: [{ id: 'm2' }] })
  })

  it('finds nothing without failing', async () => {
    const { result } = await callTool(
      gmail,
      'gmail_search_messages',
      {},
      jsonResponse({ resultSizeEstimate: 0 }),
    )
    expect(result).toEqual({ messages: [] })
  })

  it.each([401, 403, 404, 429])('passes on Google’s reason with status %d', async (status) => {
    const error = { code: status, message: 'Too bad', errors: [{ message: 'Too bad', reason: 'why' }] }
    const answer = jsonResponse({ error }, { status, headers: status === 429 ? { 'retry-after': '7' } : {} })
    await expect(callTool(gmail, 'gmail_list_labels', {}, answer)).rejects.toMatchObject({
      status,
      reason: 'Too bad',
      retryAfterSeconds: status === 429 ? 7 : undefined,
    })
  })

  it('refuses recipients that are not one bare address: a rule would compare something else', () => {
    const send = gmail.tools.find(({ name }) => name === 'gmail_send_message')
    const parse = (to: unknown) => send?.parameters.safeParse({ to, subject: '', body: '' }).success
    expect([parse('a.b+c@mail.example.com'), parse(['a@x.org', 'b@x.org'])]).toEqual([true, true])
    const refused = [
      'a@x.org, b@y.org',
      'Ada <a@x.org>',
      'a@x.org\r\nBcc: b@y.org',
      'a@x',
      '@x.org',
      'a b@x.org',
      [],
    ]
    expect(refused.filter(parse)).toEqual([])
  })

  it('does not change labels when none is given', async () => {
    await expect(
      callTool(gmail, 'gmail_modify_message_labels', { message_ids: ['m1'] }),
    ).rejects.toMatchObject({
      status: 400,
    })
  })

  it.each([
    [
      'gmail_send_message',
      { to: ['a@x.org', 'b@x.org'], cc: ['c@x.org'], bcc: ['d@x.org'], subject: 'Hi', body: '' },
      'Send “Hi” to “a@x.org”, “b@x.org”, cc “c@x.org”, bcc “d@x.org”',
    ],
    ['gmail_create_draft', { subject: 'Hi', body: '' }, 'Draft “Hi” to nobody yet'],
    [
      'gmail_update_draft',
      { draft_id: 'r1', to: 'a@x.org', subject: 'Hi', body: '' },
      'Replace a draft by “Hi” to “a@x.org”',
    ],
    [
      'gmail_modify_message_labels',
      { message_ids: ['m1', 'm2'], add_label_ids: ['STARRED'], remove_label_ids: ['INBOX', 'UNREAD'] },
      'Change labels of 2 messages: add “STARRED”, remove “INBOX, UNREAD”',
    ],
    ['gmail_create_label', { name: 'Bills' }, 'Create the label “Bills”'],
    ['gmail_trash_message', { message_id: 'm1' }, 'Move the message “m1” to the trash'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(gmail.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
