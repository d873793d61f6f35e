import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'
import { fileAnswer } from './telegram-answers.ts'

const FILE_BASE = 'https://api.telegram.org/file/bot'

interface ReadArguments {
  readonly file_id: string
  readonly offset: number
}

/**
 * A text file from `offset` on.
 *
 * @see https://core.telegram.org/bots/api#getfile
 */
export async function readText({ file_id, offset }: ReadArguments, { request }: ToolContext) {
  const { data } = await request('POST /getFile', { json: { file_id }, schema: fileAnswer })
  const { file_path } = data.result
  if (!file_path) throw new ProviderError(ownReason('fileKept', 'Telegram'), 404)
  const whole = await download(file_path, request)
  if (whole.includes('\0')) throw new ProviderError(ownReason('notText'), 415)
  const { text: content, ...rest } = textWindow(whole, offset)
  return compact({ file_id, content, ...rest })
}

async function download(file_path: string, request: ToolContext['request']): Promise<string> {
  try {
    const options = { base: FILE_BASE, path: { file_path }, answer: 'text', schema: z.string() } as const
    const { data } = await request('GET /{+file_path}', options)
    return data
  } catch (error) {
    // The token was good for `getFile` just before: here “Not Found” is about the file.
    if (error instanceof ProviderError && error.status === 401) throw new ProviderError(error.said, 404)
    throw error
  }
}
