import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest, type Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { answerApi } from './jira/api.ts'
import { createJiraData, type JiraData } from './jira/data.ts'

export type SimulatedJira = {
  /** The data, to look at and to change. */
  readonly data: JiraData
  /** Makes the next requests fail; `path` chooses which, by prefix. */
  failNext(failure: Failure): void
  clearFailures(): void
}

const host = 'acme.atlassian.net'
const credential = `Basic ${Buffer.from('ada@example.com:ATATT-valid').toString('base64')}`

/** Starts one simulated site of Jira Cloud, for one person with an API token. */
export const startJira = (): { readonly site: Site; readonly control: SimulatedJira } => {
  const failures = createFailures()
  const data = createJiraData(host, Date.now())
  const answerProgram = (request: SimulatedRequest): SimulatedAnswer =>
    request.headers['authorization'] === credential ? answerApi(data, request) : unauthenticated()
  return {
    control: { data, failNext: failures.add, clearFailures: failures.clear },
    site: {
      hosts: [host],
      answer: async (request) => (await failures.take(request)) ?? answerProgram(request),
    },
  }
}

const unauthenticated = (): SimulatedAnswer =>
  jsonAnswer(
    401,
    { message: 'Client must be authenticated to access this resource.', 'status-code': 401 },
    { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
  )
