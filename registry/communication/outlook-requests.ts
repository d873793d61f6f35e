import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { addressList, type RecipientArguments } from './email-recipients.ts'

/** Graph sorts by a field only if the filter begins with it. */
const EVER = 'receivedDateTime ge 1900-01-01T00:00:00Z'

/** Value of `$orderby`. */
export const NEWEST_FIRST = 'receivedDateTime desc'

const ROW = 'id conversationId subject from receivedDateTime isRead isDraft hasAttachments'
const DETAIL =
  'toRecipients ccRecipients bccRecipients replyTo importance flag categories parentFolderId body webLink'

/** Values of `$select`. */
export const rowFields = fields(ROW, 'toRecipients bodyPreview')
export const detailFields = fields(ROW, DETAIL)
export const conversationFields = fields(ROW, 'toRecipients ccRecipients uniqueBody')
export const attachmentFields = fields('id name contentType size')

function fields(...names: readonly string[]): string {
  return names.join(' ').replaceAll(' ', ',')
}

/**
 * Graph wants the query of `@odata.nextLink` back as a whole; its path is the one that was called.
 *
 * @see https://learn.microsoft.com/graph/paging
 */
export function nextCursor(page: { readonly '@odata.nextLink'?: string | null | undefined }) {
  const link = page['@odata.nextLink']
  return link ? new URL(link).search.slice(1) : undefined
}

/**
 * The query of a page: the first one's, or the one a cursor stands for.
 *
 * @throws ProviderError 400 on a cursor that leads to no page
 */
export function pageQuery<Q extends object>(
  cursor: string | undefined,
  first: Q,
): Q | Readonly<Record<string, string>> {
  if (cursor === undefined) return first
  const query = new URLSearchParams(cursor)
  if (query.has('$skip') || query.has('$skiptoken')) return Object.fromEntries(query)
  throw new ProviderError(ownReason('cursor'), 400)
}

/** Recipients as Graph takes them. */
export function recipients(list: string | readonly string[] | undefined) {
  return list === undefined ? undefined : addressList(list).map((address) => ({ emailAddress: { address } }))
}

/** Fields of a Graph `message`; undefined ones are not sent. */
export function messageFields(
  args: RecipientArguments & { readonly subject?: string | undefined; readonly body?: string | undefined },
) {
  return {
    subject: args.subject,
    body: args.body === undefined ? undefined : textBody(args.body),
    toRecipients: recipients(args.to),
    ccRecipients: recipients(args.cc),
    bccRecipients: recipients(args.bcc),
  }
}

export function textBody(content: string) {
  return { contentType: 'Text', content }
}

/** A phrase in double quotes, as `$search` takes it. */
export function searchPhrase(query: string): string {
  return `"${query.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** A string literal of OData 4.01 (5.1.1.6.1): a quote inside is doubled. */
function odataString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** Values of `$filter` that allow `$orderby=receivedDateTime desc`. */
export const filters = {
  conversation: (id: string) => `${EVER} and conversationId eq ${odataString(id)}`,
  unread: (unread: boolean) => `${EVER} and isRead eq ${!unread}`,
}
