import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const cells = z.record(z.string(), z.unknown())

const base = z.object({ id: z.string(), name: text, permissionLevel: text })

const fieldOptions = z.object({
  choices: z.array(z.object({ name: text })).nullish(),
  linkedTableId: text,
})

const field = z.object({
  id: z.string(),
  name: text,
  type: text,
  description: text,
  options: fieldOptions.nullish(),
})

const table = z.object({
  id: z.string(),
  name: text,
  description: text,
  primaryFieldId: text,
  fields: z.array(field).nullish(),
  views: z.array(z.object({ id: z.string(), name: text, type: text })).nullish(),
})

const record = z.object({ id: z.string(), createdTime: text, fields: cells.nullish() })

const comment = z.object({
  id: z.string(),
  text,
  createdTime: text,
  lastUpdatedTime: text,
  parentCommentId: text,
  author: z.object({ id: text, name: text, email: text }).nullish(),
})

export const userAnswer = z.object({ id: z.string(), email: text })
export const basesAnswer = z.object({ bases: z.array(base), offset: text })
export const tablesAnswer = z.object({ tables: z.array(table) })
export const recordAnswer = record
export const recordsAnswer = z.object({ records: z.array(record), offset: text })
export const deletedAnswer = z.object({
  records: z.array(z.object({ id: z.string(), deleted: z.boolean().nullish() })),
})
export const commentAnswer = comment
export const commentsAnswer = z.object({ comments: z.array(comment), offset: text })

export function baseRow({ id, name, permissionLevel }: z.output<typeof base>) {
  return compact({ id, name, permission: permissionLevel })
}

/** A table with the names of its fields. */
export function tableRow({ id, name, description, fields }: z.output<typeof table>) {
  return compact({ id, name, description, fields: fields?.map((one) => one.name) })
}

/** @throws ProviderError 404 when no table has that id or name */
export function tableNamed(tables: readonly z.output<typeof table>[], idOrName: string) {
  const found = tables.find(({ id }) => id === idOrName) ?? tables.find(({ name }) => name === idOrName)
  if (found === undefined) throw new ProviderError(ownReason('noTable'), 404)
  return found
}

/** A table with its fields, what they may hold, and its views. */
export function tableDetail(node: z.output<typeof table>) {
  const fields = node.fields?.map(({ options, ...rest }) =>
    compact({
      ...rest,
      primary: rest.id === node.primaryFieldId ? true : undefined,
      choices: options?.choices?.map(({ name }) => name),
      linked_table_id: options?.linkedTableId,
    }),
  )
  const { id, name, description } = node
  return compact({ id, name, description, fields, views: node.views?.map(compact) })
}

/** A record, each of its texts cut at `length` characters; `truncated` names the fields that were. */
export function recordRow(node: z.output<typeof record>, length: number) {
  const entries = Object.entries(node.fields ?? {})
  const isCut = (value: unknown) => typeof value === 'string' && value.length > length
  const truncated = entries.filter(([, value]) => isCut(value)).map(([name]) => name)
  return compact({
    id: node.id,
    created_at: node.createdTime,
    fields: Object.fromEntries(entries.map(([name, value]) => [name, cellOf(value, length)])),
    truncated: truncated.length === 0 ? undefined : truncated,
  })
}

/** An attachment comes without its previews: three addresses each, and long ones. */
function cellOf(value: unknown, length: number): unknown {
  if (typeof value === 'string') return textWindow(value, 0, length).text
  if (Array.isArray(value)) return value.map((item) => cellOf(item, length))
  const { thumbnails: _previews, ...rest } = cells.safeParse(value).data ?? {}
  return typeof value === 'object' && value !== null ? rest : value
}

export function commentRow({ author, ...node }: z.output<typeof comment>) {
  return compact({
    id: node.id,
    author: author?.name ?? author?.email,
    text: node.text,
    created_at: node.createdTime,
    updated_at: node.lastUpdatedTime,
    parent_comment_id: node.parentCommentId,
  })
}
