import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { api, list, me, page, row, values, written } from '../testing/samples/notion.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { notion } from './notion.ts'

const cases: readonly OneRequestCase[] = [
  {
    tool: 'notion_get_me',
    args: {},
    sends: 'GET /v1/users/me',
    answer: jsonResponse(me),
    result: {
      id: 'bot1',
      name: 'Gatehouse',
      user_id: 'u1',
      user: 'Ada',
      email: 'ada@example.com',
      workspace: 'Acme',
    },
  },
  {
    tool: 'notion_search_pages',
    args: { query: 'plan', object: 'page', limit: 10, cursor: 'c1' },
    sends: 'POST /v1/search',
    body: { query: 'plan', filter: { property: 'object', value: 'page' }, start_cursor: 'c1', page_size: 10 },
    answer: jsonResponse({
      results: [page],
      has_more: true,
      next_cursor: 'c2',
      request_status: { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' },
    }),
    result: { results: [row], next_cursor: 'c2', incomplete: true },
  },
  {
    tool: 'notion_search_pages',
    args: {},
    sends: 'POST /v1/search',
    body: { sort: { timestamp: 'last_edited_time', direction: 'descending' }, page_size: 20 },
    answer: list({
      object: 'data_source',
      id: 'd1',
      title: written('Tasks'),
      parent: { type: 'database_id', database_id: 'b1' },
      in_trash: true,
    }),
    result: {
      results: [
        { id: 'd1', object: 'data_source', title: 'Tasks', parent_database_id: 'b1', in_trash: true },
      ],
    },
  },
  {
    tool: 'notion_get_page',
    args: { page_id: 'p1' },
    sends: 'GET /v1/pages/p1',
    answer: jsonResponse(page),
    result: { ...row, properties: values, created_at: '2026-01-01T00:00:00.000Z' },
  },
  {
    tool: 'notion_get_page_markdown',
    args: { page_id: 'p1' },
    sends: 'GET /v1/pages/p1/markdown',
    answer: jsonResponse({
      object: 'page_markdown',
      id: 'p1',
      markdown: '# Plan',
      truncated: true,
      unknown_block_ids: ['x1'],
    }),
    result: { id: 'p1', markdown: '# Plan', incomplete: true, missing_block_ids: ['x1'] },
  },
  {
    tool: 'notion_list_blocks',
    args: { block_id: 'p1', cursor: 'c1' },
    sends: 'GET /v1/blocks/p1/children',
    query: { start_cursor: 'c1', page_size: '20' },
    answer: list(
      { id: 'a', type: 'heading_2', has_children: false, heading_2: { rich_text: written('Plan') } },
      { id: 'b', type: 'to_do', has_children: true, to_do: { rich_text: written('Buy'), checked: true } },
    ),
    result: {
      blocks: [
        { id: 'a', type: 'heading_2', markdown: '## Plan' },
        { id: 'b', type: 'to_do', markdown: '- [x] Buy', has_children: true },
      ],
    },
  },
  {
    tool: 'notion_get_database',
    args: { database_id: 'b1' },
    sends: 'GET /v1/databases/b1',
    answer: jsonResponse({
      object: 'database',
      id: 'b1',
      title: written('Tasks'),
      parent: { type: 'workspace', workspace: true },
      in_trash: false,
      data_sources: [{ id: 'd1', name: 'Tasks' }],
      url: 'https://www.notion.so/b1',
    }),
    result: {
      id: 'b1',
      title: 'Tasks',
      data_sources: [{ id: 'd1', name: 'Tasks' }],
      url: 'https://www.notion.so/b1',
    },
  },
  {
    tool: 'notion_get_data_source',
    args: { data_source_id: 'd1' },
    sends: 'GET /v1/data_sources/d1',
    answer: jsonResponse({
      object: 'data_source',
      id: 'd1',
      title: written('Tasks'),
      parent: { type: 'database_id', database_id: 'b1' },
      properties: {
        Name: { id: 'title', name: 'Name', type: 'title', title: {} },
        Status: {
          id: 's',
          name: 'Status',
          type: 'status',
          status: { options: [{ id: '1', name: 'Done', color: 'green' }], groups: [] },
        },
        Project: { id: 'r', name: 'Project', type: 'relation', relation: { data_source_id: 'd2' } },
      },
    }),
    result: {
      id: 'd1',
      title: 'Tasks',
      parent_database_id: 'b1',
      properties: [
        { name: 'Name', type: 'title' },
        { name: 'Status', type: 'status', options: ['Done'] },
        { name: 'Project', type: 'relation', related_data_source_id: 'd2' },
      ],
    },
  },
  {
    tool: 'notion_query_data_source',
    args: {
      data_source_id: 'd1',
      filter: { property: 'Status', status: { equals: 'Done' } },
      sorts: [{ property: 'Due', direction: 'ascending' }],
      limit: 5,
    },
    sends: 'POST /v1/data_sources/d1/query',
    body: {
      filter: { property: 'Status', status: { equals: 'Done' } },
      sorts: [{ property: 'Due', direction: 'ascending' }],
      page_size: 5,
    },
    answer: list(page),
    result: { rows: [{ ...row, properties: values }] },
  },
  {
    tool: 'notion_list_comments',
    args: { block_id: 'p1' },
    sends: 'GET /v1/comments',
    query: { block_id: 'p1', page_size: '20' },
    answer: list({
      object: 'comment',
      id: 'k1',
      discussion_id: 'x1',
      created_time: '2026-01-01T00:00:00.000Z',
      created_by: { object: 'user', id: 'u1' },
      display_name: { type: 'user', resolved_name: 'Ada' },
      rich_text: written('Nice'),
    }),
    result: {
      comments: [
        {
          id: 'k1',
          discussion_id: 'x1',
          author: 'Ada',
          author_id: 'u1',
          text: 'Nice',
          created_at: '2026-01-01T00:00:00.000Z',
        },
      ],
    },
  },
  {
    tool: 'notion_list_users',
    args: {},
    sends: 'GET /v1/users',
    query: { page_size: '20' },
    answer: list({
      object: 'user',
      id: 'u1',
      name: 'Ada',
      type: 'person',
      person: { email: 'ada@example.com' },
    }),
    result: { users: [{ id: 'u1', name: 'Ada', type: 'person', email: 'ada@example.com' }] },
  },
  {
    tool: 'notion_create_page',
    args: {
      parent_data_source_id: 'd1',
      title: 'Plan',
      markdown: '# Go',
      properties: { Status: { status: { name: 'Done' } } },
    },
    sends: 'POST /v1/pages',
    body: {
      parent: { data_source_id: 'd1' },
      properties: { Status: { status: { name: 'Done' } }, title: { title: [{ text: { content: 'Plan' } }] } },
      markdown: '# Go',
    },
    answer: jsonResponse(page),
    result: { id: 'p1', url: 'https://www.notion.so/p1' },
  },
  {
    tool: 'notion_create_page',
    args: { title: 'Mine' },
    sends: 'POST /v1/pages',
    body: { properties: { title: { title: [{ text: { content: 'Mine' } }] } } },
    answer: jsonResponse({ object: 'page', id: 'p2' }),
    result: { id: 'p2' },
  },
  {
    tool: 'notion_update_page',
    args: { page_id: 'p1', title: 'New', in_trash: false },
    sends: 'PATCH /v1/pages/p1',
    body: { properties: { title: { title: [{ text: { content: 'New' } }] } }, in_trash: false },
    answer: jsonResponse(page),
    result: { ...row, properties: values },
  },
  {
    tool: 'notion_update_page_content',
    args: { page_id: 'p1', old_text: '- [ ] Buy', new_text: '- [x] Buy' },
    sends: 'PATCH /v1/pages/p1/markdown',
    body: {
      type: 'update_content',
      update_content: { content_updates: [{ old_str: '- [ ] Buy', new_str: '- [x] Buy' }] },
    },
    answer: jsonResponse({
      object: 'page_markdown',
      id: 'p1',
      markdown: '',
      truncated: false,
      unknown_block_ids: [],
    }),
    result: { id: 'p1', replaced: true },
  },
  {
    tool: 'notion_append_blocks',
    args: { block_id: 'p1', markdown: 'Hello', after_block_id: 'a' },
    sends: 'PATCH /v1/blocks/p1/children',
    body: {
      children: [{ paragraph: { rich_text: [{ text: { content: 'Hello' } }] } }],
      position: { type: 'after_block', after_block: { id: 'a' } },
    },
    answer: list({ object: 'block', id: 'n1', type: 'paragraph' }),
    result: { block_ids: ['n1'] },
  },
  {
    tool: 'notion_create_comment',
    args: { page_id: 'p1', text: 'See **this**' },
    sends: 'POST /v1/comments',
    body: {
      parent: { page_id: 'p1' },
      rich_text: [{ text: { content: 'See ' } }, { text: { content: 'this' }, annotations: { bold: true } }],
    },
    answer: jsonResponse({ object: 'comment', id: 'k1', discussion_id: 'x1' }),
    result: { id: 'k1', discussion_id: 'x1' },
  },
  {
    tool: 'notion_create_comment',
    args: { discussion_id: 'x1', text: 'Yes' },
    sends: 'POST /v1/comments',
    body: { discussion_id: 'x1', rich_text: [{ text: { content: 'Yes' } }] },
    answer: jsonResponse({ object: 'comment', id: 'k2' }),
    result: { id: 'k2' },
  },
]

describe('notion tools', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async (row) => {
    const { result, requests } = await callTool(notion, row.tool, row.args, row.answer)
    const [method, path] = row.sends.split(' ')
    expect(requests).toHaveLength(1)
    const [request] = requests
    expect(request?.method).toBe(method)
    expect(`${request?.url.origin}${request?.url.pathname}`).toBe(`${api}${path}`)
    expect(request?.query).toEqual(row.query ?? {})
    expect(request?.body).toEqual(row.body)
    expect(request?.headers.get('notion-version')).toBe('2026-03-11')
    expect(result).toEqual(row.result)
  })

  it('has a row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(notion.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
