import { z } from 'zod'
import { quote } from '../sentences.ts'

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+$`)
const ADDRESS_CHARS = 254

/**
 * One bare address (`addr-spec` of RFC 5322 3.4.1, dot-atoms only). Without display names and lists, what a person
 * reads in the dialog and what a rule compares is where the mail goes.
 */
const address = z
  .string()
  .refine((text) => text.length <= ADDRESS_CHARS && ADDRESS.test(text), 'one bare e-mail address is needed')

const addresses = z.array(address)

/** Arguments of tools that send: bare addresses. */
export const recipientParameters = {
  to: z.union([address.meta({ format: 'email' }), addresses.min(1)]).describe('Bare addresses'),
  cc: addresses.optional().describe('Addresses'),
  bcc: addresses.optional().describe('Addresses'),
}

/** Arguments of tools that save a draft, which may have nobody to go to yet. */
export const draftRecipientParameters = { ...recipientParameters, to: recipientParameters.to.optional() }

export interface RecipientArguments {
  readonly to?: string | readonly string[] | undefined
  readonly cc?: readonly string[] | undefined
  readonly bcc?: readonly string[] | undefined
}

/** One address or several, as a list. */
export function addressList(list: string | readonly string[] | undefined): readonly string[] {
  return [list ?? []].flat()
}

/** Everybody a mail goes to, for its preview. */
export function recipientsPreview({ to, cc, bcc }: RecipientArguments) {
  return { to: addressList(to), cc, bcc }
}

/** `“ada@example.com”, cc “bob@example.com”`: each by itself, since one long quotation would be cut. */
export function recipientsSentence({ to, cc, bcc }: RecipientArguments): string {
  const quoted = (list: string | readonly string[] | undefined) =>
    addressList(list)
      .map((one) => quote(one))
      .join(', ')
  const copies = cc?.length ? `, cc ${quoted(cc)}` : ''
  return `${quoted(to) || 'nobody yet'}${copies}${bcc?.length ? `, bcc ${quoted(bcc)}` : ''}`
}
