import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { googleOAuth, googleRefusal } from '../google-oauth.ts'
import { pageOfAll, pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import { textWindow } from '../text-window.ts'
import type { MailPreview } from '../preview.ts'
import {
  draftRecipientParameters,
  recipientParameters,
  recipientsPreview,
  recipientsSentence,
  type RecipientArguments,
} from './email-recipients.ts'
import * as answers from './gmail-answers.ts'
import { composed, message, messageRows } from './gmail-messages.ts'
import { mayBeText } from './mail-text.ts'

const offset = z.int().min(0).default(0)
const labelIds = z.array(z.string()).optional()
const composition = {
  subject: z.string(),
  body: z.string().describe('Plain text'),
  reply_to_message_id: z.string().optional().describe('Keeps the thread if the subject stays'),
}

interface Composition extends RecipientArguments {
  readonly subject: string
  readonly body: string
  readonly reply_to_message_id?: string | undefined
}

function mailPreview({ subject, body, reply_to_message_id: replyTo, ...args }: Composition): MailPreview {
  return { kind: 'mail', ...recipientsPreview(args), subject, body, replyTo }
}

/** No quotes around `nothing`: a label may have that name. */
const labelWords = (labels: readonly string[] | undefined): string =>
  labels?.length ? quote(labels.join(', ')) : 'nothing'

/** @see https://developers.google.com/workspace/gmail/api/reference/rest */
export const gmail = defineIntegration({
  id: 'gmail',
  name: 'Gmail',
  category: 'communication',
  description: 'Read, search, label and send mail.',
  icon: 'gmail.svg',
  curated: 1,
  auth: googleOAuth({
    'https://www.googleapis.com/auth/gmail.modify':
      'Read, label, draft and send mail, and move it to the trash',
    'https://www.googleapis.com/auth/gmail.send': 'Send mail as you',
    'https://www.googleapis.com/auth/userinfo.email': 'See your e-mail address',
  }),
  hosts: ['gmail.googleapis.com', 'www.googleapis.com'],
  apiBase: 'https://gmail.googleapis.com',
  refusal: googleRefusal,
  account: {
    async identify({ request }) {
      const schema = z.object({ id: z.string(), email: z.string() })
      const { data } = await request('GET /oauth2/v2/userinfo', {
        base: 'https://www.googleapis.com',
        schema,
      })
      return { id: data.id, name: data.email }
    },
  },
  tools: [
    {
      name: 'gmail_get_profile',
      description: 'The account’s address and how much mail it holds.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /gmail/v1/users/me/profile', { schema: answers.profileAnswer })
        return compact({
          email: data.emailAddress,
          messages: data.messagesTotal,
          threads: data.threadsTotal,
        })
      },
    },
    {
      name: 'gmail_search_messages',
      description: 'Search mail as in Gmail, newest first.',
      parameters: z.object({
        query: z.string().optional().describe('e.g. “in:inbox from:ada is:unread newer_than:7d”'),
        ...pageParameters,
      }),
      async handler({ query: q, cursor, limit }, { request }) {
        const query = { q, maxResults: limit, pageToken: cursor }
        const { data } = await request('GET /gmail/v1/users/me/messages', {
          query,
          schema: answers.messagesAnswer,
        })
        const ids = (data.messages ?? []).map(({ id }) => id)
        return compact({ messages: await messageRows(ids, request), next_cursor: data.nextPageToken })
      },
    },
    {
      name: 'gmail_get_message',
      description: 'One message as plain text. To read on, pass next_offset as offset.',
      parameters: z.object({ message_id: z.string(), offset }),
      async handler({ message_id, offset }, { request }) {
        return answers.messageDetail(await message(message_id, { format: 'full' }, request), offset)
      },
    },
    {
      name: 'gmail_get_thread',
      description: 'A conversation, oldest first, without quoted history. Truncated ones: gmail_get_message.',
      parameters: z.object({
        thread_id: z.string(),
        max_chars: z.int().min(100).max(50_000).default(2000).describe('Per message'),
        max_messages: z.int().min(1).max(100).default(20).describe('The newest'),
      }),
      async handler({ thread_id, max_chars, max_messages }, { request }) {
        const route = 'GET /gmail/v1/users/me/threads/{id}'
        const options = {
          path: { id: thread_id },
          query: { format: 'full' },
          schema: answers.threadAnswer,
        } as const
        const { messages } = (await request(route, options)).data
        const newest = (messages ?? []).slice(-max_messages)
        const older = (messages ?? []).length - newest.length
        const rows = newest.map((node) => answers.threadMessage(node, max_chars))
        return compact({ id: thread_id, messages: rows, older_messages: older || undefined })
      },
    },
    {
      name: 'gmail_get_attachment',
      description: 'Text of an attachment. To read on, pass next_offset as offset.',
      parameters: z.object({ message_id: z.string(), part_id: z.string(), offset }),
      async handler({ message_id, part_id, offset }, { request }) {
        const { payload } = await message(message_id, { format: 'full' }, request)
        const part = answers.findPart(payload, part_id)
        if (!part?.filename) throw new ProviderError(ownReason('noAttachment'), 404)
        const facts = { filename: part.filename, mime_type: part.mimeType, size: part.body?.size }
        if (!mayBeText(part.mimeType)) return compact({ ...facts, binary: true })
        const attachment = part.body?.attachmentId
        const { data } = attachment
          ? await request('GET /gmail/v1/users/me/messages/{message_id}/attachments/{id}', {
              path: { message_id, id: attachment },
              schema: answers.attachmentAnswer,
            })
          : { data: { data: part.body?.data } }
        const content = answers.textOfPart(data.data ?? '', part)
        if (content === undefined) return compact({ ...facts, binary: true })
        const { text, ...rest } = textWindow(content, offset)
        return compact({ ...facts, text, ...rest })
      },
    },
    {
      name: 'gmail_list_labels',
      description: 'Labels, also Gmail’s own such as INBOX, UNREAD, STARRED.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /gmail/v1/users/me/labels', { schema: answers.labelsAnswer })
        return pageOfAll('labels', (data.labels ?? []).map(compact), page)
      },
    },
    {
      name: 'gmail_list_drafts',
      description: 'Drafts, newest first; id is for gmail_update_draft, message_id for gmail_get_message.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const query = { maxResults: limit, pageToken: cursor }
        const { data } = await request('GET /gmail/v1/users/me/drafts', {
          query,
          schema: answers.draftsAnswer,
        })
        const drafts = new Map((data.drafts ?? []).map((draft) => [draft.message?.id ?? '', draft.id]))
        drafts.delete('')
        const rows = await messageRows([...drafts.keys()], request)
        const named = rows.map(({ id = '', ...row }) => ({ id: drafts.get(id), message_id: id, ...row }))
        return compact({ drafts: named, next_cursor: data.nextPageToken })
      },
    },
    {
      name: 'gmail_send_message',
      description: 'Send a plain-text mail. Each call sends another.',
      aliases: ['GMAIL_SEND_EMAIL'],
      parameters: z.object({ ...recipientParameters, ...composition }),
      summary: (args) => `Send ${quote(args.subject)} to ${recipientsSentence(args)}`,
      preview: mailPreview,
      async handler(args, { request }) {
        const { data } = await request('POST /gmail/v1/users/me/messages/send', {
          json: await composed(args, request),
          schema: answers.referenceAnswer,
        })
        // The names that manage_integrations promises for GMAIL_SEND_EMAIL.
        return compact({ messageId: data.id, threadId: data.threadId })
      },
    },
    {
      name: 'gmail_create_draft',
      description: 'Save a draft for the person to send. Each call makes a new one.',
      parameters: z.object({ ...draftRecipientParameters, ...composition }),
      summary: (args) => `Draft ${quote(args.subject)} to ${recipientsSentence(args)}`,
      preview: mailPreview,
      async handler(args, { request }) {
        const { data } = await request('POST /gmail/v1/users/me/drafts', {
          json: { message: await composed(args, request) },
          schema: answers.draftAnswer,
        })
        return compact({ id: data.id, message_id: data.message?.id, thread_id: data.message?.threadId })
      },
    },
    {
      name: 'gmail_update_draft',
      description: 'Replace a draft as a whole. Safe to repeat.',
      parameters: z.object({ draft_id: z.string(), ...draftRecipientParameters, ...composition }),
      summary: (args) => `Replace a draft by ${quote(args.subject)} to ${recipientsSentence(args)}`,
      preview: mailPreview,
      async handler({ draft_id, ...args }, { request }) {
        const { data } = await request('PUT /gmail/v1/users/me/drafts/{draft_id}', {
          path: { draft_id },
          json: { message: await composed(args, request) },
          schema: answers.draftAnswer,
        })
        return compact({ id: data.id, message_id: data.message?.id, thread_id: data.message?.threadId })
      },
    },
    {
      name: 'gmail_modify_message_labels',
      description: 'Add and remove labels. Archive: remove INBOX; mark read: remove UNREAD. Safe to repeat.',
      parameters: z.object({
        message_ids: z.array(z.string()).min(1).max(1000),
        add_label_ids: labelIds,
        remove_label_ids: labelIds,
      }),
      summary: ({ message_ids, add_label_ids: add, remove_label_ids: remove }) => {
        const [only = '', ...others] = message_ids
        const many = others.length === 0 ? `the message ${quote(only)}` : `${message_ids.length} messages`
        return `Change labels of ${many}: add ${labelWords(add)}, remove ${labelWords(remove)}`
      },
      async handler({ message_ids, add_label_ids, remove_label_ids }, { request }) {
        if (!add_label_ids?.length && !remove_label_ids?.length)
          throw new ProviderError(ownReason('noLabel'), 400)
        await request('POST /gmail/v1/users/me/messages/batchModify', {
          json: { ids: message_ids, addLabelIds: add_label_ids, removeLabelIds: remove_label_ids },
          schema: z.unknown(),
        })
        return { modified: message_ids.length }
      },
    },
    {
      name: 'gmail_create_label',
      description: 'Create a label. A name that exists is refused.',
      parameters: z.object({ name: z.string().min(1).describe('“Parent/Child” nests') }),
      summary: ({ name }) => `Create the label ${quote(name)}`,
      async handler({ name }, { request }) {
        const { data } = await request('POST /gmail/v1/users/me/labels', {
          json: { name },
          schema: answers.labelAnswer,
        })
        return compact({ id: data.id, name: data.name })
      },
    },
    {
      name: 'gmail_trash_message',
      description: 'Move a message to the trash, which Gmail empties after 30 days. Safe to repeat.',
      parameters: z.object({ message_id: z.string() }),
      summary: ({ message_id }) => `Move the message ${quote(message_id)} to the trash`,
      async handler({ message_id }, { request }) {
        const { data } = await request('POST /gmail/v1/users/me/messages/{message_id}/trash', {
          path: { message_id },
          schema: answers.modifiedAnswer,
        })
        return compact({ id: data.id, label_ids: data.labelIds })
      },
    },
  ],
})
