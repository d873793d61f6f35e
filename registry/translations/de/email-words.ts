import { addressList, type RecipientArguments } from '../../communication/email-recipients.ts'
import { quote } from './sentences.ts'

const quoted = (list: string | readonly string[] | undefined): string =>
  addressList(list)
    .map((one) => quote(one))
    .join(', ')

/** `an „ada@example.com“, Cc „bob@example.com“`: each by itself, since one long quotation would be cut. */
export function recipientWords({ to, cc, bcc }: RecipientArguments): string {
  const whom = quoted(to)
  const copies = cc?.length ? `, Cc ${quoted(cc)}` : ''
  return `${whom ? `an ${whom}` : 'noch ohne Empfänger'}${copies}${bcc?.length ? `, Bcc ${quoted(bcc)}` : ''}`
}

/** `„Mittagessen“ an „ada@example.com“`: what a mail is about and who gets it. */
export function mailWords({ subject, ...recipients }: RecipientArguments & { readonly subject: string }) {
  return `${quote(subject)} ${recipientWords(recipients)}`
}
