import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const user = z.object({ username: text }).nullish()
const users = z.array(z.object({ username: text })).nullish()
const labels = z.array(z.string()).nullish()

const project = z.object({
  id: z.number(),
  path_with_namespace: text,
  description: text,
  default_branch: text,
  last_activity_at: text,
  web_url: text,
})

const issue = z.object({
  iid: z.number(),
  title: text,
  description: text,
  state: text,
  labels,
  author: user,
  assignees: users,
  due_date: text,
  confidential: flag,
  user_notes_count: z.number().nullish(),
  created_at: text,
  updated_at: text,
  web_url: text,
})

const mergeRequest = z.object({
  iid: z.number(),
  title: text,
  description: text,
  state: text,
  draft: flag,
  labels,
  author: user,
  assignees: users,
  reviewers: users,
  source_branch: text,
  target_branch: text,
  sha: text,
  has_conflicts: flag,
  detailed_merge_status: text,
  user_notes_count: z.number().nullish(),
  changes_count: text,
  head_pipeline: z.object({ status: text, web_url: text }).nullish(),
  updated_at: text,
  web_url: text,
})

const note = z.object({ id: z.number(), body: text, author: user, system: flag, created_at: text })

const diff = z.object({
  old_path: text,
  new_path: text,
  diff: text,
  new_file: flag,
  renamed_file: flag,
  deleted_file: flag,
  collapsed: flag,
  too_large: flag,
})

export const userAnswer = z.object({ id: z.number(), username: z.string() })
export const projectsAnswer = z.array(project)
export const issueAnswer = issue
export const issuesAnswer = z.array(issue)
export const mergeRequestAnswer = mergeRequest
export const mergeRequestsAnswer = z.array(mergeRequest)
export const notesAnswer = z.array(note)
export const noteAnswer = z.object({ id: z.number().nullish() })
export const diffsAnswer = z.array(diff)

function usernames(people: z.output<typeof users>) {
  return people?.map(({ username }) => username)
}

function onlyTrue(value: boolean | null | undefined) {
  return value === true ? true : undefined
}

export function projectRow(node: z.output<typeof project>) {
  return compact({
    id: node.id,
    path: node.path_with_namespace,
    description: node.description,
    default_branch: node.default_branch,
    active_at: node.last_activity_at,
    url: node.web_url,
  })
}

export function issueRow(node: z.output<typeof issue>) {
  return compact({
    number: node.iid,
    title: node.title,
    state: node.state,
    labels: node.labels,
    author: node.author?.username,
    assignees: usernames(node.assignees),
    due_date: node.due_date,
    confidential: onlyTrue(node.confidential),
    comments: node.user_notes_count,
    updated_at: node.updated_at,
    url: node.web_url,
  })
}

/** The issue with its description from `offset` on, and `next_offset` while there is more. */
export function issueDetail(node: z.output<typeof issue>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  return compact({ ...issueRow(node), created_at: node.created_at, description, ...rest })
}

export function mergeRequestRow(node: z.output<typeof mergeRequest>) {
  return compact({
    number: node.iid,
    title: node.title,
    state: node.state,
    draft: onlyTrue(node.draft),
    author: node.author?.username,
    source_branch: node.source_branch,
    target_branch: node.target_branch,
    updated_at: node.updated_at,
    url: node.web_url,
  })
}

/** The merge request with its description from `offset` on, and `next_offset` while there is more. */
export function mergeRequestDetail(node: z.output<typeof mergeRequest>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  return compact({
    ...mergeRequestRow(node),
    labels: node.labels,
    assignees: usernames(node.assignees),
    reviewers: usernames(node.reviewers),
    merge_status: node.detailed_merge_status,
    has_conflicts: onlyTrue(node.has_conflicts),
    changed_files: node.changes_count,
    comments: node.user_notes_count,
    pipeline: node.head_pipeline?.status,
    pipeline_url: node.head_pipeline?.web_url,
    head_sha: node.sha,
    description,
    ...rest,
  })
}

/** A comment, its text cut at `length` characters. */
export function noteRow(node: z.output<typeof note>, length: number) {
  const { text: body, next_offset: rest } = textWindow(node.body ?? '', 0, length)
  const truncated = rest === undefined ? undefined : true
  return compact({ id: node.id, author: node.author?.username, body, truncated, created_at: node.created_at })
}

function changeOf({ new_file, deleted_file, renamed_file }: z.output<typeof diff>) {
  if (new_file === true) return 'added'
  if (deleted_file === true) return 'deleted'
  return renamed_file === true ? 'renamed' : 'modified'
}

/** A changed file; very large ones come without their diff. */
export function diffRow(node: z.output<typeof diff>, length: number) {
  const { text: shown, next_offset: rest } = textWindow(node.diff ?? '', 0, length)
  return compact({
    path: node.new_path,
    old_path: node.renamed_file === true ? node.old_path : undefined,
    change: changeOf(node),
    diff: shown,
    truncated: rest === undefined ? undefined : true,
    left_out: onlyTrue(node.collapsed) ?? onlyTrue(node.too_large),
  })
}

/** A text file from `offset` on, and `next_offset` while there is more. */
export function fileContent(path: string, whole: string, offset: number) {
  if (whole.includes('\0')) return { path, binary: true }
  const { text: content, ...rest } = textWindow(whole, offset)
  return { path, content, ...rest }
}
