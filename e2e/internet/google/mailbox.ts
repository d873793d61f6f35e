import { randomBytes } from 'node:crypto'
import { mailSeeds } from './seed.ts'

export type Attachment = {
  readonly id: string
  readonly filename: string
  readonly mimeType: string
  readonly content: string
}

export type Mail = {
  readonly id: string
  readonly threadId: string
  /** Milliseconds since the epoch. */
  readonly date: number
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly text: string
  readonly html: string | null
  readonly attachments: readonly Attachment[]
  labelIds: string[]
}

export type Label = { readonly id: string; readonly name: string; readonly type: 'system' | 'user' }

/** One person’s mail. Tests may read and change it. */
export type Mailbox = {
  readonly email: string
  readonly mails: Mail[]
  readonly labels: Label[]
  /** Message ids by draft id. */
  readonly drafts: Map<string, string>
}

/** Ids are sixteen hexadecimal digits. */
export const newMailId = (): string => randomBytes(8).toString('hex')

const systemLabels = ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'UNREAD', 'STARRED', 'IMPORTANT']

/** Conversations and newsletters, dated back from `now` (milliseconds). */
export const createMailbox = (email: string, now: number): Mailbox => {
  const threads = new Map<string, string>()
  const mails = mailSeeds.map((seed): Mail => {
    const id = newMailId()
    const threadId = threads.get(seed.thread) ?? id
    threads.set(seed.thread, threadId)
    const date = now - seed.hoursAgo * 3_600_000
    return {
      id,
      threadId,
      date,
      headers: [
        { name: 'From', value: seed.from },
        { name: 'To', value: seed.to ?? email },
        { name: 'Subject', value: seed.subject },
        { name: 'Date', value: new Date(date).toUTCString() },
        { name: 'Message-ID', value: `<${id}@mail.example.com>` },
      ],
      text: seed.text,
      html: seed.html ?? null,
      attachments: (seed.attachments ?? []).map((attachment) => ({
        ...attachment,
        id: `ANGjdJ${randomBytes(24).toString('base64url')}`,
      })),
      labelIds: [...seed.labels],
    }
  })
  return {
    email,
    mails,
    labels: [
      ...systemLabels.map((name): Label => ({ id: name, name, type: 'system' })),
      { id: 'Label_1', name: 'Receipts', type: 'user' },
    ],
    drafts: new Map(),
  }
}

export const headerOf = (mail: Mail, name: string): string =>
  mail.headers.find((header) => header.name.toLowerCase() === name)?.value ?? ''
