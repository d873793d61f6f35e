import { jsonAnswer, parseJson, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { failure, listAnswer, notFound, type ApiCall } from './answers.ts'
import { readContents } from './contents.ts'
import type { GitHubData, Issue } from './data.ts'
import * as issues from './issues.ts'
import { changedFiles, pullShape } from './pull-shapes.ts'
import { listPulls, mergePull } from './pulls.ts'
import { searchCode, searchIssues } from './search.ts'
import { fullName, issueShape, notificationShape, repositoryShape, userShape } from './shapes.ts'

type Route = readonly [
  method: string,
  pattern: RegExp,
  answer: (data: GitHubData, call: ApiCall) => SimulatedAnswer,
]

const onIssue =
  (answer: (data: GitHubData, issue: Issue, call: ApiCall) => SimulatedAnswer) =>
  (data: GitHubData, call: ApiCall) =>
    issues.orNotFound(issues.findIssue(data, call), (issue) => answer(data, issue, call))

const onPull = (answer: (data: GitHubData, issue: Issue, call: ApiCall) => SimulatedAnswer) =>
  onIssue((data, issue, call) => (issue.pull ? answer(data, issue, call) : notFound()))

const repository = String.raw`^repos/[^/]+/[^/]+`
const route = (method: string, path: string, answer: Route[2]): Route => [
  method,
  new RegExp(`${path}$`),
  answer,
]

const routes: readonly Route[] = [
  route('GET', '^user', (data) => jsonAnswer(200, viewer(data))),
  route('GET', '^user/repos', (data, call) => listRepositories(data, call)),
  route('GET', '^search/issues', searchIssues),
  route('GET', '^search/code', searchCode),
  route('GET', '^notifications', (data, call) => listNotifications(data, call)),
  route('GET', repository, (data, call) => oneRepository(data, call)),
  route('GET', `${repository}/issues`, issues.listIssues),
  route('POST', `${repository}/issues`, issues.createIssue),
  route(
    'GET',
    `${repository}/issues/\\d+`,
    onIssue((data, issue) => jsonAnswer(200, issueShape(data, issue))),
  ),
  route('PATCH', `${repository}/issues/\\d+`, onIssue(issues.updateIssue)),
  route('GET', `${repository}/issues/\\d+/comments`, onIssue(issues.listComments)),
  route('POST', `${repository}/issues/\\d+/comments`, onIssue(issues.createComment)),
  route('GET', `${repository}/pulls`, listPulls),
  route(
    'GET',
    `${repository}/pulls/\\d+`,
    onPull((data, issue) => jsonAnswer(200, pullShape(data, issue))),
  ),
  route(
    'GET',
    `${repository}/pulls/\\d+/files`,
    onPull((_data, issue, call) => listAnswer(call, changedFiles(issue))),
  ),
  route(
    'PUT',
    `${repository}/pulls/\\d+/merge`,
    onPull((_data, issue, call) => mergePull(issue, call)),
  ),
  route('GET', `${repository}/contents(/.*)?`, readContents),
]

/** Answers an authenticated request of the REST API. */
export const answerApi = (data: GitHubData, request: SimulatedRequest): SimulatedAnswer => {
  const path = request.url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const parsed = request.body === '' ? {} : parseJson(request.body)
  if (typeof parsed !== 'object' || parsed === null) return failure(400, 'Problems parsing JSON')
  const call: ApiCall = {
    path,
    query: request.url.searchParams,
    body: parsed as Record<string, unknown>,
    accept: request.headers['accept'] ?? '',
    url: request.url,
  }
  const known =
    path[0] !== 'repos' || data.repositories.some((row) => fullName(row) === issues.repositoryName(path))
  const found = routes.find(([method, pattern]) => method === request.method && pattern.test(path.join('/')))
  return known && found ? found[2](data, call) : notFound()
}

const viewer = (data: GitHubData) => ({
  ...userShape(data.login),
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  company: 'Meridian',
  public_repos: data.repositories.filter((row) => row.owner === data.login && !row.private).length,
  plan: { name: 'pro', space: 976_562_499, collaborators: 0, private_repos: 9999 },
})

const listRepositories = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const visibility = call.query.get('visibility') ?? 'all'
  const rows = data.repositories
    .filter((row) => visibility === 'all' || row.private === (visibility === 'private'))
    .sort((one, other) =>
      call.query.get('sort') === 'pushed' || call.query.get('sort') === 'updated'
        ? other.pushedAt.localeCompare(one.pushedAt)
        : fullName(one).localeCompare(fullName(other)),
    )
  return listAnswer(
    call,
    rows.map((row) => repositoryShape(data, row)),
  )
}

const oneRepository = (data: GitHubData, { path }: ApiCall): SimulatedAnswer => {
  const row = data.repositories.find((candidate) => fullName(candidate) === issues.repositoryName(path))
  return row ? jsonAnswer(200, repositoryShape(data, row)) : notFound()
}

const listNotifications = (data: GitHubData, call: ApiCall): SimulatedAnswer => {
  const rows = data.notifications.filter(({ unread }) => unread || call.query.get('all') === 'true')
  return listAnswer(
    call,
    rows.map((row) => notificationShape(data, row)),
  )
}
