import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './airtable-answers.ts'
import { cut, placeOf } from './airtable-pages.ts'

const inTable = { base_id: z.string(), table_id: z.string() }
const onRecord = { ...inTable, record_id: z.string() }
const fields = z.record(z.string(), z.unknown())
const typecast = z.boolean().optional().describe('Convert texts')

interface TableArguments {
  readonly base_id: string
  readonly table_id: string
}

function tablePath({ base_id: baseId, table_id: tableIdOrName }: TableArguments) {
  return { baseId, tableIdOrName }
}

function maxChars(most: number) {
  return z.int().min(100).max(100_000).default(most)
}

/** `-Due` → `sort[0][field]=Due&sort[0][direction]=desc` */
function sortQuery(names: readonly string[] = []) {
  return Object.fromEntries(
    names.flatMap((name, index) => [
      [`sort[${index}][field]`, name.replace(/^-/, '')],
      [`sort[${index}][direction]`, name.startsWith('-') ? 'desc' : 'asc'],
    ]),
  )
}

function counted(records: readonly unknown[]): string {
  return records.length === 1 ? '1 record' : `${records.length} records`
}

/** @see https://airtable.com/developers/web/api/introduction */
export const airtable = defineIntegration({
  id: 'airtable',
  name: 'Airtable',
  category: 'productivity',
  description: 'Bases, tables, records and comments.',
  icon: 'airtable.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://airtable.com/oauth2/v1/authorize',
      tokenUrl: 'https://airtable.com/oauth2/v1/token',
      scopes: {
        'data.records:read': 'Read records',
        'data.records:write': 'Create, change and delete records',
        'data.recordComments:read': 'Read comments on records',
        'data.recordComments:write': 'Comment on records',
        'schema.bases:read': 'See bases, tables, fields and views',
        'user.email:read': 'See your e-mail address',
      },
      clientIdEnv: 'AIRTABLE_CLIENT_ID',
      clientSecretEnv: 'AIRTABLE_CLIENT_SECRET',
      clientAuthentication: 'client_secret_basic',
      redirect: { host: 'localhost', port: 17_717 },
      consoleUrl: 'https://airtable.com/create/oauth',
    },
    {
      type: 'api_key',
      label: 'Personal access token',
      prefix: 'Bearer ',
      helpUrl: 'https://airtable.com/create/tokens',
      placeholder: 'pat…',
    },
  ],
  hosts: ['api.airtable.com'],
  apiBase: 'https://api.airtable.com',
  account: {
    async identify({ request }) {
      const { data } = await request('GET /v0/meta/whoami', { schema: answers.userAnswer })
      return { id: data.id, name: data.email ?? data.id }
    },
  },
  defaults: [
    {
      argument: 'base_id',
      label: 'Base',
      listedBy: 'airtable_list_bases',
      list: 'bases',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'airtable_list_bases',
      description: 'Bases the token may see.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const place = placeOf(cursor)
        const options = { query: { offset: place.offset }, schema: answers.basesAnswer }
        const { data } = await request('GET /v0/meta/bases', options)
        const { page, cursor: next_cursor } = cut(data.bases, place, limit, data.offset)
        return compact({ bases: page.map(answers.baseRow), next_cursor })
      },
    },
    {
      name: 'airtable_list_tables',
      description: 'Tables of a base with the names of their fields.',
      parameters: z.object({ base_id: z.string(), ...pageParameters }),
      async handler({ base_id: baseId, cursor, limit }, { request }) {
        const options = { path: { baseId }, schema: answers.tablesAnswer }
        const { data } = await request('GET /v0/meta/bases/{baseId}/tables', options)
        const { page, cursor: next_cursor } = cut(data.tables, placeOf(cursor), limit)
        return compact({ tables: page.map(answers.tableRow), next_cursor })
      },
    },
    {
      name: 'airtable_get_table',
      description: 'Fields of a table with types and choices, and its views.',
      parameters: z.object(inTable),
      async handler({ base_id: baseId, table_id }, { request }) {
        const options = { path: { baseId }, schema: answers.tablesAnswer }
        const { data } = await request('GET /v0/meta/bases/{baseId}/tables', options)
        return answers.tableDetail(answers.tableNamed(data.tables, table_id))
      },
    },
    {
      name: 'airtable_list_records',
      description: 'Records of a table; empty cells are left out. Truncated texts: raise max_chars.',
      parameters: z.object({
        ...inTable,
        formula: z.string().optional().describe("Filter, e.g. {Status}='Done'"),
        view: z.string().optional().describe('Id or name'),
        fields: z.array(z.string()).optional().describe('Only these'),
        sort: z.array(z.string()).optional().describe('Fields; -Due: descending'),
        max_chars: maxChars(1000),
        ...pageParameters,
      }),
      async handler({ formula, view, max_chars, cursor, limit, ...args }, { request }) {
        const { data } = await request('GET /v0/{baseId}/{tableIdOrName}', {
          path: tablePath(args),
          query: {
            filterByFormula: formula,
            view,
            'fields[]': args.fields,
            ...sortQuery(args.sort),
            pageSize: limit,
            offset: cursor,
          },
          schema: answers.recordsAnswer,
        })
        const records = data.records.map((record) => answers.recordRow(record, max_chars))
        return compact({ records, next_cursor: data.offset })
      },
    },
    {
      name: 'airtable_get_record',
      description: 'One record. Truncated texts: raise max_chars.',
      parameters: z.object({ ...onRecord, max_chars: maxChars(10_000) }),
      async handler({ record_id: recordId, max_chars, ...args }, { request }) {
        const path = { ...tablePath(args), recordId }
        const route = 'GET /v0/{baseId}/{tableIdOrName}/{recordId}'
        const { data } = await request(route, { path, schema: answers.recordAnswer })
        return answers.recordRow(data, max_chars)
      },
    },
    {
      name: 'airtable_list_comments',
      description: 'Comments on a record.',
      parameters: z.object({ ...onRecord, ...pageParameters }),
      async handler({ record_id: recordId, cursor, limit, ...args }, { request }) {
        const { data } = await request('GET /v0/{baseId}/{tableIdOrName}/{recordId}/comments', {
          path: { ...tablePath(args), recordId },
          query: { pageSize: limit, offset: cursor },
          schema: answers.commentsAnswer,
        })
        return compact({ comments: data.comments.map(answers.commentRow), next_cursor: data.offset })
      },
    },
    {
      name: 'airtable_create_records',
      description: 'Create up to 10 records. Each call makes new ones.',
      parameters: z.object({
        ...inTable,
        records: z.array(fields).min(1).max(10).describe('Values by field name'),
        typecast,
      }),
      summary: ({ table_id, records }) => `Create ${counted(records)} in the table ${quote(table_id)}`,
      async handler({ records, typecast, ...args }, { request }) {
        const { data } = await request('POST /v0/{baseId}/{tableIdOrName}', {
          path: tablePath(args),
          json: { records: records.map((values) => ({ fields: values })), typecast },
          schema: answers.recordsAnswer,
        })
        return { record_ids: data.records.map(({ id }) => id) }
      },
    },
    {
      name: 'airtable_update_records',
      description: 'Change the given fields of up to 10 records. Safe to repeat.',
      parameters: z.object({
        ...inTable,
        records: z
          .array(z.object({ id: z.string(), fields }))
          .min(1)
          .max(10)
          .describe('Values by field name'),
        typecast,
      }),
      summary: ({ table_id, records }) =>
        `Change ${quote(records.map(({ id }) => id).join(', '))} in the table ${quote(table_id)}`,
      async handler({ records, typecast, ...args }, { request }) {
        const { data } = await request('PATCH /v0/{baseId}/{tableIdOrName}', {
          path: tablePath(args),
          json: { records, typecast },
          schema: answers.recordsAnswer,
        })
        return { record_ids: data.records.map(({ id }) => id) }
      },
    },
    {
      name: 'airtable_delete_records',
      description: 'Delete up to 10 records for good. A repeat is refused.',
      parameters: z.object({ ...inTable, record_ids: z.array(z.string()).min(1).max(10) }),
      summary: ({ table_id, record_ids }) =>
        `Delete ${counted(record_ids)} of the table ${quote(table_id)}: ${quote(record_ids.join(', '))}`,
      async handler({ record_ids, ...args }, { request }) {
        const { data } = await request('DELETE /v0/{baseId}/{tableIdOrName}', {
          path: tablePath(args),
          query: { 'records[]': record_ids },
          schema: answers.deletedAnswer,
        })
        return { deleted_ids: data.records.filter(({ deleted }) => deleted === true).map(({ id }) => id) }
      },
    },
    {
      name: 'airtable_create_comment',
      description: 'Comment on a record. Each call adds one.',
      parameters: z.object({
        ...onRecord,
        text: z.string().min(1),
        parent_comment_id: z.string().optional().describe('Comment to answer'),
      }),
      summary: ({ record_id, text }) => `Comment on the record ${quote(record_id)}: ${quote(text)}`,
      preview: ({ record_id: place, text: body, parent_comment_id: replyTo }) =>
        documentPreview({ place, body, replyTo }),
      async handler({ record_id: recordId, text, parent_comment_id: parentCommentId, ...args }, { request }) {
        const { data } = await request('POST /v0/{baseId}/{tableIdOrName}/{recordId}/comments', {
          path: { ...tablePath(args), recordId },
          json: { text, parentCommentId },
          schema: answers.commentAnswer,
        })
        return { id: data.id }
      },
    },
  ],
})
