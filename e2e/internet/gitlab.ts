import {
  bodyParameters,
  jsonAnswer,
  type SimulatedAnswer,
  type SimulatedRequest,
  type Site,
} from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { scopeMissing, unauthenticated } from './gitlab/answers.ts'
import { answerApi } from './gitlab/api.ts'
import { createGitLabData, type GitLabData } from './gitlab/data.ts'
import { answerPerson, createTokenEndpoint, isForPerson, startGitLabOAuth } from './gitlab/oauth.ts'
import type { GitLabServer } from './gitlab/servers.ts'
import { forward } from './oauth/loopback.ts'

type TokenRequest = {
  readonly grantType: string
  readonly clientId: string
  readonly status: number
  readonly at: number
}

export type SimulatedGitLab = {
  /** How long the next access tokens live, in seconds. */
  accessTokenSeconds: number
  /** How long a program has to wait between two questions about a device code, in seconds. */
  pollSeconds: number
  /** The data, to look at and to change. */
  readonly data: GitLabData
  /** Makes the next requests of programs fail; `path` chooses which, by prefix: `/oauth/token`, `/api/v4`. */
  failNext(failure: Failure): void
  clearFailures(): void
  tokenRequests(): readonly TokenRequest[]
  /** The tokens ended at the revocation endpoint, oldest first. */
  revoked(): readonly string[]
  /** Ends every grant, as the person can in their settings: no token works any more. */
  endGrants(): Promise<void>
}

/** Starts one simulated GitLab: a host with pages for people, OAuth endpoints and the API. */
export const startGitLab = async (
  settings: GitLabServer,
): Promise<{ readonly site: Site; readonly control: SimulatedGitLab }> => {
  const failures = createFailures()
  const tokenRequests: TokenRequest[] = []
  const revoked: string[] = []
  const data = createGitLabData(settings, Date.now())
  const control: SimulatedGitLab = {
    accessTokenSeconds: 7_200,
    pollSeconds: 5,
    data,
    failNext: failures.add,
    clearFailures: failures.clear,
    tokenRequests: () => tokenRequests,
    revoked: () => revoked,
    endGrants: () => server.revokeAll(),
  }
  const server = await startGitLabOAuth(settings, () => control.accessTokenSeconds)
  const endpoint = createTokenEndpoint(server, () => control.pollSeconds)

  const answerToken = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const { grant_type: grantType = '', client_id: clientId = '' } = bodyParameters(request)
    const answer = (await failures.take(request)) ?? (await endpoint.answer(request))
    tokenRequests.push({ grantType, clientId, status: answer.status, at: request.at })
    return answer
  }
  const answerProgram = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    if (token === settings.personalToken) return answerApi(data, request)
    const found = await server.findAccessToken(token ?? '')
    if (!found) return unauthenticated(token !== undefined)
    return found.scope?.split(' ').includes('api') ? answerApi(data, request) : scopeMissing()
  }
  const answerRevocation = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const answer = await forward(server.port, request)
    if (answer.status === 200) revoked.push(bodyParameters(request)['token'] ?? '')
    return answer.status === 200 ? jsonAnswer(200, {}) : answer
  }

  return {
    control,
    site: {
      hosts: [settings.host],
      async answer(request) {
        if (isForPerson(request)) return answerPerson(server, request)
        const step = `${request.method} ${request.url.pathname}`
        if (step === 'POST /oauth/token') return answerToken(request)
        const failed = await failures.take(request)
        if (failed) return failed
        if (step === 'POST /oauth/authorize_device') return endpoint.requestCode(request)
        if (step === 'POST /oauth/revoke') return answerRevocation(request)
        return answerProgram(request)
      },
      stop: server.stop,
    },
  }
}
