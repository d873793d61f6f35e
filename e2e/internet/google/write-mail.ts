import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { routesOf, type Route } from '../rest.ts'
import { googleError, invalidArgument, notFound } from './answers.ts'
import { newMailId, type Mail, type Mailbox } from './mailbox.ts'
import { addressesOf, MailRefused, parseMail, type ParsedMail } from './mime.ts'
import { withMail } from './read-mail.ts'
import { referenceShape } from './shapes.ts'

const me = '/gmail/v1/users/me'
const route = routesOf<Mailbox>()
const composed = z.strictObject({ raw: z.string(), threadId: z.string().optional() })
const draft = z.strictObject({ id: z.string().optional(), message: composed })
const change = {
  addLabelIds: z.array(z.string()).default([]),
  removeLabelIds: z.array(z.string()).default([]),
}
const batch = z.strictObject({ ids: z.array(z.string()).min(1).max(1000), ...change })
const newLabel = z.strictObject({
  name: z.string().min(1),
  messageListVisibility: z.enum(['show', 'hide']).optional(),
  labelListVisibility: z.enum(['labelShow', 'labelShowIfUnread', 'labelHide']).optional(),
})

/** Adds a mail as Gmail does: with the account as sender, in the thread it was given. */
const addMail = (
  mailbox: Mailbox,
  { raw, threadId }: z.output<typeof composed>,
  labelIds: string[],
  accept: (mail: ParsedMail) => string | undefined,
): Mail | SimulatedAnswer => {
  const parsed = parsedOr(raw)
  if (typeof parsed === 'string') return invalidArgument(parsed)
  const refusal = accept(parsed)
  if (refusal !== undefined) return invalidArgument(refusal)
  if (threadId !== undefined && !mailbox.mails.some((mail) => mail.threadId === threadId)) return notFound()
  const id = newMailId()
  const names = { from: mailbox.email, 'message-id': `<${id}@mail.gmail.com>`, ...parsed.headers }
  const mail: Mail = {
    id,
    threadId: threadId ?? id,
    date: Date.now(),
    headers: Object.entries(names).map(([name, value]) => ({ name, value })),
    text: parsed.body,
    html: null,
    attachments: [],
    labelIds,
  }
  mailbox.mails.push(mail)
  return mail
}

const parsedOr = (raw: string): ParsedMail | string => {
  try {
    return parseMail(raw)
  } catch (error) {
    if (error instanceof MailRefused) return error.message
    throw error
  }
}

const invalidRecipients = ({ headers }: ParsedMail): string | undefined => {
  const invalid = ['to', 'cc', 'bcc'].find((name) =>
    addressesOf(headers[name]).some((address) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(address)),
  )
  return invalid && `Invalid ${invalid.charAt(0).toUpperCase()}${invalid.slice(1)} header`
}

const noRecipient = (mail: ParsedMail): string | undefined =>
  ['to', 'cc', 'bcc'].every((name) => addressesOf(mail.headers[name]).length === 0)
    ? 'Recipient address required'
    : invalidRecipients(mail)

const saveDraft = (
  mailbox: Mailbox,
  draftId: string,
  message: z.output<typeof composed>,
): SimulatedAnswer => {
  const mail = addMail(mailbox, message, ['DRAFT'], invalidRecipients)
  if (!('id' in mail)) return mail
  mailbox.drafts.set(draftId, mail.id)
  return jsonAnswer(200, { id: draftId, message: { ...referenceShape(mail), labelIds: mail.labelIds } })
}

const relabel = (mail: Mail, add: readonly string[], remove: readonly string[]): SimulatedAnswer => {
  mail.labelIds = [...new Set([...mail.labelIds, ...add])].filter((id) => !remove.includes(id))
  return jsonAnswer(200, { ...referenceShape(mail), labelIds: mail.labelIds })
}

const unknownLabel = (mailbox: Mailbox, ids: readonly string[]): string | undefined =>
  ids.find((id) => !mailbox.labels.some((label) => label.id === id))

export const writeRoutes: readonly Route<Mailbox>[] = [
  route(`POST ${me}/messages/send`, { body: composed }, (mailbox, { body }) => {
    const mail = addMail(mailbox, body, ['SENT'], noRecipient)
    return 'id' in mail ? jsonAnswer(200, { ...referenceShape(mail), labelIds: mail.labelIds }) : mail
  }),
  route(`POST ${me}/drafts`, { body: draft }, (mailbox, { body }) =>
    saveDraft(mailbox, `r${BigInt(`0x${newMailId()}`)}`, body.message),
  ),
  route(`PUT ${me}/drafts/{id}`, { body: draft }, (mailbox, { path, body }) => {
    const id = path['id'] ?? ''
    return mailbox.drafts.has(id) ? saveDraft(mailbox, id, body.message) : notFound()
  }),
  route(`POST ${me}/messages/batchModify`, { body: batch }, (mailbox, { body }) => {
    const unknown = unknownLabel(mailbox, [...body.addLabelIds, ...body.removeLabelIds])
    if (unknown !== undefined) return invalidArgument(`Invalid label: ${unknown}`)
    for (const mail of mailbox.mails.filter(({ id }) => body.ids.includes(id)))
      relabel(mail, body.addLabelIds, body.removeLabelIds)
    return { status: 204 }
  }),
  route(`POST ${me}/messages/{id}/modify`, { body: z.strictObject(change) }, (mailbox, { path, body }) =>
    withMail(mailbox, path['id'], (mail) => {
      const unknown = unknownLabel(mailbox, [...body.addLabelIds, ...body.removeLabelIds])
      if (unknown !== undefined) return invalidArgument(`Invalid label: ${unknown}`)
      return relabel(mail, body.addLabelIds, body.removeLabelIds)
    }),
  ),
  route(`POST ${me}/messages/{id}/trash`, {}, (mailbox, { path }) =>
    withMail(mailbox, path['id'], (mail) => relabel(mail, ['TRASH'], ['INBOX'])),
  ),
  route(`POST ${me}/labels`, { body: newLabel }, ({ labels }, { body }) => {
    if (labels.some(({ name }) => name.toLowerCase() === body.name.toLowerCase())) {
      return googleError(409, 'ALREADY_EXISTS', 'aborted', 'Label name exists or conflicts')
    }
    const label = { id: `Label_${labels.length}`, name: body.name, type: 'user' as const }
    labels.push(label)
    return jsonAnswer(200, label)
  }),
]
