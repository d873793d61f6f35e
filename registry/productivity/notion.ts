import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import { commentPreview, commentSentence, pageChangeSentence } from './notion-announcements.ts'
import * as answers from './notion-answers.ts'
import { blockRow, blocksOf } from './notion-blocks.ts'
import { newComment, newPage, paging, properties, propertiesOf } from './notion-requests.ts'

/** @see https://developers.notion.com/reference/intro */
export const notion = defineIntegration({
  id: 'notion',
  name: 'Notion',
  category: 'productivity',
  description: 'Pages, databases and comments of a workspace.',
  icon: 'notion.svg',
  curated: 5,
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://api.notion.com/v1/oauth/authorize',
      tokenUrl: 'https://api.notion.com/v1/oauth/token',
      // What it may do is set on the connection, what it may see by the person at consent.
      scopes: {},
      authorizeParams: { owner: 'user' },
      clientIdEnv: 'NOTION_CLIENT_ID',
      clientSecretEnv: 'NOTION_CLIENT_SECRET',
      clientSecret: 'required',
      clientAuthentication: 'client_secret_basic',
      tokenBody: 'json',
      redirect: { host: 'localhost', port: 17_717 },
      revoke: {
        url: 'https://api.notion.com/v1/oauth/revoke',
        body: 'json',
        authorization: 'client_basic',
      },
      consoleUrl: 'https://www.notion.so/developers/connections',
    },
    {
      type: 'api_key',
      label: 'Personal access token or internal connection token',
      prefix: 'Bearer ',
      helpUrl: 'https://www.notion.so/developers/tokens',
      placeholder: 'ntn_…',
    },
  ],
  hosts: ['api.notion.com'],
  apiBase: 'https://api.notion.com',
  headers: { 'notion-version': '2026-03-11' },
  account: {
    async identify({ request }) {
      const { data } = await request('GET /v1/users/me', { schema: answers.meAnswer })
      const { id, name, email, user, workspace } = answers.meRow(data)
      const person = email ?? user ?? name ?? data.id
      return { id: id ?? data.id, name: workspace ? `${person} (${workspace})` : person }
    },
  },
  defaults: [
    {
      argument: 'parent_data_source_id',
      unless: ['parent_page_id'],
      label: 'Database for new pages',
      listedBy: 'notion_search_pages',
      listedWith: { object: 'data_source' },
      list: 'results',
      value: 'id',
      name: 'title',
    },
  ],
  tools: [
    {
      name: 'notion_get_me',
      description: 'Whose token is used, and its workspace.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /v1/users/me', { schema: answers.meAnswer })
        return answers.meRow(data)
      },
    },
    {
      name: 'notion_search_pages',
      description: 'Pages and data sources by words of the title; without a query, last edited first.',
      parameters: z.object({
        query: z.string().min(1).optional(),
        object: z.enum(['page', 'data_source']).optional(),
        ...pageParameters,
      }),
      async handler({ query, object, ...page }, { request }) {
        const sort = { timestamp: 'last_edited_time', direction: 'descending' }
        const json = {
          query,
          filter: object === undefined ? undefined : { property: 'object', value: object },
          sort: query === undefined ? sort : undefined,
          ...paging(page),
        }
        const { data } = await request('POST /v1/search', { json, schema: answers.itemsAnswer })
        return answers.listOf('results', data, answers.itemRow)
      },
    },
    {
      name: 'notion_get_page',
      description: 'Properties of a page. Its text: notion_get_page_markdown.',
      parameters: z.object({ page_id: z.string() }),
      async handler(path, { request }) {
        const { data } = await request('GET /v1/pages/{page_id}', { path, schema: answers.itemAnswer })
        return compact({ ...answers.pageRow(data), created_at: data.created_time })
      },
    },
    {
      name: 'notion_get_page_markdown',
      description: 'Text of a page, or of one of missing_block_ids. To read on, pass next_offset as offset.',
      parameters: z.object({ page_id: z.string(), offset: z.int().min(0).default(0) }),
      async handler({ page_id, offset }, { request }) {
        const options = { path: { page_id }, schema: answers.markdownAnswer }
        const { data } = await request('GET /v1/pages/{page_id}/markdown', options)
        return answers.markdownWindow(data, offset)
      },
    },
    {
      name: 'notion_list_blocks',
      description: 'Blocks directly under a page or block, with ids, as Markdown.',
      parameters: z.object({ block_id: z.string(), ...pageParameters }),
      async handler({ block_id, ...page }, { request }) {
        const options = { path: { block_id }, query: paging(page), schema: answers.blocksAnswer }
        const { data } = await request('GET /v1/blocks/{block_id}/children', options)
        return answers.listOf('blocks', data, blockRow)
      },
    },
    {
      name: 'notion_get_database',
      description: 'A database with the ids of its data sources, which hold the rows.',
      parameters: z.object({ database_id: z.string() }),
      async handler(path, { request }) {
        const options = { path, schema: answers.databaseAnswer }
        const { data } = await request('GET /v1/databases/{database_id}', options)
        return answers.databaseRow(data)
      },
    },
    {
      name: 'notion_get_data_source',
      description: 'Properties of a data source: names, types, options.',
      parameters: z.object({ data_source_id: z.string() }),
      async handler(path, { request }) {
        const options = { path, schema: answers.dataSourceAnswer }
        const { data } = await request('GET /v1/data_sources/{data_source_id}', options)
        return answers.dataSourceRow(data)
      },
    },
    {
      name: 'notion_query_data_source',
      description: 'Rows of a data source with their properties.',
      parameters: z.object({
        data_source_id: z.string(),
        filter: z
          .record(z.string(), z.unknown())
          .optional()
          .describe('e.g. {"property":"Status","status":{"equals":"Done"}}; and, or take lists'),
        sorts: z
          .array(z.record(z.string(), z.string()))
          .optional()
          .describe('e.g. [{"property":"Due","direction":"ascending"}]'),
        ...pageParameters,
      }),
      async handler({ data_source_id, filter, sorts, ...page }, { request }) {
        const { data } = await request('POST /v1/data_sources/{data_source_id}/query', {
          path: { data_source_id },
          json: { filter, sorts, ...paging(page) },
          schema: answers.itemsAnswer,
        })
        return answers.listOf('rows', data, answers.pageRow)
      },
    },
    {
      name: 'notion_list_comments',
      description: 'Open comments on a page or block.',
      parameters: z.object({ block_id: z.string().describe('Or a page’s id'), ...pageParameters }),
      async handler({ block_id, ...page }, { request }) {
        const options = { query: { block_id, ...paging(page) }, schema: answers.commentsAnswer }
        const { data } = await request('GET /v1/comments', options)
        return answers.listOf('comments', data, answers.commentRow)
      },
    },
    {
      name: 'notion_list_users',
      description: 'People and bots of the workspace, for people properties.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const options = { query: paging(page), schema: answers.usersAnswer }
        const { data } = await request('GET /v1/users', options)
        return answers.listOf('users', data, answers.userRow)
      },
    },
    {
      name: 'notion_create_page',
      description:
        'Create a page under a page or as a row of a data source; else a private one. Each call makes a new one.',
      parameters: z.object({
        parent_page_id: z.string().optional(),
        parent_data_source_id: z.string().optional(),
        title: z.string().min(1),
        markdown: z.string().optional().describe('Text'),
        properties,
      }),
      summary: ({ title }) => `Create the page ${quote(title)}`,
      preview: ({ title, markdown: body }) => ({ kind: 'document', title, body }),
      async handler(args, { request }) {
        const { data } = await request('POST /v1/pages', { json: newPage(args), schema: answers.itemAnswer })
        return compact({ id: data.id, url: data.url })
      },
    },
    {
      name: 'notion_update_page',
      description: 'Change title or given properties of a page, or trash or restore it. Safe to repeat.',
      parameters: z.object({
        page_id: z.string(),
        title: z.string().min(1).optional(),
        properties,
        in_trash: z.boolean().optional().describe('false restores'),
      }),
      summary: pageChangeSentence,
      preview: ({ page_id: place, title }) => documentPreview({ place, title }),
      async handler({ page_id, title, in_trash, ...args }, { request }) {
        const json = { properties: propertiesOf(title, args.properties), in_trash }
        if (json.properties === undefined && in_trash === undefined) {
          throw new ProviderError(ownReason('noField'), 400)
        }
        const options = { path: { page_id }, json, schema: answers.itemAnswer }
        const { data } = await request('PATCH /v1/pages/{page_id}', options)
        return answers.pageRow(data)
      },
    },
    {
      name: 'notion_update_page_content',
      description:
        'Replace a passage of a page, as notion_get_page_markdown shows it. Refused unless old_text occurs once.',
      parameters: z.object({
        page_id: z.string(),
        old_text: z.string().min(1).describe('Word for word'),
        new_text: z.string().describe('Markdown'),
      }),
      summary: ({ page_id, old_text, new_text }) =>
        `Replace ${quote(old_text)} by ${quote(new_text)} in the page ${quote(page_id)}`,
      preview: ({ page_id: place, new_text: body }) => documentPreview({ place, body }),
      async handler({ page_id, old_text: old_str, new_text: new_str }, { request }) {
        const { data } = await request('PATCH /v1/pages/{page_id}/markdown', {
          path: { page_id },
          json: { type: 'update_content', update_content: { content_updates: [{ old_str, new_str }] } },
          schema: answers.markdownAnswer,
        })
        return { id: data.id, replaced: true }
      },
    },
    {
      name: 'notion_append_blocks',
      description:
        'Add text at the end of a page or block, or after one of its blocks. Each call adds it anew.',
      parameters: z.object({
        block_id: z.string().describe('Or a page’s id'),
        markdown: z.string().min(1).describe('Headings, paragraphs, flat lists, - [ ] to-dos, quotes, code'),
        after_block_id: z.string().optional(),
      }),
      summary: ({ block_id, markdown }) => `Add ${quote(markdown)} to ${quote(block_id)}`,
      preview: ({ block_id: place, markdown: body }) => ({ kind: 'document', place, body }),
      async handler({ block_id, markdown, after_block_id: id }, { request }) {
        const position = id === undefined ? undefined : { type: 'after_block', after_block: { id } }
        const { data } = await request('PATCH /v1/blocks/{block_id}/children', {
          path: { block_id },
          json: { children: blocksOf(markdown), position },
          schema: answers.blocksAnswer,
        })
        return { block_ids: data.results.map((added) => added.id) }
      },
    },
    {
      name: 'notion_create_comment',
      description: 'Comment on a page or block, or answer a discussion. Each call adds one.',
      parameters: z.object({
        page_id: z.string().optional(),
        block_id: z.string().optional(),
        discussion_id: z.string().optional(),
        text: z.string().min(1).describe('Inline Markdown'),
      }),
      summary: commentSentence,
      preview: commentPreview,
      async handler(args, { request }) {
        const { data } = await request('POST /v1/comments', {
          json: newComment(args),
          schema: answers.commentAnswer,
        })
        return compact({ id: data.id, discussion_id: data.discussion_id })
      },
    },
  ],
})
