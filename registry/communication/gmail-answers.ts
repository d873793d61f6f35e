import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'
import { textOfBytes, textOfHtml, withoutQuotedHistory } from './mail-text.ts'

const text = z.string().nullish()
const headers = z.array(z.object({ name: z.string(), value: text })).nullish()

/** @see https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages#Message.MessagePart */
const part = z.object({
  partId: text,
  mimeType: text,
  filename: text,
  headers,
  body: z.object({ attachmentId: text, size: z.number().nullish(), data: text }).nullish(),
  get parts() {
    return z.array(part).nullish()
  },
})

const message = z.object({
  id: z.string(),
  threadId: text,
  labelIds: z.array(z.string()).nullish(),
  snippet: text,
  internalDate: text,
  payload: part.nullish(),
})

const reference = z.object({ id: z.string(), threadId: text })

export const messageAnswer = message
export const referenceAnswer = reference
export const messagesAnswer = z.object({ messages: z.array(reference).nullish(), nextPageToken: text })
export const threadAnswer = z.object({ id: z.string(), messages: z.array(message).nullish() })
export const draftAnswer = z.object({ id: z.string(), message: reference.nullish() })
export const draftsAnswer = z.object({ drafts: z.array(draftAnswer).nullish(), nextPageToken: text })
export const labelAnswer = z.object({ id: z.string(), name: text, type: text })
export const labelsAnswer = z.object({ labels: z.array(labelAnswer).nullish() })
export const modifiedAnswer = z.object({ id: z.string(), labelIds: z.array(z.string()).nullish() })
export const attachmentAnswer = z.object({ data: text })
export const profileAnswer = z.object({
  emailAddress: z.string(),
  messagesTotal: z.number().nullish(),
  threadsTotal: z.number().nullish(),
})

export type Message = z.output<typeof message>
type Part = z.output<typeof part>

/** Names of headers have no case: senders write `Message-Id` as often as `Message-ID`. */
export function headerOf({ headers }: Part, name: string): string | undefined {
  return headers?.find((header) => header.name.toLowerCase() === name)?.value ?? undefined
}

export function messageRow(node: Message) {
  const header = (name: string) => node.payload && headerOf(node.payload, name)
  return compact({
    id: node.id,
    thread_id: node.threadId,
    date: isoDate(node.internalDate),
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    // The snippet is HTML text: `&#39;` for an apostrophe.
    snippet: node.snippet ? textOfHtml(node.snippet) : undefined,
    label_ids: node.labelIds,
  })
}

/** The message with its text from `offset` on, and `next_offset` while there is more. */
export function messageDetail(node: Message, offset: number) {
  const { snippet: _snippet, ...row } = messageRow(node)
  const header = (name: string) => node.payload && headerOf(node.payload, name)
  const { text: body, ...rest } = textWindow(bodyText(node.payload), offset)
  const addresses = { cc: header('cc'), bcc: header('bcc'), reply_to: header('reply-to') }
  return compact({ ...row, ...addresses, body, ...rest, attachments: attachmentRows(node.payload) })
}

/** A message in its thread: without the history it quotes, which the thread has anyway. */
export function threadMessage(node: Message, length: number) {
  const { thread_id: _thread, snippet: _snippet, ...row } = messageRow(node)
  const { text: body, next_offset: rest } = textWindow(
    withoutQuotedHistory(bodyText(node.payload)),
    0,
    length,
  )
  const truncated = rest === undefined ? undefined : true
  return compact({ ...row, body, truncated, attachments: attachmentRows(node.payload) })
}

/** The part of that id, wherever it is nested. */
export function findPart(root: Part | null | undefined, partId: string): Part | undefined {
  return partsOf(root).find((part) => part.partId === partId)
}

/** The data of a part, or of the attachment it stands for, as text; undefined when it is none. */
export function textOfPart(data: string, part: Part): string | undefined {
  return textOfBytes(data.replaceAll('-', '+').replaceAll('_', '/'), part.mimeType, charsetOf(part))
}

function isoDate(milliseconds: string | null | undefined): string | undefined {
  const time = Number(milliseconds || Number.NaN)
  return Number.isFinite(time) ? new Date(time).toISOString() : undefined
}

function partsOf(root: Part | null | undefined): readonly Part[] {
  return root ? [root, ...(root.parts ?? []).flatMap(partsOf)] : []
}

function attachmentRows(root: Part | null | undefined) {
  const attached = partsOf(root).filter(({ filename }) => filename)
  if (attached.length === 0) return undefined
  return attached.map(({ partId, filename, mimeType, body }) =>
    compact({ part_id: partId, filename, mime_type: mimeType, size: body?.size }),
  )
}

/** What a person would read: of alternatives the plain one, else the HTML as text; attached files left out. */
function bodyText(part: Part | null | undefined): string {
  if (!part || part.filename) return ''
  if (part.mimeType === 'text/plain' || part.mimeType === 'text/html') {
    return (
      textOfPart(part.body?.data ?? '', part)
        ?.replaceAll('\r\n', '\n')
        .trim() ?? ''
    )
  }
  const parts = part.parts ?? []
  if (part.mimeType !== 'multipart/alternative') {
    return parts
      .map(bodyText)
      .filter((text) => text !== '')
      .join('\n\n')
  }
  const plain = parts.find(({ mimeType }) => mimeType === 'text/plain')
  const others = parts.filter((other) => other !== plain).toReversed()
  return [plain, ...others].map(bodyText).find((text) => text !== '') ?? ''
}

function charsetOf(part: Part): string | undefined {
  return /charset="?([\w.:-]+)/i.exec(headerOf(part, 'content-type') ?? '')?.[1]
}
