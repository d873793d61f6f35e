import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { airtable } from './airtable.ts'

const api = 'https://api.airtable.com'
const place = { base_id: 'app1', table_id: 'tbl1' }
const created = '2026-01-01T00:00:00.000Z'

const tables = {
  tables: [
    {
      id: 'tbl1',
      name: 'Tasks',
      description: 'To do',
      primaryFieldId: 'fld1',
      fields: [
        { id: 'fld1', name: 'Name', type: 'singleLineText' },
        {
          id: 'fld2',
          name: 'Status',
          type: 'singleSelect',
          options: { choices: [{ id: 'sel1', name: 'Done', color: 'greenLight2' }] },
        },
        {
          id: 'fld3',
          name: 'Project',
          type: 'multipleRecordLinks',
          options: { linkedTableId: 'tbl2', isReversed: false },
        },
      ],
      views: [{ id: 'viw1', name: 'Grid view', type: 'grid' }],
    },
    { id: 'tbl2', name: 'Projects', primaryFieldId: 'fld9', fields: [], views: [] },
  ],
}
const record = { id: 'rec1', createdTime: created, fields: { Name: 'a', Tags: ['x'], Done: true, Cost: 1 } }
const row = { id: 'rec1', created_at: created, fields: record.fields }
const comment = {
  id: 'com1',
  text: 'Nice',
  createdTime: created,
  lastUpdatedTime: null,
  author: { id: 'usr1', email: 'ada@example.com', name: 'Ada' },
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly search?: string
  readonly body?: unknown
  readonly answer: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'airtable_list_bases',
    args: {},
    sends: 'GET /v0/meta/bases',
    answer: { bases: [{ id: 'app1', name: 'Work', permissionLevel: 'create' }], offset: 'itr1' },
    result: { bases: [{ id: 'app1', name: 'Work', permission: 'create' }], next_cursor: '0:itr1' },
  },
  {
    tool: 'airtable_list_bases',
    args: { cursor: '1:itr1', limit: 1 },
    sends: 'GET /v0/meta/bases',
    search: '?offset=itr1',
    answer: { bases: [{ id: 'app1' }, { id: 'app2' }, { id: 'app3' }] },
    result: { bases: [{ id: 'app2' }], next_cursor: '2:itr1' },
  },
  {
    tool: 'airtable_list_tables',
    args: { base_id: 'app1', limit: 1 },
    sends: 'GET /v0/meta/bases/app1/tables',
    answer: tables,
    result: {
      tables: [{ id: 'tbl1', name: 'Tasks', description: 'To do', fields: ['Name', 'Status', 'Project'] }],
      next_cursor: '1',
    },
  },
  {
    tool: 'airtable_get_table',
    args: { base_id: 'app1', table_id: 'Tasks' },
    sends: 'GET /v0/meta/bases/app1/tables',
    answer: tables,
    result: {
      id: 'tbl1',
      name: 'Tasks',
      description: 'To do',
      fields: [
        { id: 'fld1', name: 'Name', type: 'singleLineText', primary: true },
        { id: 'fld2', name: 'Status', type: 'singleSelect', choices: ['Done'] },
        { id: 'fld3', name: 'Project', type: 'multipleRecordLinks', linked_table_id: 'tbl2' },
      ],
      views: [{ id: 'viw1', name: 'Grid view', type: 'grid' }],
    },
  },
  {
    tool: 'airtable_list_records',
    args: {
      base_id: 'app1',
      table_id: 'My tasks/2',
      formula: "{Status}='Done'",
      view: 'Grid view',
      fields: ['Name', 'Tags'],
      sort: ['Name', '-Cost'],
      cursor: 'itr1/rec1',
      limit: 10,
    },
    sends: 'GET /v0/app1/My%20tasks%2F2',
    search:
      '?filterByFormula=%7BStatus%7D%3D%27Done%27&view=Grid%20view&fields%5B%5D=Name&fields%5B%5D=Tags' +
      '&sort%5B0%5D%5Bfield%5D=Name&sort%5B0%5D%5Bdirection%5D=asc' +
      '&sort%5B1%5D%5Bfield%5D=Cost&sort%5B1%5D%5Bdirection%5D=desc&pageSize=10&offset=itr1%2Frec1',
    answer: { records: [record], offset: 'itr2/rec2' },
    result: { records: [row], next_cursor: 'itr2/rec2' },
  },
  {
    tool: 'airtable_get_record',
    args: { ...place, record_id: 'rec1', max_chars: 100 },
    sends: 'GET /v0/app1/tbl1/rec1',
    answer: {
      id: 'rec1',
      createdTime: created,
      fields: {
        Notes: 'n'.repeat(101),
        Files: [
          { id: 'att1', filename: 'a.png', url: 'https://x', thumbnails: { small: { url: 'https://y' } } },
        ],
        By: { id: 'usr1', email: 'ada@example.com', name: 'Ada' },
      },
    },
    result: {
      id: 'rec1',
      created_at: created,
      fields: {
        Notes: 'n'.repeat(100),
        Files: [{ id: 'att1', filename: 'a.png', url: 'https://x' }],
        By: { id: 'usr1', email: 'ada@example.com', name: 'Ada' },
      },
      truncated: ['Notes'],
    },
  },
  {
    tool: 'airtable_list_comments',
    args: { ...place, record_id: 'rec1', cursor: 'itr1' },
    sends: 'GET /v0/app1/tbl1/rec1/comments',
    search: '?pageSize=20&offset=itr1',
    answer: { comments: [{ ...comment, parentCommentId: 'com0' }], offset: null },
    result: {
      comments: [{ id: 'com1', author: 'Ada', text: 'Nice', created_at: created, parent_comment_id: 'com0' }],
    },
  },
  {
    tool: 'airtable_create_records',
    args: { ...place, records: [{ Name: 'a' }, { Name: 'b' }], typecast: true },
    sends: 'POST /v0/app1/tbl1',
    body: { records: [{ fields: { Name: 'a' } }, { fields: { Name: 'b' } }], typecast: true },
    answer: { records: [record, { ...record, id: 'rec2' }] },
    result: { record_ids: ['rec1', 'rec2'] },
  },
  {
    tool: 'airtable_update_records',
    args: { ...place, records: [{ id: 'rec1', fields: { Name: 'c' } }] },
    sends: 'PATCH /v0/app1/tbl1',
    body: { records: [{ id: 'rec1', fields: { Name: 'c' } }] },
    answer: { records: [record] },
    result: { record_ids: ['rec1'] },
  },
  {
    tool: 'airtable_delete_records',
    args: { ...place, record_ids: ['rec1', 'rec2'] },
    sends: 'DELETE /v0/app1/tbl1',
    search: '?records%5B%5D=rec1&records%5B%5D=rec2',
    answer: {
      records: [
        { id: 'rec1', deleted: true },
        { id: 'rec2', deleted: true },
      ],
    },
    result: { deleted_ids: ['rec1', 'rec2'] },
  },
  {
    tool: 'airtable_create_comment',
    args: { ...place, record_id: 'rec1', text: 'Nice', parent_comment_id: 'com0' },
    sends: 'POST /v0/app1/tbl1/rec1/comments',
    body: { text: 'Nice', parentCommentId: 'com0' },
    answer: comment,
    result: { id: 'com1' },
  },
]

describe('airtable tools', () => {
  it.each(cases)('$tool sends $sends and shapes the answer %#', async (row) => {
    const { result, requests } = await callTool(airtable, row.tool, row.args, jsonResponse(row.answer))
    const [method, path] = row.sends.split(' ')
    expect(requests).toHaveLength(1)
    expect(requests[0]?.method).toBe(method)
    expect(requests[0]?.url.href).toBe(`${api}${path}${row.search ?? ''}`)
    expect(requests[0]?.body).toEqual(row.body)
    expect(result).toEqual(row.result)
  })

  it('has a row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(airtable.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})

describe('airtable', () => {
  it.each([
    [
      401,
      { error: { type: 'AUTHENTICATION_REQUIRED', message: 'Authentication required' } },
      'Authentication required',
    ],
    [404, { error: 'NOT_FOUND' }, 'NOT_FOUND'],
    [
      422,
      { error: { type: 'UNKNOWN_FIELD_NAME', message: 'Unknown field name: "x"' } },
      'Unknown field name: "x"',
    ],
    [
      429,
      { errors: [{ error: 'RATE_LIMIT_REACHED', message: 'Rate limit exceeded' }] },
      'Rate limit exceeded',
    ],
  ])('passes a refusal with %i on with its reason', async (status, body, reason) => {
    const refused = callTool(airtable, 'airtable_list_records', place, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason })
  })

  it('says so when the base has no such table', async () => {
    const args = { base_id: 'app1', table_id: 'Nothing' }
    const refused = callTool(airtable, 'airtable_get_table', args, jsonResponse(tables))
    await expect(refused).rejects.toMatchObject({ status: 404 })
  })

  it('sends nothing for a cursor that is not its own: Airtable would begin anew', async () => {
    const { context, requests } = fakeContext(airtable, [])
    const tool = airtable.tools.find(({ name }) => name === 'airtable_list_bases')
    await expect(tool?.handler({ cursor: 'x', limit: 20 }, context)).rejects.toMatchObject({ status: 400 })
    expect(requests).toEqual([])
  })

  it('takes no more records at once than Airtable does', () => {
    const tool = airtable.tools.find(({ name }) => name === 'airtable_create_records')
    const records = Array.from({ length: 11 }, () => ({ Name: 'a' }))
    expect(tool?.parameters.safeParse({ ...place, records }).success).toBe(false)
  })

  it.each([
    ['airtable_create_records', { ...place, records: [{}, {}] }, 'Create 2 records in the table “tbl1”'],
    [
      'airtable_update_records',
      { ...place, records: [{ id: 'r', fields: {} }] },
      'Change “r” in the table “tbl1”',
    ],
    ['airtable_delete_records', { ...place, record_ids: ['r'] }, 'Delete 1 record of the table “tbl1”: “r”'],
    ['airtable_create_comment', { ...place, record_id: 'r', text: 'Hi' }, 'Comment on the record “r”: “Hi”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(airtable.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [{ id: 'usr1', email: 'ada@example.com' }, 'ada@example.com'],
    [{ id: 'usr1' }, 'usr1'],
  ])('names the account by e-mail where the token shows it %#', async (answer, name) => {
    const { context, requests } = fakeContext(airtable, [jsonResponse(answer)])
    expect(await airtable.account.identify(context)).toEqual({ id: 'usr1', name })
    expect(requests[0]?.url.href).toBe(`${api}/v0/meta/whoami`)
  })

  it.each([
    [
      'airtable_create_comment',
      { ...place, record_id: 'rec1', text: 'Hi', parent_comment_id: 'com1' },
      { kind: 'document', place: 'rec1', body: 'Hi', replyTo: 'com1' },
    ],
    ['airtable_create_records', { ...place, records: [{ Name: 'Ada' }] }, undefined],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = airtable.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })
})
