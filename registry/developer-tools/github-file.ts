import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'
import type { ToolContext } from '../tool-context.ts'

const text = z.string().nullish()

/** Media type `object`: a directory is an object with `entries`, never a bare list. */
const contentAnswer = z.object({
  type: text,
  path: text,
  sha: text,
  size: z.number().nullish(),
  encoding: text,
  content: text,
  target: text,
  submodule_git_url: text,
  html_url: text,
  entries: z.array(z.object({ name: z.string(), type: text, size: z.number().nullish() })).nullish(),
})

interface FileArguments {
  readonly owner: string
  readonly repo: string
  readonly path: string
  readonly ref?: string | undefined
  readonly offset: number
  readonly limit_chars: number
}

/**
 * A text file from `offset` on, a directory's entries, or what else stands at the path.
 *
 * @see https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export async function readContent(args: FileArguments, { request }: ToolContext) {
  const data = await contentAt(args, request)
  const { path, sha, size, html_url: url } = data
  if (data.entries) return compact({ path, entries: data.entries.map(compact) })
  if (data.type !== 'file') {
    return compact({ path, type: data.type, target: data.target, submodule: data.submodule_git_url, url })
  }
  const whole = await wholeText(args, data, request)
  if (whole === undefined) return compact({ path, sha, size, binary: true, url })
  const { text: content, ...rest } = textWindow(whole, args.offset, args.limit_chars)
  return compact({ path, sha, content, ...rest, url })
}

async function contentAt({ owner, repo, path, ref }: FileArguments, request: ToolContext['request']) {
  const options = {
    query: { ref },
    headers: { accept: 'application/vnd.github.object+json' },
    schema: contentAnswer,
  }
  const inner = path.replaceAll(/^\/+|\/+$/g, '')
  if (inner === '') {
    return (await request('GET /repos/{owner}/{repo}/contents', { ...options, path: { owner, repo } })).data
  }
  const place = { owner, repo, path: inner }
  return (await request('GET /repos/{owner}/{repo}/contents/{+path}', { ...options, path: place })).data
}

/** Beyond 1 MB `content` is empty and only the raw media type has it. Undefined: not text. */
async function wholeText(
  { owner, repo, ref }: FileArguments,
  { path, encoding, content }: z.output<typeof contentAnswer>,
  request: ToolContext['request'],
): Promise<string | undefined> {
  if (encoding === 'base64') return decodeText(content ?? '')
  const { data } = await request('GET /repos/{owner}/{repo}/contents/{+path}', {
    path: { owner, repo, path: path ?? '' },
    query: { ref },
    headers: { accept: 'application/vnd.github.raw+json' },
    answer: 'text',
    schema: z.string().default(''),
  })
  return data.includes('\0') ? undefined : data
}

function decodeText(base64: string): string | undefined {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
