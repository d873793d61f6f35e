import { z } from 'zod'
import { createProviderClient } from '../provider-client.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'
import { entryAnswer, entryDetail } from './dropbox-answers.ts'
import { dropboxRefusal } from './dropbox-refusal.ts'

const CONTENT_BASE = 'https://content.dropboxapi.com/2'

/**
 * The argument of an endpoint whose body is a file: JSON in a header, everything beyond ASCII escaped.
 *
 * @see https://www.dropbox.com/developers/reference/json-encoding
 */
function argumentHeader(argument: unknown): Readonly<Record<string, string>> {
  const json = JSON.stringify(argument)
  const ascii = json.replaceAll(
    /[\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { 'dropbox-api-arg': ascii }
}

interface ReadArguments {
  readonly path: string
  readonly offset: number
}

/** A text file from `offset` on. */
export async function readText({ path, offset }: ReadArguments, { request }: ToolContext) {
  const { data } = await request('POST /files/download', {
    base: CONTENT_BASE,
    headers: argumentHeader({ path }),
    answer: 'text',
    schema: z.string(),
  })
  if (data.includes('\0')) throw new ProviderError(ownReason('notTextUse', 'dropbox_get_temporary_link'), 415)
  const { text: content, ...rest } = textWindow(data, offset)
  return { path, content, ...rest }
}

interface NewFile {
  readonly path: string
  readonly content: string
  readonly replace_rev?: string | undefined
}

/** Saves a text; over an existing file only while that is still at the revision `replace_rev`. */
export async function uploadText({ path, content, replace_rev }: NewFile, ctx: ToolContext) {
  const mode = replace_rev === undefined ? 'add' : { '.tag': 'update', update: replace_rev }
  const body = new Blob([content])
  const { request } = createProviderClient(
    { id: 'dropbox', refusal: dropboxRefusal },
    (id, url, init) => ctx.fetchOAuth(id, url, { ...init, body }),
    ctx.signal,
  )
  const { data } = await request('POST /files/upload', {
    base: CONTENT_BASE,
    headers: { 'content-type': 'application/octet-stream', ...argumentHeader({ path, mode }) },
    schema: entryAnswer,
  })
  // The answer of an upload is a file for certain, and does not say so.
  return { type: 'file', ...entryDetail(data) }
}
