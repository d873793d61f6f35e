import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { ToolCase } from '../testing/tool-case.ts'
import { googleDrive } from './google-drive.ts'

const api = 'https://www.googleapis.com/drive/v3'
const rowFields = 'id,name,mimeType,size,modifiedTime,parents,shared,trashed,webViewLink,owners(emailAddress)'
const permissionFields = 'id,type,role,emailAddress,displayName,domain,expirationTime'
const rowQuery = { fields: rowFields, supportsAllDrives: 'true' }

const file = {
  id: 'f1',
  name: 'Plan.md',
  mimeType: 'text/markdown',
  size: '1234',
  modifiedTime: '2026-01-02T03:04:05.000Z',
  parents: ['d1'],
  shared: true,
  trashed: false,
  webViewLink: 'https://drive.google.com/file/d/f1/view',
  owners: [{ emailAddress: 'ada@example.com' }],
}
const row = {
  id: 'f1',
  name: 'Plan.md',
  mime_type: 'text/markdown',
  size: 1234,
  parent_id: 'd1',
  owner: 'ada@example.com',
  shared: true,
  modified_at: '2026-01-02T03:04:05.000Z',
  url: 'https://drive.google.com/file/d/f1/view',
}
const permission = { id: 'p1', type: 'user', role: 'writer', emailAddress: 'bob@example.com' }

const cases: readonly ToolCase[] = [
  {
    tool: 'google_drive_search_files',
    args: { query: "name contains 'it\\'s' and trashed = false", cursor: 'p2', limit: 10 },
    sends: ['GET /files'],
    query: {
      q: "name contains 'it\\'s' and trashed = false",
      orderBy: 'modifiedTime desc',
      pageSize: '10',
      pageToken: 'p2',
      fields: `nextPageToken,incompleteSearch,files(${rowFields})`,
      includeItemsFromAllDrives: 'true',
      supportsAllDrives: 'true',
    },
    answers: [jsonResponse({ files: [file], incompleteSearch: false, nextPageToken: 'p3' })],
    result: { files: [row], next_cursor: 'p3' },
  },
  {
    tool: 'google_drive_get_file',
    args: { file_id: 'f1' },
    sends: ['GET /files/f1'],
    query: {
      fields: `${rowFields},description,createdTime,starred,driveId,shortcutDetails(targetId,targetMimeType),lastModifyingUser(displayName,emailAddress)`,
      supportsAllDrives: 'true',
    },
    answers: [
      jsonResponse({
        ...file,
        description: 'The plan',
        starred: true,
        driveId: 'sd1',
        createdTime: '2026-01-01T00:00:00.000Z',
        lastModifyingUser: { displayName: 'Bob' },
      }),
    ],
    result: {
      ...row,
      description: 'The plan',
      starred: true,
      shared_drive_id: 'sd1',
      created_at: '2026-01-01T00:00:00.000Z',
      modified_by: 'Bob',
    },
  },
  {
    tool: 'google_drive_read_file',
    args: { file_id: 'f1' },
    sends: ['GET /files/f1', 'GET /files/f1'],
    query: { alt: 'media', supportsAllDrives: 'true' },
    answers: [jsonResponse(file), new Response('# Plan')],
    result: { id: 'f1', name: 'Plan.md', mime_type: 'text/markdown', content: '# Plan' },
  },
  {
    tool: 'google_drive_list_shared_drives',
    args: {},
    sends: ['GET /drives'],
    query: { pageSize: '20', fields: 'nextPageToken,drives(id,name,hidden)' },
    answers: [jsonResponse({ drives: [{ id: 'sd1', name: 'Team' }] })],
    result: { drives: [{ id: 'sd1', name: 'Team' }] },
  },
  {
    tool: 'google_drive_list_permissions',
    args: { file_id: 'f1' },
    sends: ['GET /files/f1/permissions'],
    query: {
      pageSize: '20',
      fields: `nextPageToken,permissions(${permissionFields})`,
      supportsAllDrives: 'true',
    },
    answers: [
      jsonResponse({
        permissions: [
          { ...permission, displayName: 'Bob' },
          { id: 'anyoneWithLink', type: 'anyone', role: 'reader' },
        ],
        nextPageToken: 'p2',
      }),
    ],
    result: {
      permissions: [
        { id: 'p1', type: 'user', role: 'writer', email: 'bob@example.com', name: 'Bob' },
        { id: 'anyoneWithLink', type: 'anyone', role: 'reader' },
      ],
      next_cursor: 'p2',
    },
  },
  {
    tool: 'google_drive_list_comments',
    args: { file_id: 'f1', max_chars: 100 },
    sends: ['GET /files/f1/comments'],
    query: {
      pageSize: '20',
      fields:
        'nextPageToken,comments(id,content,createdTime,resolved,author(displayName),quotedFileContent(value),replies(content,createdTime,author(displayName)))',
    },
    answers: [
      jsonResponse({
        comments: [
          {
            id: 'c1',
            content: 'x'.repeat(101),
            createdTime: '2026-01-01T00:00:00.000Z',
            resolved: false,
            author: { displayName: 'Bob' },
            quotedFileContent: { value: 'the budget' },
            replies: [{ content: 'Done', author: { displayName: 'Ada' } }],
          },
        ],
      }),
    ],
    result: {
      comments: [
        {
          id: 'c1',
          author: 'Bob',
          text: 'x'.repeat(100),
          truncated: true,
          created_at: '2026-01-01T00:00:00.000Z',
          resolved: false,
          quoted: 'the budget',
          replies: [{ author: 'Ada', text: 'Done' }],
        },
      ],
    },
  },
  {
    tool: 'google_drive_create_folder',
    args: { name: 'Plans', folder_id: 'd1' },
    sends: ['POST /files'],
    query: rowQuery,
    body: { name: 'Plans', mimeType: 'application/vnd.google-apps.folder', parents: ['d1'] },
    answers: [jsonResponse(file)],
    result: row,
  },
  {
    tool: 'google_drive_create_file',
    args: { name: 'Plan.md', content: '# Plan' },
    sends: ['POST https://www.googleapis.com/upload/drive/v3/files'],
    query: { uploadType: 'multipart', ...rowQuery },
    answers: [jsonResponse(file)],
    result: row,
  },
  {
    tool: 'google_drive_update_file',
    args: { file_id: 'f1', name: 'Plan 2', description: 'New', starred: false },
    sends: ['PATCH /files/f1'],
    query: rowQuery,
    body: { name: 'Plan 2', description: 'New', starred: false },
    answers: [jsonResponse(file)],
    result: row,
  },
  {
    tool: 'google_drive_move_file',
    args: { file_id: 'f1', folder_id: 'd2' },
    sends: ['GET /files/f1', 'PATCH /files/f1'],
    query: { ...rowQuery, addParents: 'd2', removeParents: 'd1' },
    body: {},
    answers: [jsonResponse({ id: 'f1', parents: ['d1'] }), jsonResponse(file)],
    result: row,
  },
  {
    tool: 'google_drive_copy_file',
    args: { file_id: 'f1', name: 'Copy', folder_id: 'd2' },
    sends: ['POST /files/f1/copy'],
    query: rowQuery,
    body: { name: 'Copy', parents: ['d2'] },
    answers: [jsonResponse(file)],
    result: row,
  },
  {
    tool: 'google_drive_share_file',
    args: { file_id: 'f1', type: 'user', role: 'writer', email: 'bob@example.com', message: 'Look' },
    sends: ['POST /files/f1/permissions'],
    query: {
      sendNotificationEmail: 'true',
      emailMessage: 'Look',
      fields: permissionFields,
      supportsAllDrives: 'true',
    },
    body: { type: 'user', role: 'writer', emailAddress: 'bob@example.com' },
    answers: [jsonResponse(permission)],
    result: { id: 'p1', type: 'user', role: 'writer', email: 'bob@example.com' },
  },
  {
    tool: 'google_drive_create_comment',
    args: { file_id: 'f1', text: 'Nice' },
    sends: ['POST /files/f1/comments'],
    query: { fields: 'id' },
    body: { content: 'Nice' },
    answers: [jsonResponse({ id: 'c1' })],
    result: { id: 'c1' },
  },
  {
    tool: 'google_drive_remove_permission',
    args: { file_id: 'f1', permission_id: 'p1' },
    sends: ['DELETE /files/f1/permissions/p1'],
    query: { supportsAllDrives: 'true' },
    answers: [new Response(null, { status: 204 })],
    result: { id: 'p1', removed: true },
  },
  {
    tool: 'google_drive_trash_file',
    args: { file_id: 'f1' },
    sends: ['PATCH /files/f1'],
    query: rowQuery,
    body: { trashed: true },
    answers: [jsonResponse({ ...file, trashed: true })],
    result: { ...row, trashed: true },
  },
]

describe('every tool of google-drive', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answers, ...expected }) => {
    const { result, requests } = await callTool(googleDrive, tool, args, ...answers)
    const sent = requests.map(({ method, url }) => `${method} ${url.href.split('?')[0]?.replace(api, '')}`)
    expect(sent).toEqual(expected.sends)
    expect(requests.at(-1)?.query).toEqual(expected.query ?? {})
    expect(requests.at(-1)?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(googleDrive.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
