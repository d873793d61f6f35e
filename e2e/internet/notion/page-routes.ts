import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { routesOf, type Route } from '../rest.ts'
import { notFound, validationError } from './answers.ts'
import { blocksOfMarkdown, markdownOfBlocks } from './blocks.ts'
import { createPage, sameId, type NotionData, type Page } from './data.ts'
import { pageParent, values } from './inputs.ts'
import { setProperties } from './properties.ts'
import { pageShape } from './shapes.ts'

const route = routesOf<NotionData>()

/** The page of that id, or what Notion says of an id that is none. */
export const withPage = (
  data: NotionData,
  id: string,
  answer: (page: Page) => SimulatedAnswer,
): SimulatedAnswer => {
  if (!/^[0-9a-f]{32}$/i.test(id.replaceAll('-', ''))) {
    return validationError(
      `path failed validation: path.page_id should be a valid uuid, instead was \`"${id}"\`.`,
    )
  }
  const page = data.pages.find((candidate) => sameId(candidate.id, id))
  return page ? answer(page) : notFound('page', id)
}

const newPage = z.strictObject({
  parent: pageParent.optional(),
  properties: values.optional(),
  markdown: z.string().optional(),
})

/** Without a parent the page is the person’s own, at the top of the workspace. */
const parentOf = (
  data: NotionData,
  parent: z.output<typeof pageParent> | undefined,
): Page['parent'] | string => {
  if (parent === undefined) return { type: 'workspace', workspace: true }
  if ('page_id' in parent) {
    const page = data.pages.find(({ id }) => sameId(id, parent.page_id))
    return page ? { type: 'page_id', page_id: page.id } : parent.page_id
  }
  const source = data.dataSources.find(({ id }) => sameId(id, parent.data_source_id))
  return source
    ? { type: 'data_source_id', data_source_id: source.id, database_id: source.databaseId }
    : parent.data_source_id
}

const contentUpdate = z.strictObject({
  old_str: z.string().min(1),
  new_str: z.string(),
  replace_all_matches: z.boolean().optional(),
})
const markdownUpdate = z.strictObject({
  type: z.literal('update_content'),
  update_content: z.strictObject({ content_updates: z.array(contentUpdate).min(1).max(100) }),
})

const markdownAnswer = (page: Page): SimulatedAnswer =>
  jsonAnswer(200, {
    object: 'page_markdown',
    id: page.id,
    markdown: markdownOfBlocks(page.blocks),
    truncated: false,
    unknown_block_ids: [],
  })

export const pageRoutes: readonly Route<NotionData>[] = [
  route('POST /v1/pages', { body: newPage }, (data, { body }) => {
    const parent = parentOf(data, body.parent)
    if (typeof parent === 'string') return notFound('page', parent)
    const page = createPage(parent)
    const problem = setProperties(data, page, body.properties ?? {})
    if (problem !== undefined) return validationError(problem)
    page.blocks = blocksOfMarkdown(body.markdown ?? '')
    data.pages.push(page)
    return jsonAnswer(200, pageShape(data, page))
  }),
  route('GET /v1/pages/{page_id}', {}, (data, { path }) =>
    withPage(data, path['page_id'] ?? '', (page) => jsonAnswer(200, pageShape(data, page))),
  ),
  route(
    'PATCH /v1/pages/{page_id}',
    { body: z.strictObject({ properties: values.optional(), in_trash: z.boolean().optional() }) },
    (data, { path, body }) =>
      withPage(data, path['page_id'] ?? '', (page) => {
        const problem = setProperties(data, page, body.properties ?? {})
        if (problem !== undefined) return validationError(problem)
        page.inTrash = body.in_trash ?? page.inTrash
        return jsonAnswer(200, pageShape(data, page))
      }),
  ),
  route('GET /v1/pages/{page_id}/markdown', {}, (data, { path }) =>
    withPage(data, path['page_id'] ?? '', markdownAnswer),
  ),
  route('PATCH /v1/pages/{page_id}/markdown', { body: markdownUpdate }, (data, { path, body }) =>
    withPage(data, path['page_id'] ?? '', (page) => {
      let markdown = markdownOfBlocks(page.blocks)
      for (const update of body.update_content.content_updates) {
        const count = markdown.split(update.old_str).length - 1
        if (count === 0) return validationError(`Could not find a match for "${update.old_str}".`)
        if (count > 1 && update.replace_all_matches !== true) {
          return validationError(`Found ${count} matches for "${update.old_str}".`)
        }
        markdown = markdown.replaceAll(update.old_str, () => update.new_str)
      }
      page.blocks = blocksOfMarkdown(markdown)
      page.edited = new Date().toISOString()
      return markdownAnswer(page)
    }),
  ),
]
