import { z } from 'zod'
import { compact } from '../compact.ts'

const text = z.string().nullish()
const tag = z.object({ '.tag': text })

/** A file, a folder, or the trace of a deleted one. */
const entry = tag.extend({
  id: text,
  name: z.string(),
  path_display: text,
  size: z.number().nullish(),
  rev: text,
  server_modified: text,
  is_downloadable: z.boolean().nullish(),
})

const sharedLink = tag.extend({
  url: z.string(),
  name: text,
  expires: text,
  path_lower: text,
  link_permissions: z.object({ effective_audience: tag.nullish() }).nullish(),
})

export const accountAnswer = z.object({
  account_id: z.string(),
  email: text,
  name: z.object({ display_name: text }).nullish(),
})
export const entryAnswer = entry
/** What creating, moving, copying and deleting answer. */
export const changedAnswer = z.object({ metadata: entry })
export const folderAnswer = z.object({
  entries: z.array(entry),
  cursor: text,
  has_more: z.boolean().nullish(),
})
export const matchesAnswer = z.object({
  matches: z.array(z.object({ metadata: z.object({ metadata: entry.nullish() }) })),
  cursor: text,
  has_more: z.boolean().nullish(),
})
export const temporaryLinkAnswer = z.object({ link: z.string(), metadata: entry })
export const sharedLinkAnswer = sharedLink
export const sharedLinksAnswer = z.object({ links: z.array(sharedLink) })

interface Page {
  readonly cursor?: string | null | undefined
  readonly has_more?: boolean | null | undefined
}

/** `next_cursor` only while there is more: Dropbox hands a cursor out after the last page too. */
export function pageOf(rows: readonly z.output<typeof entry>[], { cursor, has_more }: Page) {
  return compact({ entries: rows.map(entryRow), next_cursor: has_more === true ? cursor : undefined })
}

export function entryRow(node: z.output<typeof entry>) {
  return compact({
    type: node['.tag'],
    name: node.name,
    path: node.path_display,
    id: node.id,
    size: node.size,
    modified: node.server_modified,
  })
}

/** With the revision that an upload may replace. */
export function entryDetail(node: z.output<typeof entry>) {
  return compact({
    ...entryRow(node),
    rev: node.rev,
    downloadable: node.is_downloadable === false ? false : undefined,
  })
}

export function sharedLinkRow(node: z.output<typeof sharedLink>) {
  return compact({
    url: node.url,
    type: node['.tag'],
    name: node.name,
    path: node.path_lower,
    audience: node.link_permissions?.effective_audience?.['.tag'],
    expires: node.expires,
  })
}
