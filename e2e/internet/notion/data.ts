import { randomUUID } from 'node:crypto'
import { blocksOfMarkdown, type Block } from './blocks.ts'
import type { RichText } from './inputs.ts'
import { pageSeeds } from './seed.ts'

type Parent =
  | { readonly type: 'workspace'; readonly workspace: true }
  | { readonly type: 'page_id'; readonly page_id: string }
  | { readonly type: 'data_source_id'; readonly data_source_id: string; readonly database_id: string }

export type Page = {
  readonly id: string
  readonly parent: Parent
  readonly created: string
  edited: string
  title: RichText
  /** Values of a row by property name, beside the title. */
  readonly properties: Map<string, string>
  blocks: Block[]
  inTrash: boolean
}

/** What a property besides the title may hold. */
export type Property = { readonly name: string; readonly type: 'status'; readonly options: readonly string[] }

export type DataSource = {
  readonly id: string
  readonly databaseId: string
  readonly title: string
  readonly titleProperty: string
  readonly properties: readonly Property[]
}

export type Comment = {
  readonly id: string
  readonly discussionId: string
  readonly parent: string
  readonly richText: RichText
  readonly created: string
}

export type Person = { readonly id: string; readonly name: string; readonly email: string }

/** Everything one person has shared in the simulated Notion. Tests may read and change it. */
export type NotionData = {
  readonly workspaceId: string
  readonly botId: string
  readonly people: readonly Person[]
  readonly pages: Page[]
  readonly dataSources: readonly DataSource[]
  readonly comments: Comment[]
}

/** Pages and one database, last edited before `now` (milliseconds). */
export const createNotionData = (now: number): NotionData => {
  const tasks: DataSource = {
    id: randomUUID(),
    databaseId: randomUUID(),
    title: 'Tasks',
    titleProperty: 'Task',
    properties: [{ name: 'Status', type: 'status', options: ['Not started', 'In progress', 'Done'] }],
  }
  const ids = new Map(pageSeeds.map(({ title }) => [title, randomUUID()]))
  return {
    workspaceId: randomUUID(),
    botId: randomUUID(),
    people: [
      { id: randomUUID(), name: 'Ada Lovelace', email: 'ada@example.com' },
      { id: randomUUID(), name: 'Grace Hopper', email: 'grace@example.com' },
    ],
    pages: pageSeeds.map(({ title, under, status, markdown }, index) => {
      const edited = new Date(now - (index + 1) * 3_600_000).toISOString()
      const page = createPage(
        status === undefined
          ? under === undefined
            ? { type: 'workspace', workspace: true }
            : { type: 'page_id', page_id: ids.get(under) ?? '' }
          : { type: 'data_source_id', data_source_id: tasks.id, database_id: tasks.databaseId },
        ids.get(title),
        edited,
      )
      if (status !== undefined) page.properties.set('Status', status)
      return { ...page, title: titleOf(title), blocks: blocksOfMarkdown(markdown) }
    }),
    dataSources: [tasks],
    comments: [],
  }
}

export const createPage = (
  parent: Parent,
  id: string = randomUUID(),
  created = new Date().toISOString(),
): Page => ({
  id,
  parent,
  created,
  edited: created,
  title: [],
  properties: new Map(),
  blocks: [],
  inTrash: false,
})

const titleOf = (words: string): RichText => blocksOfMarkdown(words)[0]?.richText ?? []

/** Ids are UUIDs, with or without their dashes. */
export const sameId = (one: string, other: string): boolean =>
  one.replaceAll('-', '').toLowerCase() === other.replaceAll('-', '').toLowerCase()
