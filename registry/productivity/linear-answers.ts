import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const named = z.object({ id: text, name: text }).nullish()
const team = z.object({ id: text, key: text }).nullish()

const person = z.object({ id: z.string(), name: text, email: text })

const issue = z.object({
  id: z.string(),
  identifier: text,
  title: text,
  url: text,
  state: named,
  assignee: named,
  team,
  project: named,
  labels: z.object({ nodes: z.array(z.object({ name: text })) }).nullish(),
  priority: z.number().nullish(),
  dueDate: text,
  updatedAt: text,
  description: text,
})

const comment = z.object({
  id: z.string(),
  body: text,
  createdAt: text,
  parentId: text,
  url: text,
  user: named,
})

const pageInfo = z.object({ hasNextPage: z.boolean().nullish(), endCursor: text }).nullish()

function connection<S extends z.ZodType>(node: S) {
  return z.object({ nodes: z.array(node), pageInfo })
}

function saved<S extends z.ZodRawShape>(payload: S) {
  return z.object({ saved: z.object({ success: z.boolean().nullish(), ...payload }) })
}

export const viewerAnswer = z.object({
  viewer: person.extend({ organization: z.object({ name: text, urlKey: text }).nullish() }),
})
export const teamsAnswer = z.object({
  teams: connection(z.object({ id: z.string(), key: text, name: text })),
})
export const usersAnswer = z.object({ users: connection(person) })
export const issuesAnswer = z.object({ issues: connection(issue) })
export const issueAnswer = z.object({ issue })
export const commentsAnswer = z.object({ issue: z.object({ comments: connection(comment) }) })
export const statesAnswer = z.object({
  workflowStates: connection(z.object({ id: z.string(), name: text, type: text, team })),
})
export const labelsAnswer = z.object({
  issueLabels: connection(z.object({ id: z.string(), name: text, team })),
})
export const projectsAnswer = z.object({
  projects: connection(
    z.object({ id: z.string(), name: text, url: text, targetDate: text, status: named, lead: named }),
  ),
})
export const savedAnswer = saved({})
export const savedIssueAnswer = saved({ issue: issue.nullish() })
export const savedCommentAnswer = saved({ comment: z.object({ id: z.string(), url: text }).nullish() })

interface Connection<T> {
  readonly nodes: readonly T[]
  readonly pageInfo?: z.output<typeof pageInfo>
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, page: Connection<T>, rowOf: (node: T) => unknown) {
  const next = page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : undefined
  return compact({ [name]: page.nodes.map(rowOf), next_cursor: next })
}

/** A row whose team is named by its key. */
export function teamRow<T extends { readonly team?: z.output<typeof team> }>(node: T) {
  return compact({ ...node, team: node.team?.key })
}

export function projectRow({ status, lead, targetDate, ...project }: ProjectNode) {
  return compact({ ...project, status: status?.name, lead: lead?.name, target_date: targetDate })
}

type ProjectNode = z.output<typeof projectsAnswer>['projects']['nodes'][number]

export function issueRow(node: z.output<typeof issue>) {
  return compact({
    id: node.id,
    identifier: node.identifier,
    title: node.title,
    state: node.state?.name,
    assignee: node.assignee?.name,
    team: node.team?.key,
    priority: node.priority,
    due_date: node.dueDate,
    updated_at: node.updatedAt,
    url: node.url,
  })
}

/** The whole issue; its description from `offset` on, with `next_offset` while there is more. */
export function issueDetail(node: z.output<typeof issue>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  return compact({
    ...issueRow(node),
    state_id: node.state?.id,
    assignee_id: node.assignee?.id,
    team_id: node.team?.id,
    project: node.project?.name,
    project_id: node.project?.id,
    labels: node.labels?.nodes.map((label) => label.name),
    description,
    ...rest,
  })
}

/** A comment, its body cut at `length` characters. */
export function commentRow(node: z.output<typeof comment>, length: number) {
  const { text: body, next_offset: rest } = textWindow(node.body ?? '', 0, length)
  return compact({
    id: node.id,
    author: node.user?.name,
    body,
    truncated: rest === undefined ? undefined : true,
    created_at: node.createdAt,
    parent_id: node.parentId,
    url: node.url,
  })
}

/** Linear reports some refusals as `success: false` in an answer without errors. */
export function successful<T extends { readonly success?: boolean | null | undefined }>(payload: T): T {
  if (payload.success !== true) throw new ProviderError(ownReason('noReason', 'Linear'), 200)
  return payload
}

export function savedIssueRow(payload: z.output<typeof savedIssueAnswer>['saved']) {
  const { issue } = successful(payload)
  return issue ? issueRow(issue) : { success: true }
}
