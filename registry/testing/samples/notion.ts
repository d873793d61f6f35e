import { jsonResponse } from '../fake-context.ts'

/** As Notion sends them. */
export const api = 'https://api.notion.com'
export const written = (plain_text: string) => [
  { type: 'text', plain_text, href: null, annotations: { bold: false, italic: false, code: false } },
]

export const page = {
  object: 'page',
  id: 'p1',
  created_time: '2026-01-01T00:00:00.000Z',
  last_edited_time: '2026-01-02T00:00:00.000Z',
  in_trash: false,
  url: 'https://www.notion.so/p1',
  parent: { type: 'data_source_id', data_source_id: 'd1', database_id: 'b1' },
  properties: {
    Name: { id: 'title', type: 'title', title: written('Plan') },
    Status: { id: 's', type: 'status', status: { id: '1', name: 'Done', color: 'green' } },
    Tags: { id: 't', type: 'multi_select', multi_select: [{ name: 'a' }, { name: 'b' }] },
    Due: { id: 'u', type: 'date', date: { start: '2026-02-01', end: '2026-02-03', time_zone: null } },
    When: { id: 'w', type: 'date', date: { start: '2026-02-01', end: null, time_zone: null } },
    Cost: { id: 'c', type: 'number', number: 0 },
    Paid: { id: 'p', type: 'checkbox', checkbox: false },
    Notes: { id: 'n', type: 'rich_text', rich_text: [...written('Long '), ...written('text')] },
    Empty: { id: 'e', type: 'rich_text', rich_text: [] },
    None: { id: 'o', type: 'select', select: null },
    Who: {
      id: 'h',
      type: 'people',
      people: [
        { object: 'user', id: 'u1', name: 'Ada', type: 'person', person: { email: 'ada@example.com' } },
        { object: 'user', id: 'u2' },
      ],
    },
    By: { id: 'b', type: 'created_by', created_by: { object: 'user', id: 'u2' } },
    Related: { id: 'r', type: 'relation', relation: [{ id: 'p9' }], has_more: false },
    Files: {
      id: 'f',
      type: 'files',
      files: [{ name: 'a.pdf', type: 'external', external: { url: 'https://x' } }],
    },
    Sum: { id: 'm', type: 'formula', formula: { type: 'string', string: 'ok' } },
    Total: { id: 'l', type: 'rollup', rollup: { type: 'number', number: 3, function: 'sum' } },
    Each: {
      id: 'a',
      type: 'rollup',
      rollup: { type: 'array', array: [{ type: 'number', number: 1 }], function: 'x' },
    },
    Key: { id: 'k', type: 'unique_id', unique_id: { prefix: 'ENG', number: 7 } },
    Sure: {
      id: 'v',
      type: 'verification',
      verification: { state: 'verified', date: null, verified_by: null },
    },
    Push: { id: 'x', type: 'button', button: {} },
    Strange: { id: 'z', type: 'brand_new', brand_new: { of: 1 } },
  },
}
export const values = {
  Name: 'Plan',
  Status: 'Done',
  Tags: ['a', 'b'],
  Due: '2026-02-01/2026-02-03',
  When: '2026-02-01',
  Cost: 0,
  Paid: false,
  Notes: 'Long text',
  Who: ['Ada', 'u2'],
  By: 'u2',
  Related: ['p9'],
  Files: ['a.pdf'],
  Sum: 'ok',
  Total: 3,
  Each: [1],
  Key: 'ENG-7',
  Sure: 'verified',
}
export const row = {
  id: 'p1',
  object: 'page',
  title: 'Plan',
  parent_data_source_id: 'd1',
  last_edited_at: '2026-01-02T00:00:00.000Z',
  url: 'https://www.notion.so/p1',
}
export const me = {
  object: 'user',
  id: 'bot1',
  name: 'Gatehouse',
  type: 'bot',
  bot: {
    owner: {
      type: 'user',
      user: { object: 'user', id: 'u1', name: 'Ada', person: { email: 'ada@example.com' } },
    },
    workspace_id: 'w1',
    workspace_name: 'Acme',
  },
}

export function list(...results: readonly unknown[]) {
  return jsonResponse({ object: 'list', results, has_more: false, next_cursor: null })
}
