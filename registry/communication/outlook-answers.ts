import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const count = z.number().nullish()
const body = z.object({ content: text }).nullish()
const person = z.object({ emailAddress: z.object({ name: text, address: text }).nullish() })
const people = z.array(person).nullish()

/** @see https://learn.microsoft.com/graph/api/resources/message?view=graph-rest-1.0 */
const message = z.object({
  id: z.string(),
  conversationId: text,
  subject: text,
  from: person.nullish(),
  toRecipients: people,
  ccRecipients: people,
  bccRecipients: people,
  replyTo: people,
  receivedDateTime: text,
  isRead: flag,
  isDraft: flag,
  hasAttachments: flag,
  importance: text,
  flag: z.object({ flagStatus: text }).nullish(),
  categories: z.array(z.string()).nullish(),
  parentFolderId: text,
  bodyPreview: text,
  body,
  uniqueBody: body,
  webLink: text,
})

const attachment = z.object({ id: z.string(), name: text, contentType: text, size: count })

const folder = z.object({
  id: z.string(),
  displayName: text,
  unreadItemCount: count,
  totalItemCount: count,
  childFolderCount: count,
})

function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ value: z.array(item), '@odata.nextLink': z.url().nullish() })
}

export const meAnswer = z.object({ id: z.string(), displayName: text, mail: text, userPrincipalName: text })
export const messageAnswer = message
export const messagesAnswer = pageOf(message)
export const foldersAnswer = pageOf(folder)
export const attachmentAnswer = attachment
export const attachmentsAnswer = pageOf(attachment)
export const fileAnswer = z.object({ contentBytes: text })

export function messageRow(node: z.output<typeof message>) {
  return compact({
    ...head(node),
    to: names(node.toRecipients),
    preview: node.bodyPreview?.replaceAll(/\s+/g, ' ').trim(),
  })
}

/** The message with its text from `offset` on, and `next_offset` while there is more. */
export function messageDetail(
  node: z.output<typeof message>,
  attachments: readonly z.output<typeof attachment>[],
  offset: number,
) {
  const { text: content, ...rest } = textWindow(plain(node.body), offset)
  return compact({
    ...head(node),
    to: names(node.toRecipients),
    cc: names(node.ccRecipients),
    bcc: names(node.bccRecipients),
    reply_to: names(node.replyTo),
    importance: node.importance === 'normal' ? undefined : node.importance,
    flag: node.flag?.flagStatus === 'notFlagged' ? undefined : node.flag?.flagStatus,
    categories: node.categories?.length ? node.categories : undefined,
    folder_id: node.parentFolderId,
    body: content,
    ...rest,
    attachments: attachments.length > 0 ? attachments.map(attachmentRow) : undefined,
    url: node.webLink,
  })
}

/** A message in its conversation: only what it adds to it. */
export function conversationMessage(node: z.output<typeof message>, length: number) {
  const { conversation_id: _conversation, ...row } = head(node)
  const { text: content, next_offset: rest } = textWindow(plain(node.uniqueBody), 0, length)
  const truncated = rest === undefined ? undefined : true
  const to = names(node.toRecipients)
  return compact({ ...row, to, cc: names(node.ccRecipients), body: content, truncated })
}

export function folderRow(node: z.output<typeof folder>) {
  return compact({
    id: node.id,
    name: node.displayName,
    unread: node.unreadItemCount,
    total: node.totalItemCount,
    subfolders: node.childFolderCount || undefined,
  })
}

export function attachmentRow(node: z.output<typeof attachment>) {
  return compact({ id: node.id, filename: node.name, mime_type: node.contentType, size: node.size })
}

/** What a draft or an update answers with. */
export function savedRow(node: z.output<typeof message>) {
  return compact({ id: node.id, conversation_id: node.conversationId, url: node.webLink })
}

function head(node: z.output<typeof message>) {
  return {
    id: node.id,
    conversation_id: node.conversationId,
    date: node.receivedDateTime,
    from: node.from ? nameOf(node.from) : undefined,
    subject: node.subject,
    unread: node.isRead === false ? true : undefined,
    draft: node.isDraft === true ? true : undefined,
    has_attachments: node.hasAttachments === true ? true : undefined,
  }
}

function names(list: z.output<typeof people>): readonly string[] | undefined {
  const known = list?.map(nameOf).filter((name) => name !== undefined)
  return known?.length ? known : undefined
}

/** `Ada <ada@example.com>`, or the address alone where there is no other name. */
function nameOf({ emailAddress }: z.output<typeof person>): string | undefined {
  const { name, address } = emailAddress ?? {}
  if (!address) return name ?? undefined
  return name && name !== address ? `${name} <${address}>` : address
}

function plain(content: z.output<typeof body>): string {
  return content?.content?.replaceAll('\r\n', '\n').trim() ?? ''
}
