import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()
const user = z.object({ login: text }).nullish()
const branch = z.object({ ref: text, sha: text }).nullish()
const labels = z.array(z.union([z.string(), z.object({ name: text })])).nullish()

const repo = z.object({
  full_name: z.string(),
  description: text,
  private: flag,
  archived: flag,
  default_branch: text,
  language: text,
  open_issues_count: count,
  pushed_at: text,
  html_url: text,
})

const issue = z.object({
  number: z.number(),
  title: text,
  state: text,
  state_reason: text,
  body: text,
  user,
  assignees: z.array(z.object({ login: text })).nullish(),
  labels,
  comments: count,
  pull_request: z.object({}).nullish(),
  repository_url: text,
  created_at: text,
  updated_at: text,
  html_url: text,
})

const pullRequest = z.object({
  number: z.number(),
  title: text,
  state: text,
  draft: flag,
  merged: flag,
  mergeable_state: text,
  body: text,
  user,
  head: branch,
  base: branch,
  commits: count,
  additions: count,
  deletions: count,
  changed_files: count,
  comments: count,
  review_comments: count,
  updated_at: text,
  html_url: text,
})

const codeMatch = z.object({
  path: z.string(),
  repository: z.object({ full_name: text }).nullish(),
  html_url: text,
  text_matches: z.array(z.object({ fragment: text })).nullish(),
})

const notification = z.object({
  id: z.string(),
  reason: text,
  unread: flag,
  updated_at: text,
  subject: z.object({ title: text, type: text, url: text }).nullish(),
  repository: z.object({ full_name: text }).nullish(),
})

const comment = z.object({ id: z.number(), body: text, user, created_at: text, html_url: text })
const changedFile = z.object({
  filename: z.string(),
  previous_filename: text,
  status: text,
  additions: count,
  deletions: count,
  patch: text,
})

function found<S extends z.ZodType>(item: S) {
  return z.object({ total_count: count, incomplete_results: flag, items: z.array(item) })
}

export const userAnswer = z.object({
  id: z.number(),
  login: z.string(),
  name: text,
  email: text,
  html_url: text,
})
export const reposAnswer = z.array(repo)
export const issueAnswer = issue
export const issuesFoundAnswer = found(issue)
export const codeFoundAnswer = found(codeMatch)
export const commentAnswer = comment
export const commentsAnswer = z.array(comment)
export const pullRequestAnswer = pullRequest
export const pullRequestsAnswer = z.array(pullRequest)
export const changedFilesAnswer = z.array(changedFile)
export const notificationsAnswer = z.array(notification)
export const mergeAnswer = z.object({ merged: flag, sha: text, message: text })

/** How much a search found; `incomplete` when GitHub gave up before it had looked everywhere. */
export function foundCounts(answer: {
  readonly total_count?: number | null | undefined
  readonly incomplete_results?: boolean | null | undefined
}) {
  const incomplete = answer.incomplete_results === true ? true : undefined
  return compact({ total: answer.total_count, incomplete })
}

export function repoRow(node: z.output<typeof repo>) {
  return compact({
    repo: node.full_name,
    description: node.description,
    private: node.private,
    archived: node.archived === true ? true : undefined,
    default_branch: node.default_branch,
    language: node.language,
    open_issues: node.open_issues_count,
    pushed_at: node.pushed_at,
    url: node.html_url,
  })
}

export function issueRow(node: z.output<typeof issue>) {
  return compact({
    // `https://api.github.com/repos/owner/name`
    repo: node.repository_url?.split('/repos/')[1],
    number: node.number,
    title: node.title,
    state: node.state,
    state_reason: node.state_reason,
    is_pull_request: node.pull_request ? true : undefined,
    author: node.user?.login,
    assignees: node.assignees?.map(({ login }) => login),
    labels: node.labels?.map((label) => (typeof label === 'string' ? label : label.name)),
    comments: node.comments,
    updated_at: node.updated_at,
    url: node.html_url,
  })
}

/** The issue with its body from `offset` on, and `next_offset` while there is more. */
export function issueDetail(node: z.output<typeof issue>, offset: number) {
  const { text: body, ...rest } = textWindow(node.body ?? '', offset)
  return compact({ ...issueRow(node), created_at: node.created_at, body, ...rest })
}

export function pullRequestRow(node: z.output<typeof pullRequest>) {
  return compact({
    number: node.number,
    title: node.title,
    state: node.state,
    draft: node.draft,
    author: node.user?.login,
    head: node.head?.ref,
    base: node.base?.ref,
    updated_at: node.updated_at,
    url: node.html_url,
  })
}

/** The pull request with its body from `offset` on, and `next_offset` while there is more. */
export function pullRequestDetail(node: z.output<typeof pullRequest>, offset: number) {
  const { text: body, ...rest } = textWindow(node.body ?? '', offset)
  const { merged, mergeable_state, commits, additions, deletions, changed_files, comments, review_comments } =
    node
  const counts = { commits, additions, deletions, changed_files, comments, review_comments }
  const row = { ...pullRequestRow(node), merged, mergeable_state, head_sha: node.head?.sha }
  return compact({ ...row, ...counts, body, ...rest })
}

export function commentRow(node: z.output<typeof comment>, length: number) {
  const { text: body, next_offset: rest } = textWindow(node.body ?? '', 0, length)
  const truncated = rest === undefined ? undefined : true
  return compact({
    id: node.id,
    author: node.user?.login,
    body,
    truncated,
    created_at: node.created_at,
    url: node.html_url,
  })
}

/** A changed file; binary and very large ones have no patch. */
export function changedFileRow({ patch, ...node }: z.output<typeof changedFile>, length: number) {
  if (typeof patch !== 'string') return compact(node)
  const { text: shown, next_offset: rest } = textWindow(patch, 0, length)
  return compact({ ...node, patch: shown, truncated: rest === undefined ? undefined : true })
}

export function codeRow(node: z.output<typeof codeMatch>) {
  const fragments = node.text_matches?.map(({ fragment }) => fragment)
  return compact({ repo: node.repository?.full_name, path: node.path, fragments, url: node.html_url })
}

export function notificationRow(node: z.output<typeof notification>) {
  const number = /\/(?:issues|pulls)\/(\d+)$/.exec(node.subject?.url ?? '')?.[1]
  return compact({
    id: node.id,
    repo: node.repository?.full_name,
    type: node.subject?.type,
    number: number === undefined ? undefined : Number(number),
    title: node.subject?.title,
    reason: node.reason,
    unread: node.unread,
    updated_at: node.updated_at,
  })
}
