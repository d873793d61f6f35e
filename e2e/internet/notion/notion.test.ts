import { expect, test } from 'vitest'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()
const version = { 'notion-version': '2026-03-11' }

type Body = Record<string, unknown> & {
  readonly id: string
  readonly results: readonly { readonly id: string; readonly object: string }[]
}

const call = async (line: string, json?: unknown, headers: Record<string, string> = version) => {
  const [method = '', path = ''] = line.split(' ')
  const response = await outside.client.request(`https://api.notion.com${path}`, {
    method,
    headers: { authorization: 'Bearer ntn_valid', 'content-type': 'application/json', ...headers },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  return { status: response.status, body: (await response.json()) as Body }
}

const idOf = (title: string): string =>
  outside.internet.notion.data.pages.find((page) => page.title[0]?.plain_text === title)?.id ?? ''
const title = (content: string) => ({ title: { title: [{ text: { content } }] } })
const words = (content: string) => [{ text: { content } }]

test('a token is a bot of a person; a wrong one, or no version, is refused', async () => {
  expect((await call('GET /v1/users/me')).body).toMatchObject({
    type: 'bot',
    bot: { workspace_name: 'Meridian', owner: { user: { person: { email: 'ada@example.com' } } } },
  })
  const wrong = await call('GET /v1/users/me', undefined, { ...version, authorization: 'Bearer ntn_wrong' })
  expect(wrong.body).toMatchObject({ object: 'error', status: 401, code: 'unauthorized' })
  const bare = await call('GET /v1/users/me', undefined, {})
  expect([bare.status, bare.body['code']]).toEqual([400, 'missing_version'])
})

test('pages are found and read as Markdown, in pages', async () => {
  const sort = { timestamp: 'last_edited_time', direction: 'descending' }
  const first = await call('POST /v1/search', { sort, page_size: 4 })
  expect(first.body).toMatchObject({ has_more: true })
  const second = await call('POST /v1/search', { page_size: 4, start_cursor: first.body['next_cursor'] })
  expect(second.body.results.map(({ object }) => object)).toEqual(['page', 'page', 'data_source'])
  const { body } = await call(`GET /v1/pages/${idOf('Launch plan').replaceAll('-', '')}/markdown`)
  expect(body['markdown']).toContain('## Before\n- [x] Freeze the code')
})

test('a page is created, changed, added to, commented and trashed', async () => {
  const parent = { page_id: idOf('Team home') }
  const { body: page } = await call('POST /v1/pages', { parent, properties: title('New'), markdown: '# Hi' })
  const text = `/v1/pages/${page.id}/markdown`
  const update = (old_str: string) => ({
    type: 'update_content',
    update_content: { content_updates: [{ old_str, new_str: 'Hello' }] },
  })
  expect((await call(`PATCH ${text}`, update('absent'))).status).toBe(400)
  expect((await call(`PATCH ${text}`, update('Hi'))).body).toMatchObject({ markdown: '# Hello' })
  const children = [{ to_do: { rich_text: words('Call'), checked: false } }, { divider: {} }]
  await call(`PATCH /v1/blocks/${page.id}/children`, { children })
  expect((await call(`GET ${text}`)).body['markdown']).toBe('# Hello\n- [ ] Call\n---')
  const comment = { parent: { page_id: page.id }, rich_text: words('Nice') }
  expect((await call('POST /v1/comments', comment)).status).toBe(200)
  expect((await call(`GET /v1/comments?block_id=${page.id}`)).body.results).toHaveLength(1)
  const trashed = await call(`PATCH /v1/pages/${page.id}`, { in_trash: true })
  expect(trashed.body['in_trash']).toBe(true)
})

test('rows of a data source are queried and made', async () => {
  const [source] = outside.internet.notion.data.dataSources
  const parent = { data_source_id: source?.id }
  const path = `/v1/data_sources/${source?.id}`
  expect((await call(`GET ${path}`)).body).toMatchObject({ properties: { Status: { type: 'status' } } })
  const filter = { property: 'Status', status: { equals: 'Done' } }
  expect((await call(`POST ${path}/query`, { filter })).body.results).toHaveLength(1)
  const done = { status: { name: 'Done' } }
  const row = (properties: object) =>
    call('POST /v1/pages', { parent, properties: { ...title('X'), ...properties } })
  expect((await row({ Status: done })).status).toBe(200)
  expect((await row({ Sttus: done })).body['message']).toBe('Sttus is not a property that exists.')
})

test('an unknown path, id or field, or one that is missing, is refused in Notion’s shape', async () => {
  const cases: readonly (readonly [string, unknown, number, string])[] = [
    ['GET /v1/nothing', undefined, 400, 'invalid_request_url'],
    ['GET /v1/pages/zzz', undefined, 400, 'validation_error'],
    [`GET /v1/pages/${'0'.repeat(32)}`, undefined, 404, 'object_not_found'],
    ['POST /v1/search', { q: 'x' }, 400, 'validation_error'],
    ['POST /v1/comments', { parent: { page_id: idOf('Team home') } }, 400, 'validation_error'],
    ['GET /v1/comments', undefined, 400, 'validation_error'],
  ]
  for (const [line, json, status, code] of cases) {
    expect((await call(line, json)).body, line).toMatchObject({ object: 'error', status, code })
  }
})
