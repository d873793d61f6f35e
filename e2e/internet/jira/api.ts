import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { answerByRoutes, routesOf, type FieldProblem, type Route } from '../rest.ts'
import { jiraTime, type Comment, type Issue, type JiraData, type Person } from './data.ts'

const route = routesOf<JiraData>()
const count = z.string().regex(/^\d+$/).optional()

const failure = (status: number, message: string): SimulatedAnswer =>
  jsonAnswer(status, { errorMessages: [message], errors: {} })

const jira = {
  noSuchPath: (): SimulatedAnswer => jsonAnswer(404, { message: 'null for uri', 'status-code': 404 }),
  notJson: (): SimulatedAnswer =>
    failure(400, 'Invalid request payload. Refer to the REST API documentation and try again.'),
  invalid: ({ field, kind }: FieldProblem): SimulatedAnswer =>
    jsonAnswer(400, { errorMessages: [], errors: { [field]: `is ${kind}` } }),
}

const noIssue = (): SimulatedAnswer =>
  failure(404, 'Issue does not exist or you do not have permission to see it.')

const personShape = ({ host }: JiraData, person: Person) => ({
  self: `https://${host}/rest/api/3/user?accountId=${person.accountId}`,
  ...person,
  accountType: 'atlassian',
  active: true,
  timeZone: 'Europe/London',
})

const commentShape = (data: JiraData, { id, author, body, created }: Comment) => ({
  self: `https://${data.host}/rest/api/3/issue/20001/comment/${id}`,
  id,
  author: personShape(data, author),
  updateAuthor: personShape(data, author),
  body,
  created,
  updated: created,
  jsdPublic: true,
})

const issueShape = (data: JiraData, { id, key, summary, description, comments }: Issue) => ({
  expand: 'names,schema',
  id,
  key,
  self: `https://${data.host}/rest/api/3/issue/${id}`,
  fields: {
    summary,
    description,
    status: { name: 'To Do', statusCategory: { key: 'new' } },
    issuetype: { name: 'Bug', subtask: false },
    priority: { name: 'High' },
    assignee: personShape(data, data.me),
    reporter: personShape(data, data.me),
    project: { key: key.split('-')[0], name: 'Looms' },
    labels: [],
    issuelinks: [],
    resolution: null,
    duedate: null,
    created: comments[0]?.created ?? null,
    updated: comments[0]?.created ?? null,
  },
})

const withIssue = (
  data: JiraData,
  wanted: string | undefined,
  answer: (issue: Issue) => SimulatedAnswer,
): SimulatedAnswer => {
  const issue = data.issues.find(({ id, key }) => wanted === id || wanted === key)
  return issue ? answer(issue) : noIssue()
}

const routes: readonly Route<JiraData>[] = [
  route('GET /rest/api/3/myself', {}, (data) => jsonAnswer(200, personShape(data, data.me))),
  route(
    'GET /rest/api/3/project/search',
    { query: z.strictObject({ query: z.string().optional(), startAt: count, maxResults: count }) },
    ({ host, projects }, { query: { query = '', startAt = '0', maxResults = '50' } }) => {
      const found = projects.filter(({ key, name }) =>
        `${key} ${name}`.toLowerCase().includes(query.toLowerCase()),
      )
      const end = Number(startAt) + Number(maxResults)
      const values = found.slice(Number(startAt), end).map(({ id, ...project }) => ({
        self: `https://${host}/rest/api/3/project/${id}`,
        id,
        ...project,
        projectTypeKey: 'software',
        style: 'classic',
      }))
      return jsonAnswer(200, {
        startAt: Number(startAt),
        total: found.length,
        isLast: end >= found.length,
        values,
      })
    },
  ),
  route(
    'GET /rest/api/3/issue/{key}',
    { query: z.strictObject({ fields: z.string().optional() }) },
    (data, { path }) => withIssue(data, path['key'], (issue) => jsonAnswer(200, issueShape(data, issue))),
  ),
  route(
    'GET /rest/api/3/issue/{key}/comment',
    {
      query: z.strictObject({ startAt: count, maxResults: count, orderBy: z.literal('-created').optional() }),
    },
    (data, { path }) =>
      withIssue(data, path['key'], ({ comments }) =>
        jsonAnswer(200, {
          startAt: 0,
          maxResults: 100,
          total: comments.length,
          comments: comments.toReversed().map((comment) => commentShape(data, comment)),
        }),
      ),
  ),
  route(
    'POST /rest/api/3/issue/{key}/comment',
    { body: z.strictObject({ body: z.looseObject({ type: z.literal('doc'), version: z.literal(1) }) }) },
    (data, { path, body }) =>
      withIssue(data, path['key'], ({ comments }) => {
        const id = String(40_001 + comments.length)
        const comment = { id, author: data.me, body: body.body, created: jiraTime(Date.now()) }
        comments.push(comment)
        return jsonAnswer(201, commentShape(data, comment))
      }),
  ),
]

/** Answers an authenticated request of the site's REST API. */
export const answerApi = (data: JiraData, request: SimulatedRequest): SimulatedAnswer =>
  answerByRoutes(routes, jira, data, request)
