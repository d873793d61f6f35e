import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { answerByRoutes, routesOf, type Route } from '../rest.ts'
import { gitlab, notFound, pageAnswer } from './answers.ts'
import type { GitLabData, Issue, Project } from './data.ts'
import { currentUserShape, issueShape, projectShape } from './shapes.ts'

const route = routesOf<GitLabData>()
const count = z.string().regex(/^[1-9]\d*$/)
const page = { page: count.optional(), per_page: count.optional() }

const findProject = ({ projects }: GitLabData, wanted = ''): Project | undefined =>
  projects.find(({ id, path }) => String(id) === wanted || path === wanted)

const newestFirst = <T extends { readonly createdAt: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))

const listProjects = route(
  'GET /api/v4/projects',
  {
    query: z.strictObject({
      membership: z.literal('true').optional(),
      simple: z.literal('true').optional(),
      order_by: z.literal('last_activity_at').optional(),
      search: z.string().optional(),
      ...page,
    }),
  },
  (data, { query }) => {
    const { search = '' } = query
    const rows = data.projects
      .filter(({ path }) => path.includes(search))
      .toSorted((one, other) => other.lastActivityAt.localeCompare(one.lastActivityAt))
      .map((project) => projectShape(data, project))
    return pageAnswer(`https://${data.host}/api/v4/projects`, query, rows)
  },
)

const listIssues = route(
  'GET /api/v4/projects/{id}/issues',
  {
    query: z.strictObject({
      state: z.enum(['opened', 'closed', 'all']).optional(),
      search: z.string().optional(),
      labels: z.string().optional(),
      assignee_username: z.string().optional(),
      ...page,
    }),
  },
  (data, { path, query }) => {
    const project = findProject(data, path['id'])
    if (!project) return notFound('Project')
    const rows = newestFirst(data.issues)
      .filter((issue) => issue.projectId === project.id && isMeant(issue, query))
      .map((issue) => issueShape(data, issue))
    return pageAnswer(`https://${data.host}/api/v4/projects/${project.id}/issues`, query, rows)
  },
)

type Filter = {
  readonly state?: string | undefined
  readonly search?: string | undefined
  readonly labels?: string | undefined
  readonly assignee_username?: string | undefined
}

const isMeant = (
  issue: Issue,
  { state = 'all', search = '', labels, assignee_username: who }: Filter,
): boolean =>
  (state === 'all' || issue.state === state) &&
  `${issue.title}\n${issue.description ?? ''}`.toLowerCase().includes(search.toLowerCase()) &&
  (labels?.split(',') ?? []).every((label) => issue.labels.includes(label)) &&
  (who === undefined || issue.assignee === who)

const getIssue = route('GET /api/v4/projects/{id}/issues/{number}', {}, (data, { path }) => {
  const project = findProject(data, path['id'])
  if (!project) return notFound('Project')
  const issue = data.issues.find(
    (row) => row.projectId === project.id && String(row.number) === path['number'],
  )
  return issue ? jsonAnswer(200, issueShape(data, issue)) : notFound('Issue')
})

const createIssue = route(
  'POST /api/v4/projects/{id}/issues',
  {
    body: z.strictObject({
      title: z.string().min(1),
      description: z.string().optional(),
      labels: z.string().optional(),
      due_date: z.iso.date().optional(),
    }),
  },
  (data, { path, body }) => {
    const project = findProject(data, path['id'])
    if (!project) return notFound('Project')
    const now = new Date().toISOString()
    const issue: Issue = {
      id: 5_000 + data.issues.length,
      projectId: project.id,
      number: 1 + data.issues.filter(({ projectId }) => projectId === project.id).length,
      author: data.user.username,
      createdAt: now,
      updatedAt: now,
      title: body.title,
      description: body.description ?? null,
      state: 'opened',
      labels: body.labels?.split(',').filter(Boolean) ?? [],
      assignee: null,
      dueDate: body.due_date ?? null,
    }
    data.issues.push(issue)
    project.lastActivityAt = now
    return jsonAnswer(201, issueShape(data, issue))
  },
)

const routes: readonly Route<GitLabData>[] = [
  route('GET /api/v4/user', {}, (data) => jsonAnswer(200, currentUserShape(data))),
  listProjects,
  listIssues,
  getIssue,
  createIssue,
]

/** Answers an authenticated request of the REST API. */
export const answerApi = (data: GitLabData, request: SimulatedRequest): SimulatedAnswer =>
  answerByRoutes(routes, gitlab, data, request)
