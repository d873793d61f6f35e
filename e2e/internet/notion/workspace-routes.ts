import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { jsonAnswer } from '../exchange.ts'
import { routesOf, type Route } from '../rest.ts'
import { listAnswer, notFound, validationError } from './answers.ts'
import { blockShape, newBlock } from './blocks.ts'
import { sameId, type NotionData, type Page } from './data.ts'
import { block, commentParent, page, richText, stored } from './inputs.ts'
import { withPage } from './page-routes.ts'
import { commentShape, databaseShape, dataSourceShape, meShape, pageShape, personShape } from './shapes.ts'

const route = routesOf<NotionData>()
const search = z.strictObject({
  ...page,
  query: z.string().default(''),
  filter: z
    .strictObject({ property: z.literal('object'), value: z.enum(['page', 'data_source']) })
    .optional(),
  sort: z
    .strictObject({
      timestamp: z.literal('last_edited_time'),
      direction: z.enum(['ascending', 'descending']),
    })
    .optional(),
})
const newComment = z.union([
  z.strictObject({ parent: commentParent, rich_text: richText }),
  z.strictObject({ discussion_id: z.string(), rich_text: richText }),
])
const position = z.union([
  z.strictObject({ type: z.literal('after_block'), after_block: z.strictObject({ id: z.string() }) }),
  z.strictObject({ type: z.enum(['start', 'end']) }),
])
const children = z.strictObject({ children: z.array(block).min(1).max(100), position: position.optional() })

const titleOf = ({ title }: Page): string => title.map(({ plain_text }) => plain_text).join('')

const blockOf = (content: z.output<typeof block>) => {
  const { object: _object, type: _type, ...rest } = content as Record<string, unknown>
  const [type, inner] = Object.entries(rest)[0] ?? ['', {}]
  const { rich_text: words = [], ...more } = inner as { rich_text?: z.output<typeof richText> }
  return newBlock(type, stored(words), more)
}

export const workspaceRoutes: readonly Route<NotionData>[] = [
  route('GET /v1/users/me', {}, (data) => jsonAnswer(200, meShape(data))),
  route('GET /v1/users', { query: z.strictObject(page) }, ({ people }, { query }) =>
    listAnswer('user', people.map(personShape), query),
  ),
  route('POST /v1/search', { body: search }, (data, { body }) => {
    const fits = (title: string): boolean => title.toLowerCase().includes(body.query.toLowerCase())
    const pages = data.pages
      .filter((row) => !row.inTrash && fits(titleOf(row)))
      .sort((one, other) => other.edited.localeCompare(one.edited))
      .map((row) => pageShape(data, row))
    const sources = data.dataSources.filter(({ title }) => fits(title)).map(dataSourceShape)
    const rows = [...pages, ...sources].filter(
      ({ object }) => body.filter === undefined || object === body.filter.value,
    )
    return listAnswer('page_or_data_source', rows, body)
  }),
  route('GET /v1/blocks/{id}/children', { query: z.strictObject(page) }, (data, { path, query }) =>
    withPage(data, path['id'] ?? '', ({ id, blocks }) =>
      listAnswer(
        'block',
        blocks.map((row) => blockShape(row, id)),
        query,
      ),
    ),
  ),
  route('PATCH /v1/blocks/{id}/children', { body: children }, (data, { path, body }) =>
    withPage(data, path['id'] ?? '', (target) => {
      const after = body.position?.type === 'after_block' ? body.position.after_block.id : undefined
      const index = target.blocks.findIndex(({ id }) => after !== undefined && sameId(id, after))
      if (after !== undefined && index < 0) return notFound('block', after)
      const added = body.children.map(blockOf)
      const start = body.position?.type === 'start' ? 0 : target.blocks.length
      target.blocks.splice(after === undefined ? start : index + 1, 0, ...added)
      const shown = added.map((row) => blockShape(row, target.id))
      return listAnswer('block', shown, { page_size: 100 })
    }),
  ),
  route('GET /v1/databases/{id}', {}, ({ dataSources }, { path }) => {
    const found = dataSources.find(({ databaseId }) => sameId(databaseId, path['id'] ?? ''))
    return found ? jsonAnswer(200, databaseShape(found)) : notFound('database', path['id'] ?? '')
  }),
  route('GET /v1/data_sources/{id}', {}, ({ dataSources }, { path }) => {
    const found = dataSources.find(({ id }) => sameId(id, path['id'] ?? ''))
    return found ? jsonAnswer(200, dataSourceShape(found)) : notFound('data_source', path['id'] ?? '')
  }),
  route('GET /v1/comments', { query: z.strictObject({ ...page, block_id: z.string() }) }, (data, { query }) =>
    withPage(data, query.block_id, ({ id }) =>
      listAnswer(
        'comment',
        data.comments.filter(({ parent }) => parent === id).map((row) => commentShape(data, row)),
        query,
      ),
    ),
  ),
  route('POST /v1/comments', { body: newComment }, (data, { body }) => {
    const answered =
      'discussion_id' in body
        ? data.comments.find(({ discussionId }) => discussionId === body.discussion_id)
        : undefined
    if ('discussion_id' in body && !answered) return notFound('discussion', body.discussion_id)
    if ('parent' in body && !('page_id' in body.parent))
      return validationError('Only pages are commented here.')
    const place =
      'parent' in body && 'page_id' in body.parent ? body.parent.page_id : (answered?.parent ?? '')
    return withPage(data, place, ({ id }) => {
      const comment = {
        id: randomUUID(),
        discussionId: answered?.discussionId ?? randomUUID(),
        parent: id,
        richText: stored(body.rich_text),
        created: new Date().toISOString(),
      }
      data.comments.push(comment)
      return jsonAnswer(200, commentShape(data, comment))
    })
  }),
]
