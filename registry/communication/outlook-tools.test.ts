import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { outlook } from './outlook.ts'

const api = 'https://graph.microsoft.com/v1.0'
const ROW = 'id,conversationId,subject,from,receivedDateTime,isRead,isDraft,hasAttachments'

const adele = { emailAddress: { name: 'Adele Vance', address: 'adele@contoso.com' } }
const alex = { emailAddress: { name: 'alex@contoso.com', address: 'alex@contoso.com' } }
const message = {
  '@odata.etag': 'W/"CQAA"',
  id: 'AAMk=',
  conversationId: 'AAQk=',
  subject: 'Concert',
  from: adele,
  toRecipients: [alex],
  ccRecipients: [],
  receivedDateTime: '2026-01-02T03:04:05Z',
  isRead: false,
  isDraft: false,
  hasAttachments: true,
  bodyPreview: 'The group\r\nrepresents Nevada.',
}
const head = {
  id: 'AAMk=',
  conversation_id: 'AAQk=',
  date: '2026-01-02T03:04:05Z',
  from: 'Adele Vance <adele@contoso.com>',
  subject: 'Concert',
  unread: true,
  has_attachments: true,
}
const row = { ...head, to: ['alex@contoso.com'], preview: 'The group represents Nevada.' }
const { conversation_id: _conversation, ...headInConversation } = head
const saved = { id: 'AAMk=', conversationId: 'AAQk=', webLink: 'https://outlook.office365.com/owa/?ItemID=A' }
const savedRow = { id: 'AAMk=', conversation_id: 'AAQk=', url: saved.webLink }
const file = { id: 'att=', name: 'a.csv', contentType: 'text/csv', size: 3 }
const fileRow = { id: 'att=', filename: 'a.csv', mime_type: 'text/csv', size: 3 }
const folder = {
  id: 'AQMk=',
  displayName: 'Inbox',
  parentFolderId: 'root',
  childFolderCount: 1,
  unreadItemCount: 70,
  totalItemCount: 71,
  isHidden: false,
}
const folderRow = { id: 'AQMk=', name: 'Inbox', unread: 70, total: 71, subfolders: 1 }
const email = { to: 'adele@contoso.com', cc: ['alex@contoso.com'], subject: 'Lunch', body: 'Noon?\n“Yes”' }
const sentMessage = {
  subject: 'Lunch',
  body: { contentType: 'Text', content: 'Noon?\n“Yes”' },
  toRecipients: [{ emailAddress: { address: 'adele@contoso.com' } }],
  ccRecipients: [{ emailAddress: { address: 'alex@contoso.com' } }],
}

function accepted(): Response {
  return new Response(null, { status: 202 })
}

function page(items: readonly unknown[], next?: string): Response {
  return jsonResponse({ '@odata.context': 'c', value: items, ...(next && { '@odata.nextLink': next }) })
}

const cases: readonly ToolCase[] = [
  {
    tool: 'outlook_get_profile',
    args: {},
    sends: ['GET /me'],
    answers: [
      jsonResponse({ id: 'u1', displayName: 'Alex', mail: null, userPrincipalName: 'alex@contoso.com' }),
    ],
    result: { id: 'u1', name: 'Alex', email: 'alex@contoso.com' },
  },
  {
    tool: 'outlook_search_messages',
    args: { query: 'subject:"lunch"', limit: 5 },
    sends: ['GET /me/messages'],
    query: {
      $search: String.raw`"subject:\"lunch\""`,
      $select: `${ROW},toRecipients,bodyPreview`,
      $top: '5',
    },
    answers: [page([message], `${api}/me/messages?%24top=5&$search=%22a%20b%22&$skiptoken=MSZR`)],
    result: { messages: [row], next_cursor: '%24top=5&$search=%22a%20b%22&$skiptoken=MSZR' },
  },
  {
    tool: 'outlook_list_messages',
    args: {},
    sends: ['GET /me/mailFolders/inbox/messages'],
    query: {
      $orderby: 'receivedDateTime desc',
      $select: `${ROW},toRecipients,bodyPreview`,
      $top: '20',
    },
    answers: [page([{ ...message, isRead: true, hasAttachments: false }])],
    result: { messages: [{ ...row, unread: undefined, has_attachments: undefined }] },
  },
  {
    tool: 'outlook_get_message',
    args: { message_id: 'AAMk=' },
    sends: ['GET /me/messages/AAMk%3D', 'GET /me/messages/AAMk%3D/attachments'],
    query: {
      $select: `${ROW},toRecipients,ccRecipients,bccRecipients,replyTo,importance,flag,categories,parentFolderId,body,webLink`,
    },
    answers: [
      jsonResponse({
        ...message,
        importance: 'normal',
        flag: { flagStatus: 'flagged' },
        categories: [],
        parentFolderId: 'AQMk=',
        body: { contentType: 'text', content: 'The group\r\nrepresents Nevada.\r\n' },
        webLink: saved.webLink,
      }),
      page([file]),
    ],
    result: {
      ...head,
      to: ['alex@contoso.com'],
      flag: 'flagged',
      folder_id: 'AQMk=',
      body: 'The group\nrepresents Nevada.',
      attachments: [fileRow],
      url: saved.webLink,
    },
  },
  {
    tool: 'outlook_get_conversation',
    args: { conversation_id: "AA'Qk=", max_chars: 100, max_messages: 2 },
    sends: ['GET /me/messages'],
    query: {
      $filter: "receivedDateTime ge 1900-01-01T00:00:00Z and conversationId eq 'AA''Qk='",
      $orderby: 'receivedDateTime desc',
      $select: `${ROW},toRecipients,ccRecipients,uniqueBody`,
      $top: '2',
    },
    answers: [
      page(
        [
          { ...message, id: 'new', uniqueBody: { contentType: 'text', content: 'y'.repeat(101) } },
          { ...message, id: 'old', ccRecipients: [adele], uniqueBody: { content: 'Hi\r\n' } },
        ],
        `${api}/me/messages?$skip=2`,
      ),
    ],
    result: {
      messages: [
        {
          ...headInConversation,
          id: 'old',
          to: ['alex@contoso.com'],
          cc: ['Adele Vance <adele@contoso.com>'],
          body: 'Hi',
        },
        {
          ...headInConversation,
          id: 'new',
          to: ['alex@contoso.com'],
          body: 'y'.repeat(100),
          truncated: true,
        },
      ],
      has_older: true,
    },
  },
  {
    tool: 'outlook_get_attachment',
    args: { message_id: 'AAMk=', attachment_id: 'att=' },
    sends: ['GET /me/messages/AAMk%3D/attachments/att%3D', 'GET /me/messages/AAMk%3D/attachments/att%3D'],
    query: { $select: 'id,name,contentType,size' },
    answers: [jsonResponse(file), jsonResponse({ ...file, contentBytes: btoa('a,1') })],
    result: { ...fileRow, text: 'a,1' },
  },
  {
    tool: 'outlook_list_folders',
    args: { limit: 1 },
    sends: ['GET /me/mailFolders'],
    query: { $top: '1' },
    answers: [page([folder], `${api}/me/mailFolders?$top=1&$skip=1`)],
    result: { folders: [folderRow], next_cursor: '$top=1&$skip=1' },
  },
  {
    tool: 'outlook_list_folders',
    args: { parent_folder_id: 'AQMk=' },
    sends: ['GET /me/mailFolders/AQMk%3D/childFolders'],
    query: { $top: '20' },
    answers: [page([])],
    result: { folders: [] },
  },
  {
    tool: 'outlook_send_message',
    args: email,
    sends: ['POST /me/sendMail'],
    body: { message: sentMessage },
    answers: [accepted()],
    result: { sent: true },
  },
  {
    tool: 'outlook_reply_message',
    args: { message_id: 'AAMk=', body: 'Yes' },
    sends: ['POST /me/messages/AAMk%3D/reply'],
    body: { message: { body: { contentType: 'Text', content: 'Yes' } } },
    answers: [accepted()],
    result: { sent: true },
  },
  {
    tool: 'outlook_reply_message',
    args: { message_id: 'AAMk=', body: 'Yes', to_all: true },
    sends: ['POST /me/messages/AAMk%3D/replyAll'],
    body: { message: { body: { contentType: 'Text', content: 'Yes' } } },
    answers: [accepted()],
    result: { sent: true },
  },
  {
    tool: 'outlook_send_forward',
    args: { message_id: 'AAMk=', to: ['adele@contoso.com'] },
    sends: ['POST /me/messages/AAMk%3D/forward'],
    body: { comment: '', toRecipients: [{ emailAddress: { address: 'adele@contoso.com' } }] },
    answers: [accepted()],
    result: { sent: true },
  },
  {
    tool: 'outlook_create_draft',
    args: email,
    sends: ['POST /me/messages'],
    body: sentMessage,
    answers: [jsonResponse(saved, { status: 201 })],
    result: savedRow,
  },
  {
    tool: 'outlook_update_draft',
    args: { draft_id: 'AAMk=', bcc: ['alex@contoso.com'], body: '' },
    sends: ['PATCH /me/messages/AAMk%3D'],
    body: {
      body: { contentType: 'Text', content: '' },
      bccRecipients: [{ emailAddress: { address: 'alex@contoso.com' } }],
    },
    answers: [jsonResponse(saved)],
    result: savedRow,
  },
  {
    tool: 'outlook_update_message',
    args: { message_id: 'AAMk=', read: true, flag: 'complete', categories: ['Red'] },
    sends: ['PATCH /me/messages/AAMk%3D'],
    body: { isRead: true, flag: { flagStatus: 'complete' }, categories: ['Red'] },
    answers: [jsonResponse(saved)],
    result: savedRow,
  },
  {
    tool: 'outlook_move_message',
    args: { message_id: 'AAMk=', folder_id: 'deleteditems' },
    sends: ['POST /me/messages/AAMk%3D/move'],
    body: { destinationId: 'deleteditems' },
    answers: [jsonResponse({ ...saved, id: 'new', parentFolderId: 'AQMk=' }, { status: 201 })],
    result: { id: 'new', folder_id: 'AQMk=' },
  },
]

describe('the requests of outlook', () => {
  it.each(cases.map((one) => [one.tool, one] as const))('%s (%#)', async (name, one) => {
    const { result, requests } = await callTool(outlook, name, one.args, ...one.answers)
    const sent = requests.map(
      ({ method, url }) => `${method} ${`${url.origin}${url.pathname}`.replace(api, '')}`,
    )
    expect(sent).toEqual(one.sends)
    if (one.query) expect(requests[0]?.query).toEqual(one.query)
    expect(requests[0]?.body).toEqual(one.body)
    expect(result).toEqual(one.result)
  })

  it('covers every tool', () => {
    const covered = new Set(cases.map(({ tool }) => tool))
    expect(outlook.tools.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([])
  })
})
