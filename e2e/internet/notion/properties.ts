import { richText, stored } from './inputs.ts'
import type { NotionData, Page } from './data.ts'

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/**
 * Writes property values into a page, the title by its id or name, others as its data source has them.
 *
 * @returns what Notion says of a value that does not fit
 */
export const setProperties = (data: NotionData, page: Page, values: Values): string | undefined => {
  const { parent } = page
  const source =
    parent.type === 'data_source_id'
      ? data.dataSources.find(({ id }) => id === parent.data_source_id)
      : undefined
  for (const [name, value] of Object.entries(values)) {
    if (name === 'title' || name === source?.titleProperty) {
      const parsed = richText.safeParse(value['title'])
      if (!parsed.success) return `body failed validation: body.properties.${name}.title should be an array.`
      page.title = stored(parsed.data)
      continue
    }
    const property = source?.properties.find((candidate) => candidate.name === name)
    if (!property) return `${name} is not a property that exists.`
    const chosen = (value[property.type] as { readonly name?: unknown } | undefined)?.name
    if (typeof chosen !== 'string') return `${name} is expected to be ${property.type}.`
    if (!property.options.includes(chosen)) {
      return `Status option "${chosen}" does not exist for property "${name}".`
    }
    page.properties.set(name, chosen)
  }
  page.edited = new Date().toISOString()
  return undefined
}
