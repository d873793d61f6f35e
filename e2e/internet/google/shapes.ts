import { headerOf, type Attachment, type Mail } from './mailbox.ts'

type Header = { readonly name: string; readonly value: string }
type Part = {
  readonly partId: string
  readonly mimeType: string
  readonly filename: string
  readonly headers: readonly Header[]
  readonly body: { readonly size: number; readonly data?: string; readonly attachmentId?: string }
  readonly parts?: readonly Part[]
}

/** Bytes as Gmail sends them: base64url, with padding. */
export const encoded = (text: string): string =>
  Buffer.from(text).toString('base64').replaceAll('+', '-').replaceAll('/', '_')

export const referenceShape = ({ id, threadId }: Mail) => ({ id, threadId })

/** A message as `users.messages.get` gives it; `metadata` keeps the headers asked for, or all. */
export const messageShape = (mail: Mail, format: string, metadataHeaders: readonly string[] = []) => {
  const whole = { ...referenceShape(mail), labelIds: mail.labelIds, ...facts(mail) }
  if (format === 'minimal') return whole
  if (format === 'metadata') {
    const wanted = metadataHeaders.map((name) => name.toLowerCase())
    const headers = mail.headers.filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
    )
    return { ...whole, payload: { mimeType: rootPart(mail).mimeType, headers } }
  }
  return { ...whole, payload: rootPart(mail) }
}

/** The snippet is HTML text, and its apostrophes are escaped. */
const facts = (mail: Mail) => ({
  snippet: (mail.text || headerOf(mail, 'subject'))
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/['’]/g, '&#39;'),
  sizeEstimate: mail.text.length + (mail.html?.length ?? 0) + 800,
  historyId: String(Math.floor(mail.date / 1000)),
  internalDate: String(mail.date),
})

const rootPart = (mail: Mail): Part => {
  const part =
    mail.attachments.length === 0
      ? contentPart(mail, '')
      : multipart('', 'multipart/mixed', [
          contentPart(mail, '0'),
          ...mail.attachments.map((attachment, index) => attachmentPart(attachment, String(index + 1))),
        ])
  return { ...part, headers: [...mail.headers, ...part.headers] }
}

/** The text, the HTML, or both as alternatives, the plain one first. */
const contentPart = (mail: Mail, partId: string): Part => {
  const inner = (index: number): string => (partId === '' ? String(index) : `${partId}.${index}`)
  if (mail.html === null) return textPart(partId, 'text/plain', mail.text)
  if (mail.text === '') return textPart(partId, 'text/html', mail.html)
  return multipart(partId, 'multipart/alternative', [
    textPart(inner(0), 'text/plain', mail.text),
    textPart(inner(1), 'text/html', mail.html),
  ])
}

const textPart = (partId: string, mimeType: string, text: string): Part => ({
  partId,
  mimeType,
  filename: '',
  headers: [{ name: 'Content-Type', value: `${mimeType}; charset="UTF-8"` }],
  body: { size: Buffer.byteLength(text), data: encoded(text) },
})

const multipart = (partId: string, mimeType: string, parts: readonly Part[]): Part => ({
  partId,
  mimeType,
  filename: '',
  headers: [{ name: 'Content-Type', value: `${mimeType}; boundary="000000000000e2e"` }],
  body: { size: 0 },
  parts,
})

const attachmentPart = ({ id, filename, mimeType, content }: Attachment, partId: string): Part => ({
  partId,
  mimeType,
  filename,
  headers: [
    { name: 'Content-Type', value: `${mimeType}; name="${filename}"` },
    { name: 'Content-Disposition', value: `attachment; filename="${filename}"` },
    { name: 'Content-Transfer-Encoding', value: 'base64' },
  ],
  body: { attachmentId: id, size: Buffer.byteLength(content) },
})
