import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'
import { block } from './notion-blocks.ts'
import { inlineMarkdown, plainText, richText } from './notion-rich-text.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const record = z.record(z.string(), z.unknown())
/** `{ type: 'page_id', page_id: '…' }` */
const parent = z.looseObject({ type: text }).nullish()

const user = z.object({
  id: z.string(),
  name: text,
  type: text,
  person: z.object({ email: text }).nullish(),
})

/** A page or a data source. */
const item = z.object({
  object: text,
  id: z.string(),
  url: text,
  title: richText.nullish(),
  parent,
  in_trash: flag,
  created_time: text,
  last_edited_time: text,
  properties: record.nullish(),
})

const option = z.object({ name: text })
const options = z.object({ options: z.array(option).nullish() }).nullish()
const propertySchema = z.object({
  name: text,
  type: text,
  select: options,
  multi_select: options,
  status: options,
  relation: z.object({ data_source_id: text }).nullish(),
})

const comment = z.object({
  id: z.string(),
  discussion_id: text,
  created_time: text,
  created_by: z.object({ id: text }).nullish(),
  display_name: z.object({ resolved_name: text }).nullish(),
  rich_text: richText.nullish(),
})

function list<S extends z.ZodType>(row: S) {
  return z.object({
    results: z.array(row),
    has_more: flag,
    next_cursor: text,
    request_status: z.object({ type: text }).nullish(),
  })
}

export const meAnswer = user.extend({
  bot: z
    .object({
      owner: z.object({ type: text, user: user.nullish() }).nullish(),
      workspace_id: text,
      workspace_name: text,
    })
    .nullish(),
})
export const itemAnswer = item
export const itemsAnswer = list(item)
export const usersAnswer = list(user)
export const blocksAnswer = list(block)
export const commentsAnswer = list(comment)
export const commentAnswer = z.object({ id: z.string(), discussion_id: text })
export const markdownAnswer = z.object({
  id: z.string(),
  markdown: z.string(),
  truncated: flag,
  unknown_block_ids: z.array(z.string()).nullish(),
})
export const databaseAnswer = z.object({
  id: z.string(),
  title: richText.nullish(),
  url: text,
  parent,
  in_trash: flag,
  data_sources: z.array(z.object({ id: text, name: text })).nullish(),
})
export const dataSourceAnswer = z.object({
  id: z.string(),
  title: richText.nullish(),
  url: text,
  parent,
  properties: z.record(z.string(), propertySchema).nullish(),
})

interface List<T> {
  readonly results: readonly T[]
  readonly has_more?: boolean | null | undefined
  readonly next_cursor?: string | null | undefined
  readonly request_status?: { readonly type?: string | null | undefined } | null | undefined
}

/** A page of rows under its own name; `incomplete` when Notion stopped before the end of a large source. */
export function listOf<T>(name: string, answer: List<T>, rowOf: (row: T) => unknown) {
  const next = answer.has_more === true ? answer.next_cursor : undefined
  const incomplete = answer.request_status?.type === 'incomplete' ? true : undefined
  return compact({ [name]: answer.results.map(rowOf), next_cursor: next, incomplete })
}

/** A token belongs to a bot, and that to a person or to the workspace. */
export function meRow({ id, name, bot, ...self }: z.output<typeof meAnswer>) {
  const person = bot?.owner?.user
  return compact({
    id,
    name,
    user_id: person?.id,
    user: person?.name,
    email: person?.person?.email ?? self.person?.email,
    workspace: bot?.workspace_name,
  })
}

export function userRow({ person, ...row }: z.output<typeof user>) {
  return compact({ ...row, email: person?.email })
}

/** `parent_page_id`, `parent_data_source_id`, …; a page at the top of the workspace has none. */
function parentOf(place: z.output<typeof parent>) {
  const id = place?.[place.type ?? '']
  return typeof id === 'string' ? { [`parent_${place?.type ?? ''}`]: id } : {}
}

/** A data source names itself; the title of a page is the property of that type. */
function titleOf({ title, properties }: z.output<typeof item>): string {
  if (title) return plainText(title)
  const named = Object.values(properties ?? {}).map((value) => record.safeParse(value).data)
  const found = named.find((property) => property?.['type'] === 'title')
  return plainText(richText.safeParse(found?.['title']).data)
}

export function itemRow(node: z.output<typeof item>) {
  return compact({
    id: node.id,
    object: node.object,
    title: titleOf(node),
    ...parentOf(node.parent),
    in_trash: node.in_trash === true ? true : undefined,
    last_edited_at: node.last_edited_time,
    url: node.url,
  })
}

/** A page with the values of its properties, empty ones left out. */
export function pageRow(node: z.output<typeof item>) {
  const values = Object.entries(node.properties ?? {}).map(([name, value]) => [name, valueOf(value)] as const)
  return { ...itemRow(node), properties: Object.fromEntries(values.filter(([, value]) => !isEmpty(value))) }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Names under which a property's value says what it is, the most readable first. */
const SAYING = ['plain_text', 'name', 'start', 'state', 'address'] as const

/**
 * The value in one of Notion’s wrappings: `{ type: 'select', select: { name: 'Done' } }` → `Done`.
 *
 * @see https://developers.notion.com/reference/page-property-values
 */
function valueOf(value: unknown): unknown {
  if (Array.isArray(value)) return joined(value.map(valueOf), value)
  if (typeof value !== 'object') return value
  const fields = record.safeParse(value).data
  if (fields === undefined) return undefined
  const { type, prefix, number, end, id } = fields
  if (prefix !== undefined) return typeof prefix === 'string' ? `${prefix}-${String(number)}` : number
  const saying = SAYING.map((name) => fields[name]).find((word) => typeof word === 'string')
  if (saying !== undefined) return typeof end === 'string' ? `${saying}/${end}` : saying
  if (typeof type === 'string' && type in fields && fields['object'] !== 'user') return valueOf(fields[type])
  return id
}

/** Pieces of one text belong together, values of a list do not. */
function joined(values: readonly unknown[], parts: readonly unknown[]): unknown {
  const isText =
    parts.length > 0 && parts.every((part) => record.safeParse(part).data?.['plain_text'] !== undefined)
  return isText ? values.join('') : values.filter((value) => value !== undefined)
}

/** Markdown of a page from `offset` on; ids of what Notion left out can be read like a page. */
export function markdownWindow(node: z.output<typeof markdownAnswer>, offset: number) {
  const { text: markdown, ...rest } = textWindow(node.markdown, offset)
  const missing = node.unknown_block_ids?.length ? node.unknown_block_ids : undefined
  return compact({
    id: node.id,
    markdown,
    ...rest,
    incomplete: node.truncated === true ? true : undefined,
    missing_block_ids: missing,
  })
}

export function databaseRow(node: z.output<typeof databaseAnswer>) {
  return compact({
    id: node.id,
    title: plainText(node.title),
    ...parentOf(node.parent),
    in_trash: node.in_trash === true ? true : undefined,
    data_sources: node.data_sources?.map(compact),
    url: node.url,
  })
}

/** A data source with its properties: name, type, and what they may hold. */
export function dataSourceRow(node: z.output<typeof dataSourceAnswer>) {
  const properties = Object.entries(node.properties ?? {}).map(([key, property]) => {
    const choices = (property.select ?? property.multi_select ?? property.status)?.options
    return compact({
      name: property.name ?? key,
      type: property.type,
      options: choices?.map(({ name }) => name),
      related_data_source_id: property.relation?.data_source_id,
    })
  })
  return compact({
    id: node.id,
    title: plainText(node.title),
    ...parentOf(node.parent),
    properties,
    url: node.url,
  })
}

export function commentRow(node: z.output<typeof comment>) {
  return compact({
    id: node.id,
    discussion_id: node.discussion_id,
    author: node.display_name?.resolved_name,
    author_id: node.created_by?.id,
    text: inlineMarkdown(node.rich_text),
    created_at: node.created_time,
  })
}
