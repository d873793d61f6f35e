import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { routesOf, type Route } from '../rest.ts'
import { invalidArgument, notFound } from './answers.ts'
import type { Mail, Mailbox } from './mailbox.ts'
import { searchMails } from './search.ts'
import { encoded, messageShape, referenceShape } from './shapes.ts'

const me = '/gmail/v1/users/me'
const route = routesOf<Mailbox>()
const several = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const count = z.string().regex(/^\d+$/).transform(Number)
const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const page = { maxResults: count.default(100), pageToken: z.string().optional() }
const view = z.strictObject({
  format: z.enum(['full', 'metadata', 'minimal']).default('full'),
  metadataHeaders: several.optional(),
})

/** The message of that id, or what Gmail says of an id that is none. */
export const withMail = (
  mailbox: Mailbox,
  id: string | undefined,
  answer: (mail: Mail) => SimulatedAnswer,
): SimulatedAnswer => {
  if (!/^[0-9a-f]{1,16}$/.test(id ?? '')) return invalidArgument('Invalid id value')
  const mail = mailbox.mails.find((candidate) => candidate.id === id)
  return mail ? answer(mail) : notFound()
}

/** One page of rows under their name, absent where there are none; the token is a position. */
export const pageShape = (
  name: string,
  rows: readonly unknown[],
  { maxResults, pageToken = '0' }: { readonly maxResults: number; readonly pageToken?: string | undefined },
) => {
  const start = Number(pageToken)
  const end = start + Math.min(maxResults, 500)
  const shown = rows.slice(start, end)
  return {
    ...(shown.length > 0 ? { [name]: shown } : {}),
    ...(end < rows.length ? { nextPageToken: String(end) } : {}),
    resultSizeEstimate: rows.length,
  }
}

export const readRoutes: readonly Route<Mailbox>[] = [
  route(`GET ${me}/profile`, {}, ({ email, mails }) =>
    jsonAnswer(200, {
      emailAddress: email,
      messagesTotal: mails.length,
      threadsTotal: new Set(mails.map(({ threadId }) => threadId)).size,
      historyId: '4242',
    }),
  ),
  route(
    `GET ${me}/messages`,
    {
      query: z.strictObject({
        ...page,
        q: z.string().default(''),
        labelIds: several.default([]),
        includeSpamTrash: flag.default(false),
      }),
    },
    (mailbox, { query }) => {
      const found = searchMails(mailbox, query.q, query.includeSpamTrash)
        .filter(({ labelIds }) => !labelIds.includes('DRAFT') || query.q.includes('in:draft'))
        .filter(({ labelIds }) => query.labelIds.every((id) => labelIds.includes(id)))
      return jsonAnswer(200, pageShape('messages', found.map(referenceShape), query))
    },
  ),
  route(`GET ${me}/messages/{id}`, { query: view }, (mailbox, { path, query }) =>
    withMail(mailbox, path['id'], (mail) =>
      jsonAnswer(200, messageShape(mail, query.format, query.metadataHeaders)),
    ),
  ),
  route(`GET ${me}/threads/{id}`, { query: view }, (mailbox, { path, query }) => {
    const mails = mailbox.mails
      .filter(({ threadId }) => threadId === path['id'])
      .sort((one, other) => one.date - other.date)
    if (mails.length === 0) return notFound()
    const messages = mails.map((mail) => messageShape(mail, query.format, query.metadataHeaders))
    return jsonAnswer(200, { id: path['id'], historyId: messages.at(-1)?.historyId, messages })
  }),
  route(`GET ${me}/messages/{messageId}/attachments/{id}`, {}, (mailbox, { path }) =>
    withMail(mailbox, path['messageId'], ({ attachments }) => {
      const found = attachments.find(({ id }) => id === path['id'])
      if (!found) return invalidArgument('Invalid attachment token')
      return jsonAnswer(200, { size: Buffer.byteLength(found.content), data: encoded(found.content) })
    }),
  ),
  route(`GET ${me}/labels`, {}, ({ labels }) =>
    jsonAnswer(200, {
      labels: labels.map((label) => ({
        ...label,
        ...(label.type === 'system' && { messageListVisibility: 'hide', labelListVisibility: 'labelShow' }),
      })),
    }),
  ),
  route(`GET ${me}/drafts`, { query: z.strictObject(page) }, ({ drafts, mails }, { query }) => {
    const rows = [...drafts].toReversed().flatMap(([id, messageId]) => {
      const mail = mails.find((candidate) => candidate.id === messageId)
      return mail ? [{ id, message: referenceShape(mail) }] : []
    })
    return jsonAnswer(200, pageShape('drafts', rows, query))
  }),
]
