import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rawMessage } from './gmail-mime.ts'

interface Read {
  readonly names: readonly string[]
  readonly header: (name: string) => string
  readonly body: string
  readonly longestLine: number
}

function decoded(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
}

/** Reads a mail as a mail program does: RFC 5322 unfolding, then RFC 2047 words. */
function read(raw: string): Read {
  const text = atob(raw.replaceAll('-', '+').replaceAll('_', '/'))
  const end = text.indexOf('\r\n\r\n')
  const lines = text.slice(0, end).replaceAll('\r\n ', ' ').split('\r\n')
  const fields = lines.map((line) => line.split(/: ?(.*)/s, 2))
  const value = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  const header = (name: string) =>
    value(name)
      .replaceAll(/\?= =\?utf-8\?B\?/g, '')
      .replaceAll(/=\?utf-8\?B\?(.*?)\?=/g, (_word, base64: string) => wordsOf(value(name), base64))
  return {
    names: fields.map(([name]) => name ?? ''),
    header,
    body: decoded(text.slice(end + 4).replaceAll('\r\n', '')),
    longestLine: Math.max(...text.split('\r\n').map((line) => line.length)),
  }
}

/** Every word is base64 by itself, with its own padding, and whole characters (RFC 2047 5). */
function wordsOf(value: string, joined: string): string {
  const words = [...value.matchAll(/=\?utf-8\?B\?(.*?)\?=/g)].map(([, base64]) => decoded(base64 ?? ''))
  return words.length > 1 ? words.join('') : decoded(joined)
}

const email = { to: 'ada@example.com', subject: 'Hello', body: 'World' }
const written = ['Date', 'To', 'Subject', 'MIME-Version']
const content = ['Content-Type', 'Content-Transfer-Encoding']

/** Any text, and often the kind that would break a header. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', ':', ' ', 'Bcc', '<', '>', '@', '=?', '\0', '😀', 'é', 'x'),
  }),
)

describe('the mail gmail sends', () => {
  it('lets no subject, body or foreign id become a header, and loses none of the text', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (subject, body, messageId, references) => {
        const mail = read(rawMessage({ ...email, subject, body, answers: { messageId, references } }))
        const names = mail.names.filter((name) => name !== 'In-Reply-To' && name !== 'References')
        expect(names).toEqual([...written, ...content])
        expect(mail.header('Subject').trim()).toBe(subject.replaceAll(/\p{Cc}+/gu, ' ').trim())
        expect(mail.body).toBe(body.replaceAll(/\r\n?|\n/g, '\r\n'))
        expect(mail.header('In-Reply-To')).toMatch(/^(?:<[^\s<>]+>)?$/)
        expect(mail.longestLine).toBeLessThan(300)
      }),
    )
  })

  it('keeps encoded words and lines within their limits', () => {
    const mail = rawMessage({ ...email, subject: '日本語の長い件名 '.repeat(20), body: 'é'.repeat(500) })
    const lines = atob(mail.replaceAll('-', '+').replaceAll('_', '/')).split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(read(mail).header('Subject')).toBe('日本語の長い件名 '.repeat(20).trim())
  })

  it('writes a plain subject plainly, and one that looks encoded encoded', () => {
    expect(read(rawMessage(email)).header('Subject')).toBe('Hello')
    const tricky = '=?utf-8?B?SGk=?='
    expect(read(rawMessage({ ...email, subject: tricky })).header('Subject')).toBe(tricky)
  })

  it('names all recipients, and leaves the sender to Gmail', () => {
    const mail = read(rawMessage({ ...email, to: ['a@x.org', 'b@x.org'], cc: ['c@x.org'], bcc: ['d@x.org'] }))
    expect(mail.header('To')).toBe('<a@x.org>, <b@x.org>')
    expect([mail.header('Cc'), mail.header('Bcc')]).toEqual(['<c@x.org>', '<d@x.org>'])
    expect(mail.names).not.toContain('From')
    expect(mail.names).not.toContain('Message-ID')
  })

  it('refers to the message it answers and to those before it', () => {
    const answers = { messageId: '<c@x>', references: '<a@x>\r\n <b@x>' }
    const mail = read(rawMessage({ ...email, answers }))
    expect(mail.header('In-Reply-To')).toBe('<c@x>')
    expect(mail.header('References')).toBe('<a@x> <b@x> <c@x>')
  })
})
