import { toConnection, type PageArguments } from './connection.ts'
import { passes } from './filter.ts'
import type { Comment, Issue, Label, Person, Project, State, Team, Workspace } from './workspace.ts'

type FilteredPage = PageArguments & { readonly filter?: Record<string, unknown> | null }
type Listed = Parameters<typeof toConnection>[0][number]

const priorityLabels = ['No priority', 'Urgent', 'High', 'Medium', 'Low']

/** The rows of a workspace as GraphQL sees them: relations are functions, answered when asked for. */
export const createViews = (workspace: Workspace) => {
  const address = `https://linear.app/${workspace.organization.urlKey}`
  const byId = <T extends { readonly id: string }>(rows: readonly T[], id: string | null): T | undefined =>
    rows.find((row) => row.id === id)
  const related = <T extends { readonly id: string }, V>(
    rows: readonly T[],
    id: string | null,
    view: (row: T) => V,
  ) => {
    const row = byId(rows, id)
    return row ? view(row) : null
  }
  const filtered = <V extends Listed>(views: readonly V[], { filter, ...page }: FilteredPage) =>
    toConnection(filter ? views.filter((view) => passes(view as never, filter)) : views, page)

  const organization = () => ({ ...workspace.organization, logoUrl: null, userCount: workspace.users.length })

  const user = (row: Person) => ({
    ...row,
    active: true,
    admin: row.id === workspace.viewerId,
    guest: false,
    isMe: row.id === workspace.viewerId,
    avatarUrl: null,
    timezone: 'Europe/London',
    url: `${address}/profiles/${row.displayName}`,
    organization,
    assignedIssues: (page: FilteredPage) =>
      filtered(workspace.issues.filter(({ assigneeId }) => assigneeId === row.id).map(issue), page),
  })

  const team = (row: Team) => ({
    ...row,
    displayName: row.name,
    color: '#5e6ad2',
    icon: null,
    timezone: 'Europe/London',
    archivedAt: null,
    organization,
    states: (page: FilteredPage) =>
      filtered(workspace.states.filter(({ teamId }) => teamId === row.id).map(state), page),
    issues: (page: FilteredPage) =>
      filtered(workspace.issues.filter(({ teamId }) => teamId === row.id).map(issue), page),
  })

  const state = (row: State) => ({
    ...row,
    description: null,
    archivedAt: null,
    team: () => related(workspace.teams, row.teamId, team),
  })

  const project = (row: Project) => ({
    ...row,
    content: null,
    status: { id: row.id, name: row.state, type: row.state, color: '#f2c94c' },
    slugId: row.id.slice(0, 12),
    url: `${address}/project/${slug(row.name)}-${row.id.slice(0, 12)}`,
    color: '#5e6ad2',
    progress: 0.4,
    startDate: null,
    archivedAt: null,
    lead: () => related(workspace.users, row.leadId, user),
    teams: (page: FilteredPage) => filtered(workspace.teams.map(team), page),
  })

  const label = (row: Label) => ({
    ...row,
    description: null,
    isGroup: false,
    team: () => related(workspace.teams, row.teamId, team),
  })

  const comment = (row: Comment): Comment & Record<string, unknown> => ({
    ...row,
    url: `${related(workspace.issues, row.issueId, issue)?.url}#comment-${row.id.slice(0, 8)}`,
    editedAt: null,
    user: () => related(workspace.users, row.userId, user),
    parent: () => related(workspace.comments, row.parentId, comment),
    issue: () => related(workspace.issues, row.issueId, issue),
  })

  const issue = (row: Issue): Row & Issue => {
    const identifier = `${byId(workspace.teams, row.teamId)?.key}-${row.number}`
    const type = byId(workspace.states, row.stateId)?.type
    return {
      ...row,
      identifier,
      url: `${address}/issue/${identifier}/${slug(row.title)}`,
      branchName: `ada/${identifier.toLowerCase()}-${slug(row.title)}`,
      priorityLabel: priorityLabels[row.priority] ?? 'No priority',
      startedAt: type === 'started' ? row.updatedAt : null,
      completedAt: type === 'completed' ? row.updatedAt : null,
      canceledAt: type === 'canceled' ? row.updatedAt : null,
      state: () => related(workspace.states, row.stateId, state),
      team: () => related(workspace.teams, row.teamId, team),
      assignee: () => related(workspace.users, row.assigneeId, user),
      creator: () => related(workspace.users, row.creatorId, user),
      project: () => related(workspace.projects, row.projectId, project),
      parent: () => related(workspace.issues, row.parentId, issue),
      labels: (page: FilteredPage) =>
        filtered(workspace.labels.filter(({ id }) => row.labelIds.includes(id)).map(label), page),
      comments: (page: PageArguments) =>
        toConnection(workspace.comments.filter(({ issueId }) => issueId === row.id).map(comment), page),
    }
  }

  return { organization, user, team, state, project, label, comment, issue, filtered }
}

export type Views = ReturnType<typeof createViews>

type Row = { readonly identifier: string; readonly url: string } & Record<string, unknown>

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
