import { z } from 'zod'
import { compact } from '../compact.ts'
import { nextPageOf } from '../paging.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()

/** How many file names and tags of a repository are shown. */
const SHOWN = 50

const repo = z.object({
  id: z.string(),
  author: text,
  downloads: count,
  likes: count,
  pipeline_tag: text,
  library_name: text,
  sdk: text,
  private: flag,
  gated: z.union([z.boolean(), z.string()]).nullish(),
  lastModified: text,
  sha: text,
  tags: z.array(z.string()).nullish(),
  siblings: z.array(z.object({ rfilename: text })).nullish(),
})

const paper = z.object({
  id: text,
  title: text,
  summary: text,
  publishedAt: text,
  upvotes: count,
})

const entry = z.object({ type: text, path: text, size: count })

export const accountAnswer = z.object({ id: text, name: z.string() })
export const repoAnswer = repo
export const reposAnswer = z.array(repo)
export const entriesAnswer = z.array(entry)
export const papersAnswer = z.array(z.object({ title: text, paper: paper.nullish() }))
export const createdAnswer = z.object({ url: text })
export const chatAnswer = z.object({
  model: text,
  choices: z
    .array(z.object({ message: z.object({ content: text }).nullish(), finish_reason: text }))
    .nullish(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish(),
})

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf(name: string, rows: readonly unknown[], headers: Headers) {
  return compact({ [name]: rows, next_cursor: nextPageOf(headers, 'cursor') })
}

export function repoRow(node: z.output<typeof repo>) {
  return compact({
    id: node.id,
    task: node.pipeline_tag,
    library: node.library_name,
    sdk: node.sdk,
    downloads: node.downloads,
    likes: node.likes,
    private: node.private === true ? true : undefined,
    gated: node.gated === false ? undefined : node.gated,
    modified_at: node.lastModified,
  })
}

/** A repository with its tags and the first of its files. */
export function repoDetail(node: z.output<typeof repo>) {
  const files = node.siblings?.map(({ rfilename }) => rfilename)
  return compact({
    ...repoRow(node),
    sha: node.sha,
    tags: node.tags?.slice(0, SHOWN),
    files: files?.slice(0, SHOWN),
    file_count: files?.length,
  })
}

/** What stands in a folder; `incomplete` when there is more than one answer holds. */
export function folderContent(entries: readonly z.output<typeof entry>[], headers: Headers) {
  const rows = entries.map(({ type, path, size }) =>
    compact({ path, type, size: type === 'file' ? size : undefined }),
  )
  return compact({
    entries: rows,
    incomplete: nextPageOf(headers, 'cursor') === undefined ? undefined : true,
  })
}

/** A text from `offset` on, and `next_offset` while there is more. */
export function textContent(whole: string, offset: number) {
  if (whole.includes('\0')) return { binary: true }
  const { text: content, ...rest } = textWindow(whole, offset)
  return { content, ...rest }
}

export function paperRow({ title, paper: node }: z.output<typeof papersAnswer>[number]) {
  const { text: summary } = textWindow(node?.summary ?? '', 0, 500)
  return compact({
    id: node?.id,
    title: node?.title ?? title,
    summary,
    upvotes: node?.upvotes,
    published_at: node?.publishedAt,
  })
}

export function chatRow({ model, choices, usage }: z.output<typeof chatAnswer>) {
  const [first] = choices ?? []
  return compact({
    model,
    text: first?.message?.content,
    finish_reason: first?.finish_reason,
    input_tokens: usage?.prompt_tokens,
    output_tokens: usage?.completion_tokens,
  })
}
