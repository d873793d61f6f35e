import { randomUUID } from 'node:crypto'
import { inputError } from './input-error.ts'
import { requireIssue, requireRow } from './queries.ts'
import type { Views } from './views.ts'
import type { Issue, Workspace } from './workspace.ts'

type IssueInput = Partial<Omit<Issue, 'id' | 'createdAt' | 'updatedAt' | 'number'>> & {
  readonly id?: string
  readonly addedLabelIds?: readonly string[]
  readonly removedLabelIds?: readonly string[]
}
type CommentInput = {
  readonly id?: string
  readonly issueId?: string
  readonly parentId?: string
  readonly body?: string
}

/** The fields of Linear's Mutation type; they change the workspace. */
export const createMutations = (workspace: Workspace, views: Views) => {
  let lastSyncId = 4_210_000
  const done = () => ({ success: true, lastSyncId: ++lastSyncId })

  return {
    issueCreate({ input }: { readonly input: IssueInput & { readonly teamId: string } }) {
      if (!input.title?.trim()) throw inputError('Argument Validation Error: title should not be empty')
      checkReferences(workspace, input.teamId, input)
      const issue = newIssue(workspace, input, input.title)
      workspace.issues.push(issue)
      return { ...done(), issue: views.issue(issue) }
    },
    issueUpdate({ id, input }: { readonly id: string; readonly input: IssueInput }) {
      const issue = requireIssue(workspace, id)
      const { id: _, addedLabelIds = [], removedLabelIds = [], ...changes } = input
      checkReferences(workspace, input.teamId ?? issue.teamId, input)
      const labelIds = [...(input.labelIds ?? issue.labelIds), ...addedLabelIds]
      Object.assign(issue, changes, {
        labelIds: [...new Set(labelIds)].filter((label) => !removedLabelIds.includes(label)),
        updatedAt: new Date().toISOString(),
      })
      return { ...done(), issue: views.issue(issue) }
    },
    issueArchive({ id, trash = false }: { readonly id: string; readonly trash?: boolean }) {
      const issue = requireIssue(workspace, id)
      Object.assign(issue, { archivedAt: new Date().toISOString(), trashed: trash })
      return { ...done(), entity: views.issue(issue) }
    },
    commentCreate({ input }: { readonly input: CommentInput }) {
      if (!input.body?.trim()) throw inputError('Argument Validation Error: body should not be empty')
      const issue = requireIssue(workspace, input.issueId ?? '')
      const now = new Date().toISOString()
      const stamp = { id: input.id ?? randomUUID(), createdAt: now, updatedAt: now }
      const comment = {
        ...stamp,
        body: input.body,
        userId: workspace.viewerId,
        issueId: issue.id,
        parentId: input.parentId ?? null,
      }
      workspace.comments.push(comment)
      return { ...done(), comment: views.comment(comment) }
    },
  }
}

const checkReferences = (workspace: Workspace, teamId: string, input: IssueInput): void => {
  requireRow(workspace.teams, 'Team', teamId)
  if (input.assigneeId) requireRow(workspace.users, 'User', input.assigneeId)
  if (input.projectId) requireRow(workspace.projects, 'Project', input.projectId)
  if (input.parentId) requireIssue(workspace, input.parentId)
  for (const id of [...(input.labelIds ?? []), ...(input.addedLabelIds ?? [])])
    requireRow(workspace.labels, 'IssueLabel', id)
  if (!input.stateId) return
  const state = requireRow(workspace.states, 'WorkflowState', input.stateId)
  if (state.teamId !== teamId) throw inputError('Discrepancy between issue team and state team')
}

const newIssue = (
  workspace: Workspace,
  input: IssueInput & { readonly teamId: string },
  title: string,
): Issue => {
  const siblings = workspace.issues.filter(({ teamId }) => teamId === input.teamId)
  const backlog = workspace.states.find(({ teamId, type }) => teamId === input.teamId && type === 'backlog')
  const now = new Date().toISOString()
  return {
    id: input.id ?? randomUUID(),
    createdAt: now,
    updatedAt: now,
    number: Math.max(100, ...siblings.map(({ number }) => number)) + 1,
    teamId: input.teamId,
    title,
    description: input.description ?? null,
    stateId: input.stateId ?? backlog?.id ?? '',
    assigneeId: input.assigneeId ?? null,
    creatorId: workspace.viewerId,
    projectId: input.projectId ?? null,
    parentId: input.parentId ?? null,
    labelIds: [...(input.labelIds ?? [])],
    priority: input.priority ?? 0,
    estimate: input.estimate ?? null,
    dueDate: input.dueDate ?? null,
    trashed: false,
    archivedAt: null,
  }
}
