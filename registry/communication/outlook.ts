import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import {
  draftRecipientParameters,
  recipientParameters,
  recipientsPreview,
  recipientsSentence,
  addressList,
} from './email-recipients.ts'
import * as answers from './outlook-answers.ts'
import { readAttachment, readConversation, readMessage } from './outlook-content.ts'
import * as requests from './outlook-requests.ts'

const offset = z.int().min(0).default(0)
const plainText = z.string().describe('Plain text')
const folderId = z.string().describe('Or inbox, drafts, sentitems, archive, deleteditems')

/** @see https://learn.microsoft.com/graph/api/resources/mail-api-overview?view=graph-rest-1.0 */
export const outlook = defineIntegration({
  id: 'outlook',
  name: 'Outlook',
  category: 'communication',
  description: 'Mail of Microsoft 365 and Outlook.com.',
  icon: 'outlook.svg',
  curated: 8,
  auth: {
    // A public client: Microsoft refuses one that sends a secret.
    type: 'oauth2',
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    deviceUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/devicecode',
    scopes: {
      offline_access: 'Stay connected until you disconnect',
      'User.Read': 'See your name and e-mail address',
      'Mail.ReadWrite': 'Read, move, flag and draft mail',
      'Mail.Send': 'Send mail as you',
    },
    authorizeParams: { prompt: 'select_account' },
    clientIdEnv: 'OUTLOOK_CLIENT_ID',
    redirect: { host: 'localhost' },
    consoleUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  },
  hosts: ['graph.microsoft.com'],
  apiBase: 'https://graph.microsoft.com/v1.0',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /me', { schema: answers.meAnswer })
      return { id: data.id, name: data.mail ?? data.userPrincipalName ?? data.displayName ?? data.id }
    },
  },
  tools: [
    {
      name: 'outlook_get_profile',
      description: 'The signed-in person and their address.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /me', { schema: answers.meAnswer })
        return compact({ id: data.id, name: data.displayName, email: data.mail ?? data.userPrincipalName })
      },
    },
    {
      name: 'outlook_search_messages',
      description: 'Search all mail, last sent first.',
      parameters: z.object({
        query: z.string().describe('Words or KQL, e.g. “from:ada subject:lunch”'),
        ...pageParameters,
      }),
      async handler({ query, cursor, limit }, { request }) {
        const first = { $search: requests.searchPhrase(query), $select: requests.rowFields, $top: limit }
        const { data } = await request('GET /me/messages', {
          query: requests.pageQuery(cursor, first),
          schema: answers.messagesAnswer,
        })
        const messages = data.value.map(answers.messageRow)
        return compact({ messages, next_cursor: requests.nextCursor(data) })
      },
    },
    {
      name: 'outlook_list_messages',
      description: 'Messages of a folder, newest first.',
      parameters: z.object({
        folder_id: folderId.default('inbox'),
        unread: z.boolean().optional().describe('Only unread, or only read ones'),
        ...pageParameters,
      }),
      async handler({ folder_id, unread, cursor, limit }, { request }) {
        const first = {
          $filter: unread === undefined ? undefined : requests.filters.unread(unread),
          $orderby: requests.NEWEST_FIRST,
          $select: requests.rowFields,
          $top: limit,
        }
        const { data } = await request('GET /me/mailFolders/{folder_id}/messages', {
          path: { folder_id },
          query: requests.pageQuery(cursor, first),
          schema: answers.messagesAnswer,
        })
        const messages = data.value.map(answers.messageRow)
        return compact({ messages, next_cursor: requests.nextCursor(data) })
      },
    },
    {
      name: 'outlook_get_message',
      description: 'One message as plain text. To read on, pass next_offset as offset.',
      parameters: z.object({ message_id: z.string(), offset }),
      handler: ({ message_id, offset }, { request }) => readMessage(request, message_id, offset),
    },
    {
      name: 'outlook_get_conversation',
      description:
        'A conversation, oldest first, without quoted history. Truncated ones: outlook_get_message.',
      parameters: z.object({
        conversation_id: z.string(),
        max_chars: z.int().min(100).max(50_000).default(2000).describe('Per message'),
        max_messages: z.int().min(1).max(50).default(20).describe('The newest'),
      }),
      handler: (args, { request }) => readConversation(request, args),
    },
    {
      name: 'outlook_get_attachment',
      description: 'Text of an attachment. To read on, pass next_offset as offset.',
      parameters: z.object({ message_id: z.string(), attachment_id: z.string(), offset }),
      handler: ({ offset, ...path }, { request }) => readAttachment(request, path, offset),
    },
    {
      name: 'outlook_list_folders',
      description: 'Mail folders: those at the top, or inside a folder.',
      parameters: z.object({ parent_folder_id: z.string().optional(), ...pageParameters }),
      async handler({ parent_folder_id: parent, cursor, limit }, { request }) {
        const options = {
          query: requests.pageQuery(cursor, { $top: limit }),
          schema: answers.foldersAnswer,
        }
        const { data } =
          parent === undefined
            ? await request('GET /me/mailFolders', options)
            : await request('GET /me/mailFolders/{parent}/childFolders', { ...options, path: { parent } })
        return compact({ folders: data.value.map(answers.folderRow), next_cursor: requests.nextCursor(data) })
      },
    },
    {
      name: 'outlook_send_message',
      description: 'Send a plain-text mail. Each call sends another.',
      parameters: z.object({ ...recipientParameters, subject: z.string(), body: plainText }),
      summary: (args) => `Send ${quote(args.subject)} to ${recipientsSentence(args)}`,
      preview: ({ subject, body, ...args }) => ({ kind: 'mail', ...recipientsPreview(args), subject, body }),
      async handler(args, { request }) {
        const json = { message: requests.messageFields(args) }
        await request('POST /me/sendMail', { json, schema: z.unknown() })
        return { sent: true }
      },
    },
    {
      name: 'outlook_reply_message',
      description: 'Answer a message. Each call sends another answer.',
      parameters: z.object({
        message_id: z.string(),
        body: plainText,
        to_all: z.boolean().default(false).describe('Not only the sender'),
      }),
      summary: ({ message_id, body, to_all }) =>
        `Answer ${to_all ? 'everyone in' : 'the sender of'} the message ${quote(message_id)}: ${quote(body)}`,
      preview: ({ message_id: replyTo, body, to_all: replyToAll }) => ({
        kind: 'mail',
        body,
        replyTo,
        replyToAll,
      }),
      async handler({ message_id, body, to_all }, { request }) {
        const options = {
          path: { message_id },
          json: { message: { body: requests.textBody(body) } },
          schema: z.unknown(),
        }
        await (to_all
          ? request('POST /me/messages/{message_id}/replyAll', options)
          : request('POST /me/messages/{message_id}/reply', options))
        return { sent: true }
      },
    },
    {
      name: 'outlook_send_forward',
      description: 'Forward a message with its attachments. Each call sends another.',
      parameters: z.object({
        message_id: z.string(),
        to: recipientParameters.to,
        comment: z.string().default('').describe('Stands above it'),
      }),
      summary: ({ message_id, to, comment }) =>
        `Forward the message ${quote(message_id)} to ${recipientsSentence({ to })}${comment ? `: ${quote(comment)}` : ''}`,
      preview: ({ message_id: forwards, to, comment: body }) => ({
        kind: 'mail',
        ...recipientsPreview({ to }),
        body,
        forwards,
      }),
      async handler({ message_id, to, comment }, { request }) {
        await request('POST /me/messages/{message_id}/forward', {
          path: { message_id },
          json: { comment, toRecipients: requests.recipients(to) },
          schema: z.unknown(),
        })
        return { sent: true }
      },
    },
    {
      name: 'outlook_create_draft',
      description: 'Save a draft for the person to send. Each call makes a new one.',
      parameters: z.object({ ...draftRecipientParameters, subject: z.string(), body: plainText }),
      summary: (args) => `Draft ${quote(args.subject)} to ${recipientsSentence(args)}`,
      preview: ({ subject, body, ...args }) => ({ kind: 'mail', ...recipientsPreview(args), subject, body }),
      async handler(args, { request }) {
        const json = requests.messageFields(args)
        const { data } = await request('POST /me/messages', { json, schema: answers.messageAnswer })
        return answers.savedRow(data)
      },
    },
    {
      name: 'outlook_update_draft',
      description: 'Replace the given fields of a draft. Safe to repeat.',
      parameters: z.object({
        draft_id: z.string(),
        ...draftRecipientParameters,
        subject: z.string().optional(),
        body: plainText.optional(),
      }),
      summary: (args) => `Change the draft ${quote(args.draft_id)}: ${changedFields(args, 'draft_id')}`,
      // Only what is given changes: who is not named here may still be in the draft.
      preview: ({ to, cc, bcc, subject, body }) => ({
        kind: 'mail',
        to: to === undefined ? to : addressList(to),
        cc,
        bcc,
        subject,
        body,
      }),
      async handler({ draft_id, ...fields }, { request }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PATCH /me/messages/{draft_id}', {
          path: { draft_id },
          json: requests.messageFields(fields),
          schema: answers.messageAnswer,
        })
        return answers.savedRow(data)
      },
    },
    {
      name: 'outlook_update_message',
      description:
        'Mark a message read or unread, flag or categorise it; categories replace all. Safe to repeat.',
      parameters: z.object({
        message_id: z.string(),
        read: z.boolean().optional().describe('false: unread'),
        flag: z.enum(['flagged', 'complete', 'notFlagged']).optional(),
        categories: z.array(z.string()).optional().describe('Names'),
      }),
      summary: (args) => `Change the message ${quote(args.message_id)}: ${changedFields(args, 'message_id')}`,
      async handler({ message_id, read, flag, categories }, { request }) {
        const json = { isRead: read, flag: flag && { flagStatus: flag }, categories }
        if (Object.values(json).every((value) => value === undefined))
          throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PATCH /me/messages/{message_id}', {
          path: { message_id },
          json,
          schema: answers.messageAnswer,
        })
        return answers.savedRow(data)
      },
    },
    {
      name: 'outlook_move_message',
      description: 'Move a message to a folder, where it has a new id.',
      parameters: z.object({ message_id: z.string(), folder_id: folderId }),
      summary: ({ message_id, folder_id }) => `Move the message ${quote(message_id)} to ${quote(folder_id)}`,
      async handler({ message_id, folder_id }, { request }) {
        const { data } = await request('POST /me/messages/{message_id}/move', {
          path: { message_id },
          json: { destinationId: folder_id },
          schema: answers.messageAnswer,
        })
        return compact({ id: data.id, folder_id: data.parentFolderId })
      },
    },
  ],
})
