import { z } from 'zod'
import type { PageArguments } from '../paging.ts'
import { ProviderError } from '../provider-error.ts'
import { plainItems } from './notion-rich-text.ts'

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

/** What lies directly above a new page or comment: at most one of the given ids. */
export function onlyOne(ids: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined))
  const names = Object.keys(ids).join(' and ')
  if (Object.keys(given).length > 1) throw new ProviderError(`Of ${names} only one can be given`, 400)
  return Object.keys(given).length === 0 ? undefined : given
}
