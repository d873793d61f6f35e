import { createMimeMessage } from 'mimetext/browser'
import { addressList, type RecipientArguments } from './email-recipients.ts'

/** 39 bytes are 52 characters in base64: with `Subject: =?utf-8?B?…?=` the line stays under 78 (RFC 5322 2.1.1). */
const WORD_BYTES = 39

export interface Email extends RecipientArguments {
  readonly subject: string
  readonly body: string
  /** What it answers, in the words of that message's own headers. */
  readonly answers?: { readonly messageId: string | undefined; readonly references: string | undefined }
}

/**
 * A plain-text mail as Gmail takes it: RFC 5322 in base64url. It has no `From` and no `Message-ID`: Gmail writes the
 * account's own.
 *
 * @param email addresses must be bare; subject, body and the ids may be anything, none of it can become a header
 */
export function rawMessage(email: Email): string {
  const message = createMimeMessage()
  const { to, cc, bcc, body, answers } = email
  if (to !== undefined) message.setTo(addressList(to).map(mailbox))
  if (cc?.length) message.setCc(cc.map(mailbox))
  if (bcc?.length) message.setBcc(bcc.map(mailbox))
  const subject = email.subject.replaceAll(/\p{Cc}+/gu, ' ').trim()
  message.setSubject(subject)
  for (const field of message.headers.fields) {
    if (field.name === 'From' || field.name === 'Message-ID') field.disabled = true
    // mimetext makes one encoded word of it, however long; RFC 2047 2 allows 75 characters.
    if (field.name === 'Subject') field.dump = () => headerText(subject)
  }
  const parents = messageIds(answers?.messageId).slice(0, 1)
  if (parents[0] !== undefined) {
    message.setHeader('In-Reply-To', parents[0])
    message.setHeader('References', [...messageIds(answers?.references).slice(-20), parents[0]].join('\r\n '))
  }
  const data = wrapped(toBase64(new TextEncoder().encode(body.replaceAll(/\r\n?|\n/g, '\r\n'))))
  message.addMessage({ contentType: 'text/plain', encoding: 'base64', data })
  return message.asEncoded()
}

function mailbox(addr: string) {
  return { addr }
}

/** Only what has the form of an id (RFC 5322 3.6.4): the header comes from whoever wrote the other mail. */
function messageIds(header: string | undefined): readonly string[] {
  return (header ?? '').match(/<[!-;=?-~]{1,250}>/g) ?? []
}

/** As it is when short and ASCII, else in encoded words (RFC 2047), each on its own line. */
function headerText(text: string): string {
  if (/^[ -~]{0,60}$/.test(text) && !text.includes('=?')) return text
  const encoder = new TextEncoder()
  const words: Uint8Array[] = []
  let word: number[] = []
  for (const character of text) {
    const bytes = encoder.encode(character)
    if (word.length + bytes.length > WORD_BYTES) {
      words.push(Uint8Array.from(word))
      word = []
    }
    word.push(...bytes)
  }
  words.push(Uint8Array.from(word))
  return words.map((bytes) => `=?utf-8?B?${toBase64(bytes)}?=`).join('\r\n ')
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function wrapped(base64: string): string {
  return base64.replaceAll(/(.{76})(?=.)/g, '$1\r\n')
}
