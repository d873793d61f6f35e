import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { documentPreview } from '../document-preview.ts'
import { googleOAuth, googleRefusal } from '../google-oauth.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import * as answers from './google-drive-answers.ts'
import { filesQuery } from './google-files.ts'
import { moveFile, shareFile } from './google-drive-changes.ts'
import { parentsOf, readText, uploadText } from './google-drive-content.ts'

const FOLDER_TYPE = 'application/vnd.google-apps.folder'
const FOLDERS = `mimeType = '${FOLDER_TYPE}' and trashed = false`

const file = { file_id: z.string() }
const folder = z.string().optional()
const name = z.string().min(1)

function inFolder(folder_id: string | undefined): string {
  return folder_id === undefined ? '' : ` in the folder ${quote(folder_id)}`
}

/** @see https://developers.google.com/workspace/drive/api/reference/rest/v3 */
export const googleDrive = defineIntegration({
  id: 'google-drive',
  name: 'Google Drive',
  category: 'productivity',
  description: 'Files, folders, sharing and comments.',
  icon: 'google-drive.svg',
  curated: 9,
  // The narrower `drive.file` reaches only files that this very client has made.
  auth: googleOAuth({
    'https://www.googleapis.com/auth/drive': 'Read, create, change, share and trash all your files',
  }),
  hosts: ['www.googleapis.com'],
  apiBase: 'https://www.googleapis.com/drive/v3',
  refusal: googleRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('GET /about', {
        query: { fields: 'user(permissionId,emailAddress,displayName)' },
        schema: answers.aboutAnswer,
      })
      const { permissionId, emailAddress, displayName } = data.user
      return { id: permissionId, name: emailAddress ?? displayName ?? permissionId }
    },
  },
  defaults: [
    {
      argument: 'folder_id',
      label: 'Folder',
      listedBy: 'google_drive_search_files',
      listedWith: { query: FOLDERS },
      list: 'files',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'google_drive_search_files',
      description: 'Files and folders that meet a Drive query, or all, last changed first.',
      parameters: z.object({
        query: z
          .string()
          .optional()
          .describe("e.g. name contains 'plan' and 'FOLDER_ID' in parents and trashed = false"),
        ...pageParameters,
      }),
      async handler({ query: q, ...page }, { request }) {
        const query = filesQuery(q, answers.LIST_FIELDS, page)
        const { data } = await request('GET /files', { query, schema: answers.filesAnswer })
        return answers.filesPage(data)
      },
    },
    {
      name: 'google_drive_get_file',
      description: 'What a file or folder is, where it lies, whose it is.',
      parameters: z.object(file),
      async handler(path, { request }) {
        const { data } = await request('GET /files/{file_id}', {
          path,
          query: { fields: answers.DETAIL_FIELDS, supportsAllDrives: true },
          schema: answers.fileAnswer,
        })
        return answers.fileDetail(data)
      },
    },
    {
      name: 'google_drive_read_file',
      description:
        'Text of a file: Docs as Markdown, first sheet of Sheets as CSV, Slides as text. To read on, pass next_offset as offset.',
      parameters: z.object({
        ...file,
        offset: z.int().min(0).default(0),
        limit_chars: z.int().min(100).max(100_000).default(10_000),
      }),
      handler: readText,
    },
    {
      name: 'google_drive_list_shared_drives',
      description: 'Shared drives; the id of one is also the id of its top folder.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const { data } = await request('GET /drives', {
          query: { pageSize: limit, pageToken: cursor, fields: 'nextPageToken,drives(id,name,hidden)' },
          schema: answers.drivesAnswer,
        })
        return compact({ drives: (data.drives ?? []).map(compact), next_cursor: data.nextPageToken })
      },
    },
    {
      name: 'google_drive_list_permissions',
      description: 'Who may do what with a file.',
      parameters: z.object({ ...file, ...pageParameters }),
      async handler({ file_id, cursor, limit }, { request }) {
        const { data } = await request('GET /files/{file_id}/permissions', {
          path: { file_id },
          query: {
            pageSize: limit,
            pageToken: cursor,
            fields: `nextPageToken,permissions(${answers.PERMISSION_FIELDS})`,
            supportsAllDrives: true,
          },
          schema: answers.permissionsAnswer,
        })
        const permissions = (data.permissions ?? []).map(answers.permissionRow)
        return compact({ permissions, next_cursor: data.nextPageToken })
      },
    },
    {
      name: 'google_drive_list_comments',
      description: 'Comments on a file with replies. Truncated ones: raise max_chars.',
      parameters: z.object({
        ...file,
        max_chars: z.int().min(100).max(50_000).default(2000),
        ...pageParameters,
      }),
      async handler({ file_id, max_chars, cursor, limit }, { request }) {
        const { data } = await request('GET /files/{file_id}/comments', {
          path: { file_id },
          query: { pageSize: limit, pageToken: cursor, fields: answers.COMMENT_FIELDS },
          schema: answers.commentsAnswer,
        })
        const comments = (data.comments ?? []).map((comment) => answers.commentRow(comment, max_chars))
        return compact({ comments, next_cursor: data.nextPageToken })
      },
    },
    {
      name: 'google_drive_create_folder',
      description: 'Create a folder. Each call makes a new one, even of the same name.',
      parameters: z.object({ name, folder_id: folder }),
      summary: ({ name, folder_id }) => `Create the folder ${quote(name)}${inFolder(folder_id)}`,
      async handler({ name, folder_id }, { request }) {
        const { data } = await request('POST /files', {
          query: answers.rowQuery,
          json: { name, mimeType: FOLDER_TYPE, parents: parentsOf(folder_id) },
          schema: answers.fileAnswer,
        })
        return answers.fileRow(data)
      },
    },
    {
      name: 'google_drive_create_file',
      description: 'Create a file from text. Each call makes a new one, even of the same name.',
      parameters: z.object({
        name,
        content: z.string().describe('Text'),
        mime_type: z
          .string()
          .regex(/^[\w.+-]+\/[\w.+-]+$/)
          .default('text/plain')
          .describe('e.g. text/markdown'),
        convert: z.boolean().optional().describe('To a Google Doc, or Sheet from text/csv'),
        folder_id: folder,
      }),
      summary: ({ name, folder_id }) => `Create the file ${quote(name)}${inFolder(folder_id)}`,
      preview: ({ folder_id: place, name: title, content: body }) => documentPreview({ place, title, body }),
      handler: uploadText,
    },
    {
      name: 'google_drive_update_file',
      description: 'Rename, describe or star a file or folder. Safe to repeat.',
      parameters: z.object({
        ...file,
        name: name.optional(),
        description: z.string().optional().describe('Shown in its details'),
        starred: z.boolean().optional().describe('Or not'),
      }),
      summary: (args) => `Change ${changedFields(args, 'file_id')} of the file ${quote(args.file_id)}`,
      async handler({ file_id, ...json }, { request }) {
        if (Object.keys(json).length === 0) throw new ProviderError(ownReason('noField'), 400)
        const { data } = await request('PATCH /files/{file_id}', {
          path: { file_id },
          query: answers.rowQuery,
          json,
          schema: answers.fileAnswer,
        })
        return answers.fileRow(data)
      },
    },
    {
      name: 'google_drive_move_file',
      description: 'Move a file or folder into another folder. Safe to repeat.',
      parameters: z.object({ ...file, folder_id: z.string() }),
      summary: ({ file_id, folder_id }) =>
        `Move the file ${quote(file_id)} to the folder ${quote(folder_id)}`,
      handler: moveFile,
    },
    {
      name: 'google_drive_copy_file',
      description: 'Copy a file; folders cannot be copied. Each call makes a new copy.',
      parameters: z.object({ ...file, name: name.optional(), folder_id: folder }),
      summary: ({ file_id, folder_id }) => `Copy the file ${quote(file_id)}${inFolder(folder_id)}`,
      async handler({ file_id, name, folder_id }, { request }) {
        const { data } = await request('POST /files/{file_id}/copy', {
          path: { file_id },
          query: answers.rowQuery,
          json: { name, parents: parentsOf(folder_id) },
          schema: answers.fileAnswer,
        })
        return answers.fileRow(data)
      },
    },
    {
      name: 'google_drive_share_file',
      description: 'Give a person or group access, or anyone with the link. A repeat e-mails again.',
      parameters: z.object({
        ...file,
        type: z.enum(['user', 'group', 'anyone']),
        role: z.enum(['reader', 'commenter', 'writer']),
        email: z.string().optional().describe('Unless anyone'),
        message: z.string().optional().describe('In the e-mail'),
      }),
      summary: ({ file_id, type, role, email }) => {
        const person = email === undefined ? 'nobody' : quote(email)
        const whom = type === 'anyone' ? 'anyone who has the link' : person
        return `Share the file ${quote(file_id)} with ${whom} as ${role}`
      },
      preview: ({ type, email, message }) =>
        type === 'anyone' || email === undefined ? undefined : { kind: 'mail', to: [email], body: message },
      handler: shareFile,
    },
    {
      name: 'google_drive_create_comment',
      description: 'Comment on a file. Each call adds one.',
      parameters: z.object({ ...file, text: z.string().min(1) }),
      summary: ({ file_id, text }) => `Comment on the file ${quote(file_id)}: ${quote(text)}`,
      preview: ({ file_id: place, text: body }) => documentPreview({ place, body }),
      async handler({ file_id, text }, { request }) {
        const { data } = await request('POST /files/{file_id}/comments', {
          path: { file_id },
          query: { fields: 'id' },
          json: { content: text },
          schema: answers.commentAnswer,
        })
        return { id: data.id }
      },
    },
    {
      name: 'google_drive_remove_permission',
      description: 'Take away access to a file. A repeat is refused.',
      parameters: z.object({ ...file, permission_id: z.string() }),
      summary: ({ file_id, permission_id }) =>
        `Take the permission ${quote(permission_id)} to the file ${quote(file_id)} away`,
      async handler(path, { request }) {
        await request('DELETE /files/{file_id}/permissions/{permission_id}', {
          path,
          query: { supportsAllDrives: true },
          schema: answers.noAnswer,
        })
        return { id: path.permission_id, removed: true }
      },
    },
    {
      name: 'google_drive_trash_file',
      description: 'Move a file, or a folder and all in it, to the trash. Safe to repeat.',
      parameters: z.object(file),
      summary: ({ file_id }) => `Move the file ${quote(file_id)} to the trash`,
      async handler(path, { request }) {
        const { data } = await request('PATCH /files/{file_id}', {
          path,
          query: answers.rowQuery,
          json: { trashed: true },
          schema: answers.fileAnswer,
        })
        return answers.fileRow(data)
      },
    },
  ],
})
