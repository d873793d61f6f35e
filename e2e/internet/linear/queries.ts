import type { PageArguments } from './connection.ts'
import { notFound } from './input-error.ts'
import type { Views } from './views.ts'
import type { Issue, Workspace } from './workspace.ts'

type Filtered = PageArguments & { readonly filter?: Record<string, unknown> | null }
type Identified = { readonly id: string }

/** The row an id names, or the error Linear gives. */
export const requireRow = <T extends Identified>(rows: readonly T[], kind: string, id: string): T => {
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw notFound(kind)
  return row
}

/** An issue by its id or by its identifier, such as ENG-123. */
export const requireIssue = (workspace: Workspace, id: string): Issue => {
  const [key, number] = id.split('-')
  const team = workspace.teams.find((candidate) => candidate.key === key?.toUpperCase())
  const named =
    team && workspace.issues.find((issue) => issue.teamId === team.id && issue.number === Number(number))
  return named ?? requireRow(workspace.issues, 'Issue', id)
}

/** The fields of Linear's Query type. */
export const createQueries = (workspace: Workspace, views: Views) => ({
  viewer: () => views.user(requireRow(workspace.users, 'User', workspace.viewerId)),
  organization: views.organization,
  team: ({ id }: Identified) => views.team(requireRow(workspace.teams, 'Team', id)),
  teams: (page: Filtered) => views.filtered(workspace.teams.map(views.team), page),
  issue: ({ id }: Identified) => views.issue(requireIssue(workspace, id)),
  issues: (page: Filtered) => views.filtered(workspace.issues.map(views.issue), page),
  searchIssues: ({ term, teamId, includeComments, ...page }: Filtered & Search) =>
    views.filtered(
      workspace.issues
        .filter((issue) => !teamId || issue.teamId === teamId)
        .filter((issue) => holds(workspace, issue, term, includeComments === true))
        .map(views.issue),
      page,
    ),
  issueLabels: (page: Filtered) => views.filtered(workspace.labels.map(views.label), page),
  workflowStates: (page: Filtered) => views.filtered(workspace.states.map(views.state), page),
  project: ({ id }: Identified) => views.project(requireRow(workspace.projects, 'Project', id)),
  projects: (page: Filtered) => views.filtered(workspace.projects.map(views.project), page),
  user: ({ id }: Identified) => views.user(requireRow(workspace.users, 'User', id)),
  users: (page: Filtered) => views.filtered(workspace.users.map(views.user), page),
})

type Search = {
  readonly term: string
  readonly teamId?: string | null
  readonly includeComments?: boolean | null
}

/** Every word of the term must occur somewhere in the issue. */
const holds = (workspace: Workspace, issue: Issue, term: string, includeComments: boolean): boolean => {
  const key = workspace.teams.find(({ id }) => id === issue.teamId)?.key
  const comments = includeComments ? workspace.comments.filter(({ issueId }) => issueId === issue.id) : []
  const text = [
    `${key}-${issue.number}`,
    issue.title,
    issue.description ?? '',
    ...comments.map(({ body }) => body),
  ]
    .join('\n')
    .toLowerCase()
  return term
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
