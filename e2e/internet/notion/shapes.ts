import { plain } from './inputs.ts'
import type { Comment, DataSource, NotionData, Page, Person } from './data.ts'

const addressOf = (id: string): string => `https://www.notion.so/${id.replaceAll('-', '')}`

export const personShape = ({ id, name, email }: Person) => ({
  object: 'user',
  id,
  name,
  avatar_url: null,
  type: 'person',
  person: { email },
})

export const meShape = (data: NotionData) => ({
  object: 'user',
  id: data.botId,
  name: 'Gatehouse',
  avatar_url: null,
  type: 'bot',
  bot: {
    owner: { type: 'user', user: data.people[0] && personShape(data.people[0]) },
    workspace_id: data.workspaceId,
    workspace_name: 'Meridian',
  },
})

export const pageShape = (data: NotionData, page: Page) => {
  const { parent } = page
  const source =
    parent.type === 'data_source_id'
      ? data.dataSources.find(({ id }) => id === parent.data_source_id)
      : undefined
  const values = (source?.properties ?? []).map(({ name, type }) => {
    const value = page.properties.get(name)
    return [
      name,
      { id: name.toLowerCase(), type, [type]: value ? { id: value, name: value, color: 'blue' } : null },
    ]
  })
  return {
    object: 'page',
    id: page.id,
    created_time: page.created,
    last_edited_time: page.edited,
    cover: null,
    icon: null,
    parent,
    in_trash: page.inTrash,
    properties: {
      [source?.titleProperty ?? 'title']: { id: 'title', type: 'title', title: page.title },
      ...Object.fromEntries(values),
    },
    url: addressOf(page.id),
    public_url: null,
  }
}

export const databaseShape = ({ id, databaseId, title }: DataSource) => ({
  object: 'database',
  id: databaseId,
  title: plain(title),
  parent: { type: 'workspace', workspace: true },
  is_inline: false,
  in_trash: false,
  data_sources: [{ id, name: title }],
  url: addressOf(databaseId),
})

export const dataSourceShape = (source: DataSource) => ({
  object: 'data_source',
  id: source.id,
  title: plain(source.title),
  parent: { type: 'database_id', database_id: source.databaseId },
  in_trash: false,
  properties: {
    [source.titleProperty]: { id: 'title', name: source.titleProperty, type: 'title', title: {} },
    ...Object.fromEntries(
      source.properties.map(({ name, type, options }) => [
        name,
        {
          id: name.toLowerCase(),
          name,
          type,
          [type]: { options: options.map((option) => ({ id: option, name: option, color: 'blue' })) },
        },
      ]),
    ),
  },
  last_edited_time: '2026-01-05T09:00:00.000Z',
  url: addressOf(source.id),
})

export const commentShape = (data: NotionData, comment: Comment) => ({
  object: 'comment',
  id: comment.id,
  parent: { type: 'page_id', page_id: comment.parent },
  discussion_id: comment.discussionId,
  created_time: comment.created,
  last_edited_time: comment.created,
  created_by: { object: 'user', id: data.botId },
  display_name: { type: 'integration', resolved_name: 'Gatehouse' },
  rich_text: comment.richText,
})
