import { headerOf, type Mail, type Mailbox } from './mailbox.ts'

const hours: Readonly<Record<string, number>> = { h: 1, d: 24, m: 30 * 24, y: 365 * 24 }

/** The operators of Gmail’s search box that are simulated. */
const operators: Readonly<Record<string, (mail: Mail, value: string, mailbox: Mailbox) => boolean>> = {
  from: (mail, value) => headerOf(mail, 'from').toLowerCase().includes(value),
  to: (mail, value) => headerOf(mail, 'to').toLowerCase().includes(value),
  subject: (mail, value) => headerOf(mail, 'subject').toLowerCase().includes(value),
  is: (mail, value) =>
    value === 'read' ? !mail.labelIds.includes('UNREAD') : mail.labelIds.includes(value.toUpperCase()),
  in: (mail, value) => value === 'anywhere' || mail.labelIds.includes(value.toUpperCase()),
  label: (mail, value, mailbox) =>
    mailbox.labels.some(({ id, name }) => name.toLowerCase() === value && mail.labelIds.includes(id)),
  has: (mail, value) => value === 'attachment' && mail.attachments.length > 0,
  newer_than: (mail, value) => {
    const [, count = '0', unit = 'd'] = /^(\d+)([hdmy])$/.exec(value) ?? []
    return mail.date > Date.now() - Number(count) * (hours[unit] ?? 0) * 3_600_000
  },
}

/** Mails that a search finds, newest first; spam and trash only where it names them. */
export const searchMails = (mailbox: Mailbox, text: string, everywhere: boolean): readonly Mail[] => {
  const parts = (text.match(/[^\s"]*"[^"]*"|\S+/g) ?? []).map((part) =>
    part.replaceAll('"', '').toLowerCase(),
  )
  const namesPlace = parts.some((part) => /^in:(anywhere|spam|trash)$/.test(part))
  return mailbox.mails
    .filter(({ labelIds }) => everywhere || namesPlace || !isHidden(labelIds))
    .filter((mail) => parts.every((part) => holds(mail, part, mailbox)))
    .sort((one, other) => other.date - one.date)
}

const isHidden = (labelIds: readonly string[]): boolean =>
  labelIds.includes('SPAM') || labelIds.includes('TRASH')

const holds = (mail: Mail, part: string, mailbox: Mailbox): boolean => {
  if (part.startsWith('-')) return !holds(mail, part.slice(1), mailbox)
  const [, name = '', value = ''] = /^(\w+):(.*)$/.exec(part) ?? []
  const operator = operators[name]
  if (operator) return operator(mail, value, mailbox)
  const words = [mail.text, mail.html ?? '', ...mail.headers.map((header) => header.value)]
  return words.join(' ').toLowerCase().includes(part)
}
