import { jsonAnswer, type SimulatedAnswer } from '../exchange.ts'
import { invalid, listAnswer, missing, notFound, type ApiCall } from './answers.ts'
import type { GitHubData, Issue } from './data.ts'
import { commentShape, issueShape } from './shapes.ts'

const timestamp = (): string => `${new Date().toISOString().slice(0, 19)}Z`

/** The issue or pull request a path names: /repos/{owner}/{repo}/issues/{number}. */
export const findIssue = (data: GitHubData, { path }: ApiCall): Issue | undefined =>
  data.issues.find(
    ({ repository, number }) => repository === repositoryName(path) && number === Number(path[4]),
  )

export const repositoryName = (path: readonly string[]): string => `${path[1]}/${path[2]}`

const byState = (call: ApiCall, issue: Issue): boolean => {
  const state = call.query.get('state') ?? 'open'
  return state === 'all' || issue.state === state
}

export const listIssues = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const issues = data.issues.filter(
    (issue) => issue.repository === repositoryName(call.path) && byState(call, issue),
  )
  return listAnswer(
    call,
    issues.toReversed().map((issue) => issueShape(data, issue)),
  )
}

export const createIssue = (data: GitHubData, { path, body }: ApiCall): SimulatedAnswer => {
  const { title } = body
  if (typeof title !== 'string' || title === '') return missing('Issue', 'title')
  const repository = repositoryName(path)
  const siblings = data.issues.filter((issue) => issue.repository === repository)
  const issue: Issue = {
    id: Math.max(...data.issues.map(({ id }) => id)) + 1,
    repository,
    number: Math.max(0, ...siblings.map(({ number }) => number)) + 1,
    author: data.login,
    createdAt: timestamp(),
    updatedAt: timestamp(),
    pull: null,
    title,
    body: typeof body['body'] === 'string' ? body['body'] : null,
    state: 'open',
    stateReason: null,
    labels: texts(body['labels']),
    assignees: texts(body['assignees']),
  }
  data.issues.push(issue)
  return jsonAnswer(201, issueShape(data, issue), { location: issueShape(data, issue).url })
}

export const updateIssue = (data: GitHubData, issue: Issue, { body }: ApiCall): SimulatedAnswer => {
  const { state } = body
  if (state !== undefined && state !== 'open' && state !== 'closed') {
    return invalid({ resource: 'Issue', field: 'state', code: 'invalid' })
  }
  if (typeof body['title'] === 'string') issue.title = body['title']
  if (typeof body['body'] === 'string') issue.body = body['body']
  if (body['labels'] !== undefined) issue.labels = texts(body['labels'])
  if (body['assignees'] !== undefined) issue.assignees = texts(body['assignees'])
  if (state) {
    issue.state = state
    issue.stateReason =
      state === 'closed'
        ? typeof body['state_reason'] === 'string'
          ? body['state_reason']
          : 'completed'
        : null
  }
  issue.updatedAt = timestamp()
  return jsonAnswer(200, issueShape(data, issue))
}

export const listComments = (data: GitHubData, issue: Issue, call: ApiCall): SimulatedAnswer =>
  listAnswer(
    call,
    data.comments
      .filter((comment) => comment.repository === issue.repository && comment.issue === issue.number)
      .map(commentShape),
  )

export const createComment = (data: GitHubData, issue: Issue, { body }: ApiCall): SimulatedAnswer => {
  const text = body['body']
  if (typeof text !== 'string' || text === '') return missing('IssueComment', 'body')
  const comment = {
    id: Math.max(0, ...data.comments.map(({ id }) => id)) + 1,
    repository: issue.repository,
    issue: issue.number,
    author: data.login,
    body: text,
    createdAt: timestamp(),
  }
  data.comments.push(comment)
  return jsonAnswer(201, commentShape(comment), { location: commentShape(comment).url })
}

export const orNotFound = (
  issue: Issue | undefined,
  answer: (issue: Issue) => SimulatedAnswer,
): SimulatedAnswer => (issue ? answer(issue) : notFound())

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
