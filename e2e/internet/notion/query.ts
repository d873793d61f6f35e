import { z } from 'zod'
import { routesOf, type Route } from '../rest.ts'
import { listAnswer, notFound, validationError } from './answers.ts'
import { sameId, type DataSource, type NotionData, type Page } from './data.ts'
import { page } from './inputs.ts'
import { pageShape } from './shapes.ts'

const condition = z.strictObject({
  property: z.string(),
  status: z.strictObject({ equals: z.string() }).optional(),
  title: z.strictObject({ contains: z.string() }).optional(),
})
const filter = z.union([
  condition,
  z.strictObject({ and: z.array(condition) }),
  z.strictObject({ or: z.array(condition) }),
])
const direction = z.enum(['ascending', 'descending'])
const sort = z.union([
  z.strictObject({ property: z.string(), direction }),
  z.strictObject({ timestamp: z.enum(['created_time', 'last_edited_time']), direction }),
])
const query = z.strictObject({ ...page, filter: filter.optional(), sorts: z.array(sort).default([]) })

const valueOf = (source: DataSource, row: Page, property: string): string =>
  property === source.titleProperty || property === 'title'
    ? row.title.map(({ plain_text }) => plain_text).join('')
    : (row.properties.get(property) ?? '')

const holds = (source: DataSource, row: Page, { property, status, title }: z.output<typeof condition>) => {
  const value = valueOf(source, row, property)
  return (
    (status === undefined || value === status.equals) &&
    (title === undefined || value.includes(title.contains))
  )
}

export const queryRoutes: readonly Route<NotionData>[] = [
  routesOf<NotionData>()('POST /v1/data_sources/{id}/query', { body: query }, (data, { path, body }) => {
    const source = data.dataSources.find(({ id }) => sameId(id, path['id'] ?? ''))
    if (!source) return notFound('data_source', path['id'] ?? '')
    const { filter: wanted } = body
    const all = wanted === undefined ? [] : 'and' in wanted ? wanted.and : 'or' in wanted ? [] : [wanted]
    const any = wanted !== undefined && 'or' in wanted ? wanted.or : []
    const known = ['title', source.titleProperty, ...source.properties.map(({ name }) => name)]
    const unknown = [...all, ...any].find(({ property }) => !known.includes(property))
    if (unknown) return validationError(`Could not find property with name or id: ${unknown.property}`)
    const rows = data.pages
      .filter(({ parent }) => parent.type === 'data_source_id' && parent.data_source_id === source.id)
      .filter((row) => all.every((one) => holds(source, row, one)))
      .filter((row) => any.length === 0 || any.some((one) => holds(source, row, one)))
    const [first] = body.sorts
    const key = (row: Page): string =>
      first === undefined || !('property' in first) ? row.edited : valueOf(source, row, first.property)
    rows.sort((one, other) => key(one).localeCompare(key(other)))
    const ordered = first?.direction === 'ascending' ? rows : rows.toReversed()
    return listAnswer(
      'page_or_data_source',
      ordered.map((row) => pageShape(data, row)),
      body,
    )
  }),
]
