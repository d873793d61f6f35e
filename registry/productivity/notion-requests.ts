import { z } from 'zod'
import type { PageArguments } from '../paging.ts'
import { ownReason, type OwnReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { NewComment } from './notion-announcements.ts'
import { plainItems, richTextOf } from './notion-rich-text.ts'

/** Values of a page's properties, named as in its data source. */
export const properties = z
  .record(z.string(), z.unknown())
  .optional()
  .describe('In the API’s form: {"Status":{"status":{"name":"Done"}}}')

/** How Notion pages, in a query and in a body alike. */
export function paging({ cursor, limit }: PageArguments) {
  return { start_cursor: cursor, page_size: limit }
}

/** The title property has the id `title` on every page, whatever its name in a data source. */
export function propertiesOf(
  title: string | undefined,
  values: Readonly<Record<string, unknown>> | undefined,
) {
  if (title === undefined) return values
  return { ...values, title: { title: plainItems(title) } }
}

interface NewPage {
  readonly parent_page_id?: string | undefined
  readonly parent_data_source_id?: string | undefined
  readonly title: string
  readonly markdown?: string | undefined
  readonly properties?: Readonly<Record<string, unknown>> | undefined
}

/** The body that creates a page; without a parent it is a private one. */
export function newPage({ title, markdown, properties: values, ...parents }: NewPage) {
  const { parent_page_id: page_id, parent_data_source_id: data_source_id } = parents
  return { parent: onlyOne({ page_id, data_source_id }), properties: propertiesOf(title, values), markdown }
}

/** The body that comments on something, or answers what somebody said. */
export function newComment({ page_id, block_id, discussion_id, text }: NewComment) {
  const place = onlyOne({ page_id, block_id, discussion_id })
  if (place === undefined) {
    throw new ProviderError(ownReason('oneNeeded', 'page_id', 'block_id', 'discussion_id'), 400)
  }
  const target = discussion_id === undefined ? { parent: place } : { discussion_id }
  return { ...target, rich_text: richTextOf(text) }
}

/** What lies directly above a new page or comment: at most one of the given ids. */
function onlyOne(ids: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined))
  if (Object.keys(given).length > 1) throw new ProviderError(tooMany(Object.keys(ids)), 400)
  return Object.keys(given).length === 0 ? undefined : given
}

function tooMany([first = '', second = '', third]: readonly string[]): OwnReason {
  return third === undefined
    ? ownReason('onlyOneOfTwo', first, second)
    : ownReason('onlyOneOfThree', first, second, third)
}
