import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { gmail } from './gmail.ts'

const me = '/gmail/v1/users/me'

function base64url(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function textOf(raw: string): string {
  return atob(raw.replaceAll('-', '+').replaceAll('_', '/'))
}

const headers = [
  { name: 'From', value: 'Ada <ada@example.com>' },
  { name: 'To', value: 'me@example.com' },
  { name: 'Subject', value: 'Lunch' },
]
const metadata = {
  id: 'm1',
  threadId: 't1',
  labelIds: ['INBOX', 'UNREAD'],
  snippet: 'It&#39;s on me',
  internalDate: '1767323045000',
  payload: { mimeType: 'text/plain', headers },
}
const row = {
  id: 'm1',
  thread_id: 't1',
  date: '2026-01-02T03:04:05.000Z',
  from: 'Ada <ada@example.com>',
  to: 'me@example.com',
  subject: 'Lunch',
  snippet: "It's on me",
  label_ids: ['INBOX', 'UNREAD'],
}
const csv = {
  partId: '1',
  mimeType: 'text/csv',
  filename: 'a.csv',
  body: { attachmentId: 'att', size: 3 },
}
const full = {
  ...metadata,
  payload: {
    partId: '',
    mimeType: 'multipart/mixed',
    filename: '',
    headers: [...headers, { name: 'Cc', value: 'bob@example.com' }],
    parts: [
      {
        partId: '0',
        mimeType: 'text/plain',
        filename: '',
        headers: [{ name: 'Content-Type', value: 'text/plain; charset="UTF-8"' }],
        body: { size: 8, data: base64url('See you\r\n\r\nOn Mon, Bob <b@x.org> wrote:\r\n> When?\r\n') },
      },
      csv,
    ],
  },
}
const attachments = [{ part_id: '1', filename: 'a.csv', mime_type: 'text/csv', size: 3 }]

const { snippet: _snippet, ...rowWithoutSnippet } = row
const { thread_id: _thread, ...rowInThread } = rowWithoutSnippet

const cases: readonly ToolCase[] = [
  {
    tool: 'gmail_get_profile',
    args: {},
    sends: [`GET ${me}/profile`],
    answers: [
      jsonResponse({
        emailAddress: 'me@example.com',
        messagesTotal: 9,
        threadsTotal: 4,
        historyId: '1',
      }),
    ],
    result: { email: 'me@example.com', messages: 9, threads: 4 },
  },
  {
    tool: 'gmail_search_messages',
    args: { query: 'is:unread', limit: 2, cursor: 'p2' },
    sends: [`GET ${me}/messages`, `GET ${me}/messages/m1`],
    query: { q: 'is:unread', maxResults: '2', pageToken: 'p2' },
    answers: [
      jsonResponse({
        messages: [{ id: 'm1', threadId: 't1' }],
        nextPageToken: 'p3',
        resultSizeEstimate: 1,
      }),
      jsonResponse(metadata),
    ],
    result: { messages: [row], next_cursor: 'p3' },
  },
  {
    tool: 'gmail_get_message',
    args: { message_id: 'm1' },
    sends: [`GET ${me}/messages/m1`],
    query: { format: 'full' },
    answers: [jsonResponse(full)],
    result: {
      ...rowWithoutSnippet,
      cc: 'bob@example.com',
      body: 'See you\n\nOn Mon, Bob <b@x.org> wrote:\n> When?',
      attachments,
    },
  },
  {
    tool: 'gmail_get_thread',
    args: { thread_id: 't1', max_messages: 1 },
    sends: [`GET ${me}/threads/t1`],
    query: { format: 'full' },
    answers: [jsonResponse({ id: 't1', historyId: '1', messages: [{ ...full, id: 'm0' }, full] })],
    result: {
      id: 't1',
      messages: [{ ...rowInThread, body: 'See you', attachments }],
      older_messages: 1,
    },
  },
  {
    tool: 'gmail_get_attachment',
    args: { message_id: 'm1', part_id: '1' },
    sends: [`GET ${me}/messages/m1`, `GET ${me}/messages/m1/attachments/att`],
    answers: [jsonResponse(full), jsonResponse({ size: 3, data: base64url('é,1') })],
    result: { filename: 'a.csv', mime_type: 'text/csv', size: 3, text: 'é,1' },
  },
  {
    tool: 'gmail_list_labels',
    args: { limit: 1 },
    sends: [`GET ${me}/labels`],
    answers: [
      jsonResponse({
        labels: [
          { id: 'INBOX', name: 'INBOX', type: 'system', labelListVisibility: 'labelShow' },
          { id: 'Label_1', name: 'Bills', type: 'user' },
        ],
      }),
    ],
    result: { labels: [{ id: 'INBOX', name: 'INBOX', type: 'system' }], next_cursor: '1' },
  },
  {
    tool: 'gmail_list_drafts',
    args: {},
    sends: [`GET ${me}/drafts`, `GET ${me}/messages/m1`],
    query: { maxResults: '20' },
    answers: [
      jsonResponse({ drafts: [{ id: 'r1', message: { id: 'm1', threadId: 't1' } }] }),
      jsonResponse(metadata),
    ],
    result: { drafts: [{ ...row, id: 'r1', message_id: 'm1' }] },
  },
  {
    tool: 'gmail_modify_message_labels',
    args: { message_ids: ['m1', 'm2'], remove_label_ids: ['INBOX'] },
    sends: [`POST ${me}/messages/batchModify`],
    body: { ids: ['m1', 'm2'], removeLabelIds: ['INBOX'] },
    answers: [new Response(null, { status: 204 })],
    result: { modified: 2 },
  },
  {
    tool: 'gmail_create_label',
    args: { name: 'Bills' },
    sends: [`POST ${me}/labels`],
    body: { name: 'Bills' },
    answers: [jsonResponse({ id: 'Label_1', name: 'Bills', type: 'user' })],
    result: { id: 'Label_1', name: 'Bills' },
  },
  {
    tool: 'gmail_trash_message',
    args: { message_id: 'm1' },
    sends: [`POST ${me}/messages/m1/trash`],
    answers: [jsonResponse({ id: 'm1', threadId: 't1', labelIds: ['TRASH'] })],
    result: { id: 'm1', label_ids: ['TRASH'] },
  },
]

const email = { to: 'ada@example.com', subject: 'Hello', body: 'World' }
const original = {
  id: 'm1',
  threadId: 't1',
  payload: {
    headers: [
      { name: 'Message-Id', value: '<b@x>' },
      { name: 'References', value: '<a@x>' },
    ],
  },
}
const draft = jsonBody({ id: 'r1', message: { id: 'm9', threadId: 't1' } })
const writes = [
  ['gmail_send_message', email, `POST ${me}/messages/send`, jsonBody({ id: 'm9', threadId: 't1' })],
  ['gmail_create_draft', email, `POST ${me}/drafts`, draft],
  ['gmail_update_draft', { ...email, draft_id: 'r1' }, `PUT ${me}/drafts/r1`, draft],
] as const

function jsonBody(body: unknown) {
  return () => jsonResponse(body)
}

/** A message as it stands in a send request, or inside a draft. */
const sentMessage = z.union([
  z
    .object({ message: z.object({ raw: z.string(), threadId: z.string().optional() }) })
    .transform(({ message }) => message),
  z.object({ raw: z.string(), threadId: z.string().optional() }),
])

describe('the requests of gmail', () => {
  it.each(cases.map((one) => [one.tool, one] as const))('%s', async (name, one) => {
    const { result, requests } = await callTool(gmail, name, one.args, ...one.answers)
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual(one.sends)
    expect(requests[0]?.url.host).toBe('gmail.googleapis.com')
    if (one.query) expect(requests[0]?.query).toEqual(one.query)
    expect(requests[0]?.body).toEqual(one.body)
    expect(result).toEqual(one.result)
  })

  it('asks for the three headers of a row and for no body', async () => {
    const { requests } = await callTool(
      gmail,
      'gmail_search_messages',
      {},
      jsonResponse({ messages: [{ id: 'm1' }] }),
      jsonResponse(metadata),
    )
    expect(requests[1]?.url.searchParams.get('format')).toBe('metadata')
    expect(requests[1]?.url.searchParams.getAll('metadataHeaders')).toEqual(['From', 'To', 'Subject'])
  })

  it.each(writes)('%s sends a whole mail', async (name, args, sends, answer) => {
    const { requests } = await callTool(gmail, name, args, answer())
    expect(requests.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([sends])
    const { raw, threadId } = sentMessage.parse(requests[0]?.body)
    expect(textOf(raw)).toContain('To: <ada@example.com>\r\nSubject: Hello\r\n')
    expect(textOf(raw).split('\r\n\r\n')[1]).toBe(btoa('World'))
    expect(threadId).toBeUndefined()
  })

  it.each(writes)('%s answers within the thread', async (name, args, _sends, answer) => {
    const { requests } = await callTool(
      gmail,
      name,
      { ...args, reply_to_message_id: 'm1' },
      jsonResponse(original),
      answer(),
    )
    expect(requests[0]?.url.searchParams.getAll('metadataHeaders')).toEqual(['Message-ID', 'References'])
    const { raw, threadId } = sentMessage.parse(requests[1]?.body)
    expect(threadId).toBe('t1')
    expect(textOf(raw)).toContain('In-Reply-To: <b@x>\r\nReferences: <a@x>\r\n <b@x>\r\n')
  })

  it('names what a send answered as manage_integrations promises, under its alias too', async () => {
    const send = gmail.tools.find(({ aliases }) => aliases.includes('GMAIL_SEND_EMAIL'))
    expect(send?.name).toBe('gmail_send_message')
    const answer = jsonResponse({ id: 'm9', threadId: 't9', labelIds: ['SENT'] })
    const { result } = await callTool(gmail, 'gmail_send_message', email, answer)
    expect(result).toEqual({ messageId: 'm9', threadId: 't9' })
  })

  it('names a saved draft so that it can be replaced', async () => {
    const { result } = await callTool(gmail, 'gmail_create_draft', { subject: '', body: '' }, draft())
    expect(result).toEqual({ id: 'r1', message_id: 'm9', thread_id: 't1' })
  })
})
