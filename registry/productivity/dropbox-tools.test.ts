import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { dropbox } from './dropbox.ts'

const file = {
  '.tag': 'file',
  name: 'Prime_Numbers.txt',
  id: 'id:a4ayc_80_OEAAAAAAAAAXw',
  client_modified: '2015-05-12T15:50:38Z',
  server_modified: '2015-05-12T15:50:39Z',
  rev: 'a1c10ce0dd78',
  size: 7212,
  path_lower: '/homework/math/prime_numbers.txt',
  path_display: '/Homework/math/Prime_Numbers.txt',
  is_downloadable: true,
}
const fileRow = {
  type: 'file',
  name: 'Prime_Numbers.txt',
  path: '/Homework/math/Prime_Numbers.txt',
  id: 'id:a4ayc_80_OEAAAAAAAAAXw',
  size: 7212,
  modified: '2015-05-12T15:50:39Z',
}
const folder = {
  '.tag': 'folder',
  name: 'math',
  id: 'id:a4ayc_80_OEAAAAAAAAAXz',
  path_lower: '/homework/math',
  path_display: '/Homework/math',
}
const folderRow = { type: 'folder', name: 'math', path: '/Homework/math', id: 'id:a4ayc_80_OEAAAAAAAAAXz' }
const link = {
  '.tag': 'file',
  url: 'https://www.dropbox.com/scl/fi/x/Prime_Numbers.txt',
  name: 'Prime_Numbers.txt',
  path_lower: '/homework/math/prime_numbers.txt',
  link_permissions: { can_revoke: true, effective_audience: { '.tag': 'public' } },
}
const linkRow = {
  url: 'https://www.dropbox.com/scl/fi/x/Prime_Numbers.txt',
  type: 'file',
  name: 'Prime_Numbers.txt',
  path: '/homework/math/prime_numbers.txt',
  audience: 'public',
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly body?: unknown
  readonly answer: Response
  readonly result: unknown
}

const api = 'https://api.dropboxapi.com/2'
const content = 'https://content.dropboxapi.com/2'

const cases: readonly Case[] = [
  {
    tool: 'dropbox_list_folder',
    args: { path: '/Homework' },
    sends: `${api}/files/list_folder`,
    body: { path: '/Homework', recursive: false, limit: 20 },
    answer: jsonResponse({ entries: [folder, file], cursor: 'ZtkX', has_more: true }),
    result: { entries: [folderRow, fileRow], next_cursor: 'ZtkX' },
  },
  {
    tool: 'dropbox_list_folder',
    args: { path: '/Homework', cursor: 'ZtkX' },
    sends: `${api}/files/list_folder/continue`,
    body: { cursor: 'ZtkX' },
    answer: jsonResponse({ entries: [file], cursor: 'ZtkY', has_more: false }),
    result: { entries: [fileRow] },
  },
  {
    tool: 'dropbox_search_files',
    args: { query: 'prime', path: '/Homework', file_extensions: ['txt'], limit: 10 },
    sends: `${api}/files/search_v2`,
    body: {
      query: 'prime',
      options: { path: '/Homework', file_extensions: ['txt'], filename_only: false, max_results: 10 },
    },
    answer: jsonResponse({
      matches: [{ metadata: { '.tag': 'metadata', metadata: file } }, { metadata: { '.tag': 'other' } }],
      has_more: true,
      cursor: 'c2',
    }),
    result: { entries: [fileRow], next_cursor: 'c2' },
  },
  {
    tool: 'dropbox_search_files',
    args: { query: 'prime', cursor: 'c2' },
    sends: `${api}/files/search/continue_v2`,
    body: { cursor: 'c2' },
    answer: jsonResponse({ matches: [], has_more: false }),
    result: { entries: [] },
  },
  {
    tool: 'dropbox_get_metadata',
    args: { path: file.id },
    sends: `${api}/files/get_metadata`,
    body: { path: file.id },
    answer: jsonResponse({ ...file, is_downloadable: false }),
    result: { ...fileRow, rev: 'a1c10ce0dd78', downloadable: false },
  },
  {
    tool: 'dropbox_read_file',
    args: { path: '/a.txt' },
    sends: `${content}/files/download`,
    answer: new Response('{"two": 2}', { headers: { 'content-type': 'application/octet-stream' } }),
    result: { path: '/a.txt', content: '{"two": 2}' },
  },
  {
    tool: 'dropbox_get_temporary_link',
    args: { path: '/video.mp4' },
    sends: `${api}/files/get_temporary_link`,
    body: { path: '/video.mp4' },
    answer: jsonResponse({
      link: 'https://ucabc123456.dl.dropboxusercontent.com/cd/0/get/x/file',
      metadata: { ...file, '.tag': undefined },
    }),
    result: {
      url: 'https://ucabc123456.dl.dropboxusercontent.com/cd/0/get/x/file',
      name: 'Prime_Numbers.txt',
    },
  },
  {
    tool: 'dropbox_get_shared_links',
    args: { path: '/a.txt' },
    sends: `${api}/sharing/list_shared_links`,
    body: { path: '/a.txt', direct_only: true },
    answer: jsonResponse({ links: [link], has_more: false }),
    result: { links: [linkRow] },
  },
  {
    tool: 'dropbox_create_folder',
    args: { path: '/Homework/math' },
    sends: `${api}/files/create_folder_v2`,
    body: { path: '/Homework/math' },
    answer: jsonResponse({ metadata: { ...folder, '.tag': undefined } }),
    result: folderRow,
  },
  {
    tool: 'dropbox_upload_text',
    args: { path: '/a.txt', content: 'Hi' },
    sends: `${content}/files/upload`,
    answer: jsonResponse({ ...file, '.tag': undefined }),
    result: { ...fileRow, rev: 'a1c10ce0dd78' },
  },
  {
    tool: 'dropbox_move_file',
    args: { from_path: '/a', to_path: '/b' },
    sends: `${api}/files/move_v2`,
    body: { from_path: '/a', to_path: '/b' },
    answer: jsonResponse({ metadata: folder }),
    result: folderRow,
  },
  {
    tool: 'dropbox_copy_file',
    args: { from_path: 'id:1', to_path: '/b' },
    sends: `${api}/files/copy_v2`,
    body: { from_path: 'id:1', to_path: '/b' },
    answer: jsonResponse({ metadata: file }),
    result: fileRow,
  },
  {
    tool: 'dropbox_create_shared_link',
    args: { path: '/a.txt', expires: '2026-01-31T12:00:00Z' },
    sends: `${api}/sharing/create_shared_link_with_settings`,
    body: { path: '/a.txt', settings: { audience: 'public', expires: '2026-01-31T12:00:00Z' } },
    answer: jsonResponse({ ...link, expires: '2026-01-31T12:00:00Z' }),
    result: { ...linkRow, expires: '2026-01-31T12:00:00Z' },
  },
  {
    tool: 'dropbox_delete_file',
    args: { path: '/a.txt' },
    sends: `${api}/files/delete_v2`,
    body: { path: '/a.txt' },
    answer: jsonResponse({ metadata: file }),
    result: { deleted: true, ...fileRow },
  },
]

describe('every tool of dropbox', () => {
  it.each(cases)(
    '$tool posts to $sends and shapes the answer',
    async ({ tool, args, answer, ...expected }) => {
      const { result, requests } = await callTool(dropbox, tool, args, answer)
      expect(requests).toHaveLength(1)
      expect(requests[0]?.method).toBe('POST')
      expect(requests[0]?.url.href).toBe(expected.sends)
      expect(requests[0]?.body).toEqual(expected.body)
      expect(result).toEqual(expected.result)
    },
  )

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(dropbox.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
