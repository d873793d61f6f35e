import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './dropbox-answers.ts'
import { readText, uploadText } from './dropbox-content.ts'
import { dropboxRefusal } from './dropbox-refusal.ts'

const path = z.string().min(1).describe('“/a/b.txt” or id')
const newPath = z.string().min(1).describe('“/a/b.txt”')

/** Whom a link serves, in the approval dialog. */
const AUDIENCE = { public: 'for everyone who has it', team: 'for the team', no_one: 'for its members' }

/**
 * Files and folders of one Dropbox. Every call is a POST with JSON.
 *
 * @see https://www.dropbox.com/developers/documentation/http/documentation
 * @see https://github.com/dropbox/dropbox-api-spec
 */
export const dropbox = defineIntegration({
  id: 'dropbox',
  name: 'Dropbox',
  category: 'productivity',
  description: 'Files, folders and shared links.',
  icon: 'dropbox.svg',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://www.dropbox.com/oauth2/authorize',
      tokenUrl: 'https://api.dropboxapi.com/oauth2/token',
      scopes: {
        'account_info.read': 'See your name and e-mail address',
        'files.metadata.read': 'List and search files and folders',
        'files.content.read': 'Read files, and link to downloads',
        'files.content.write': 'Save, move, copy and delete files',
        'sharing.read': 'See shared links',
        'sharing.write': 'Create shared links',
      },
      authorizeParams: { token_access_type: 'offline' },
      clientIdEnv: 'DROPBOX_CLIENT_ID',
      redirect: { host: 'localhost', port: 17717 },
      // It disables the token that the request carries, and takes no arguments.
      revoke: {
        url: 'https://api.dropboxapi.com/2/auth/token/revoke',
        body: 'none',
        authorization: 'bearer',
      },
      consoleUrl: 'https://www.dropbox.com/developers/apps',
    },
    {
      type: 'api_key',
      label: 'Generated access token',
      prefix: 'Bearer ',
      helpUrl: 'https://www.dropbox.com/developers/apps',
      placeholder: 'sl.…',
    },
  ],
  hosts: ['api.dropboxapi.com', 'content.dropboxapi.com'],
  apiBase: 'https://api.dropboxapi.com/2',
  refusal: dropboxRefusal,
  account: {
    async identify({ request }) {
      const options = { json: null, schema: answers.accountAnswer }
      const { data } = await request('POST /users/get_current_account', options)
      return { id: data.account_id, name: data.email ?? data.name?.display_name ?? data.account_id }
    },
  },
  tools: [
    {
      name: 'dropbox_list_folder',
      description: 'Files and folders in a folder.',
      parameters: z.object({
        path: z.string().default('').describe('Path or id; empty: the top'),
        recursive: z.boolean().default(false).describe('With all subfolders'),
        ...pageParameters,
      }),
      async handler({ cursor, ...json }, { request }) {
        const schema = answers.folderAnswer
        const { data } =
          cursor === undefined
            ? await request('POST /files/list_folder', {
                json: { ...json, path: json.path === '/' ? '' : json.path },
                schema,
              })
            : await request('POST /files/list_folder/continue', { json: { cursor }, schema })
        return answers.pageOf(data.entries, data)
      },
    },
    {
      name: 'dropbox_search_files',
      description: 'Files and folders by name or content, best first.',
      parameters: z.object({
        query: z.string().min(1),
        path: z.string().optional().describe('Only in this folder'),
        file_extensions: z.array(z.string()).optional().describe('e.g. “pdf”'),
        filename_only: z.boolean().default(false).describe('Not the content'),
        ...pageParameters,
      }),
      async handler({ query, cursor, limit, ...options }, { request }) {
        const schema = answers.matchesAnswer
        const { data } =
          cursor === undefined
            ? await request('POST /files/search_v2', {
                json: { query, options: { ...options, max_results: limit } },
                schema,
              })
            : await request('POST /files/search/continue_v2', { json: { cursor }, schema })
        const entries = data.matches.flatMap(({ metadata }) => metadata.metadata ?? [])
        return answers.pageOf(entries, data)
      },
    },
    {
      name: 'dropbox_get_metadata',
      description: 'One file or folder: path, id, size, dates, revision.',
      parameters: z.object({ path }),
      async handler(json, { request }) {
        const { data } = await request('POST /files/get_metadata', { json, schema: answers.entryAnswer })
        return answers.entryDetail(data)
      },
    },
    {
      name: 'dropbox_read_file',
      description: 'A text file up to 10 MiB. To read on, pass next_offset as offset.',
      parameters: z.object({
        path,
        offset: z.int().min(0).default(0),
      }),
      handler: readText,
    },
    {
      name: 'dropbox_get_temporary_link',
      description: 'A link that downloads the file for four hours, without sign-in.',
      parameters: z.object({ path }),
      async handler(json, { request }) {
        const options = { json, schema: answers.temporaryLinkAnswer }
        const { data } = await request('POST /files/get_temporary_link', options)
        return { url: data.link, name: data.metadata.name }
      },
    },
    {
      name: 'dropbox_get_shared_links',
      description: 'The shared links of a file or folder.',
      parameters: z.object({ path }),
      async handler({ path }, { request }) {
        const { data } = await request('POST /sharing/list_shared_links', {
          json: { path, direct_only: true },
          schema: answers.sharedLinksAnswer,
        })
        return { links: data.links.map(answers.sharedLinkRow) }
      },
    },
    {
      name: 'dropbox_create_folder',
      description: 'Create a folder. A repeat fails.',
      parameters: z.object({ path: newPath }),
      summary: ({ path }) => `Create the folder ${quote(path)}`,
      async handler(json, { request }) {
        const options = { json, schema: answers.changedAnswer }
        const { data } = await request('POST /files/create_folder_v2', options)
        return { type: 'folder', ...answers.entryRow(data.metadata) }
      },
    },
    {
      name: 'dropbox_upload_text',
      description: 'Save a text file. Never overwrites another text unless replace_rev is its current rev.',
      parameters: z.object({
        path: newPath,
        content: z.string().describe('The whole text'),
        replace_rev: z.string().optional().describe('From get_metadata'),
      }),
      summary: ({ path, replace_rev }) =>
        `${replace_rev === undefined ? 'Save the new file' : 'Replace the file'} ${quote(path)}`,
      preview: ({ path: title, content: body }) => ({ kind: 'document', title, body }),
      handler: uploadText,
    },
    {
      name: 'dropbox_move_file',
      description: 'Move or rename a file, or a folder with its content. A repeat fails.',
      parameters: z.object({ from_path: path, to_path: newPath }),
      summary: ({ from_path, to_path }) => `Move ${quote(from_path)} to ${quote(to_path)}`,
      async handler(json, { request }) {
        const { data } = await request('POST /files/move_v2', { json, schema: answers.changedAnswer })
        return answers.entryRow(data.metadata)
      },
    },
    {
      name: 'dropbox_copy_file',
      description: 'Copy a file, or a folder with its content. A repeat fails.',
      parameters: z.object({ from_path: path, to_path: newPath }),
      summary: ({ from_path, to_path }) => `Copy ${quote(from_path)} to ${quote(to_path)}`,
      async handler(json, { request }) {
        const { data } = await request('POST /files/copy_v2', { json, schema: answers.changedAnswer })
        return answers.entryRow(data.metadata)
      },
    },
    {
      name: 'dropbox_create_shared_link',
      description: 'Create a lasting link to a file or folder. Fails if it has one: see get_shared_links.',
      parameters: z.object({
        path,
        audience: z.enum(['public', 'team', 'no_one']).default('public').describe('no_one: members only'),
        expires: z.string().optional().describe('2026-01-31T12:00:00Z'),
      }),
      summary: ({ path, audience }) => `Share ${quote(path)} by a link ${AUDIENCE[audience]}`,
      async handler({ path, ...settings }, { request }) {
        const { data } = await request('POST /sharing/create_shared_link_with_settings', {
          json: { path, settings },
          schema: answers.sharedLinkAnswer,
        })
        return answers.sharedLinkRow(data)
      },
    },
    {
      name: 'dropbox_delete_file',
      description: 'Delete a file, or a folder with all its content. A repeat fails.',
      parameters: z.object({ path }),
      summary: ({ path }) => `Delete ${quote(path)} and all it contains`,
      async handler(json, { request }) {
        const { data } = await request('POST /files/delete_v2', { json, schema: answers.changedAnswer })
        return { deleted: true, ...answers.entryRow(data.metadata) }
      },
    },
  ],
})
