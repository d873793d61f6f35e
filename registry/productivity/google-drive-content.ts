import { z } from 'zod'
import { compact } from '../compact.ts'
import { createProviderClient } from '../provider-client.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'
import { DETAIL_FIELDS, fileAnswer, fileDetail, fileRow, ROW_FIELDS } from './google-drive-answers.ts'

const UPLOAD_BASE = 'https://www.googleapis.com/upload/drive/v3'

/** What a Google file is exported as: https://developers.google.com/workspace/drive/api/guides/ref-export-formats */
const EXPORT_TYPES: ReadonlyMap<string, string> = new Map([
  ['application/vnd.google-apps.document', 'text/markdown'],
  ['application/vnd.google-apps.spreadsheet', 'text/csv'],
  ['application/vnd.google-apps.presentation', 'text/plain'],
  ['application/vnd.google-apps.script', 'application/vnd.google-apps.script+json'],
])

const TEXT_TYPE =
  /^text\/|[/+](?:json|xml|yaml|javascript|typescript|sql|toml|rtf)$|^application\/x-(?:yaml|sh)$/

interface ReadArguments {
  readonly file_id: string
  readonly offset: number
  readonly limit_chars: number
}

/** A file's text from `offset` on; `readable: false` when it has none. */
export async function readText({ file_id, offset, limit_chars }: ReadArguments, { request }: ToolContext) {
  const { data: file } = await request('GET /files/{file_id}', {
    path: { file_id },
    query: { fields: DETAIL_FIELDS, supportsAllDrives: true },
    schema: fileAnswer,
  })
  const whole = await wholeText(file_id, file.mimeType ?? '', request)
  if (whole === undefined) return { ...fileDetail(file), readable: false }
  const { text: content, ...rest } = textWindow(whole, offset, limit_chars)
  return compact({ id: file.id, name: file.name, mime_type: file.mimeType, content, ...rest })
}

async function wholeText(file_id: string, mimeType: string, request: ToolContext['request']) {
  const options = { path: { file_id }, answer: 'text', schema: z.string().default('') } as const
  const exportType = EXPORT_TYPES.get(mimeType)
  if (exportType !== undefined) {
    const { data } = await request('GET /files/{file_id}/export', {
      ...options,
      query: { mimeType: exportType },
    })
    return data
  }
  if (!TEXT_TYPE.test(mimeType)) return undefined
  const query = { alt: 'media', supportsAllDrives: true }
  const { data } = await request('GET /files/{file_id}', { ...options, query })
  return data.includes('\0') ? undefined : data
}

/** Where a new file goes; Drive takes a list, but of one folder only. */
export function parentsOf(folder_id: string | undefined) {
  return folder_id === undefined ? undefined : [folder_id]
}

interface NewFile {
  readonly name: string
  readonly content: string
  readonly mime_type: string
  readonly convert?: boolean | undefined
  readonly folder_id?: string | undefined
}

/**
 * Makes a file of a name and a text in one request.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/manage-uploads#multipart
 */
export async function uploadText(file: NewFile, { fetchOAuth, signal }: ToolContext) {
  const boundary = crypto.randomUUID()
  const metadata = {
    name: file.name,
    mimeType: file.convert === true ? convertedType(file.mime_type) : file.mime_type,
    parents: parentsOf(file.folder_id),
  }
  const body = new Blob([
    `--${boundary}\r\ncontent-type: application/json; charset=utf-8\r\n\r\n${JSON.stringify(metadata)}\r\n`,
    `--${boundary}\r\ncontent-type: ${file.mime_type}; charset=utf-8\r\n\r\n`,
    file.content,
    `\r\n--${boundary}--\r\n`,
  ])
  const headers = { 'content-type': `multipart/related; boundary=${boundary}` }
  const { request } = createProviderClient(
    { id: 'google-drive' },
    (id, url, init) => fetchOAuth(id, url, { ...init, headers, body }),
    signal,
  )
  const { data } = await request('POST /files', {
    base: UPLOAD_BASE,
    query: { uploadType: 'multipart', supportsAllDrives: true, fields: ROW_FIELDS },
    schema: fileAnswer,
  })
  return fileRow(data)
}

function convertedType(mimeType: string): string {
  return mimeType === 'text/csv'
    ? 'application/vnd.google-apps.spreadsheet'
    : 'application/vnd.google-apps.document'
}
