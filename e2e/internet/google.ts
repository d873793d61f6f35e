import {
  bodyParameters,
  jsonAnswer,
  type SimulatedAnswer,
  type SimulatedRequest,
  type Site,
} from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { unauthenticated } from './google/answers.ts'
import { answerApi } from './google/api.ts'
import { createMailbox, type Mailbox } from './google/mailbox.ts'
import { answerPerson, answerRevocation, answerToken, startGoogleOAuth } from './google/oauth.ts'

type TokenRequest = { readonly grantType: string; readonly status: number }

export type SimulatedGoogle = {
  /** How long the next access tokens live, in seconds. */
  accessTokenSeconds: number
  /** The mail, to look at and to change. */
  readonly mailbox: Mailbox
  /** Makes the next requests of programs fail, at any of their hosts; `path` chooses which, by prefix. */
  failNext(failure: Failure): void
  clearFailures(): void
  tokenRequests(): readonly TokenRequest[]
  /** The tokens ended at the revocation endpoint, oldest first. */
  revoked(): readonly string[]
}

/** Starts the simulated Google: accounts.google.com for people, OAuth endpoints and Gmail for programs. */
export const startGoogle = async (): Promise<{ readonly site: Site; readonly control: SimulatedGoogle }> => {
  const failures = createFailures()
  const tokenRequests: TokenRequest[] = []
  const revoked: string[] = []
  const mailbox = createMailbox('ada@example.com', Date.now())
  const control: SimulatedGoogle = {
    accessTokenSeconds: 3599,
    mailbox,
    failNext: failures.add,
    clearFailures: failures.clear,
    tokenRequests: () => tokenRequests,
    revoked: () => revoked,
  }
  const server = await startGoogleOAuth(mailbox.email, () => control.accessTokenSeconds)

  const answerOAuth = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const step = `${request.method} ${request.url.pathname}`
    if (step === 'POST /revoke') {
      const { answer, token } = await answerRevocation(server, request)
      if (answer.status === 200) revoked.push(token)
      return answer
    }
    return step === 'POST /token' ? answerToken(server, request) : jsonAnswer(404, { error: 'not_found' })
  }
  const answerProgram = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    const found = await server.findAccessToken(token ?? '')
    return found ? answerApi(mailbox, request, new Set(found.scope?.split(' '))) : unauthenticated()
  }

  return {
    control,
    site: {
      hosts: ['accounts.google.com', 'oauth2.googleapis.com', 'gmail.googleapis.com', 'www.googleapis.com'],
      async answer(request) {
        const { hostname, pathname } = request.url
        if (hostname === 'accounts.google.com') return answerPerson(server, request)
        const failed = await failures.take(request)
        if (hostname !== 'oauth2.googleapis.com') return failed ?? answerProgram(request)
        const answer = failed ?? (await answerOAuth(request))
        if (pathname === '/token') {
          const { grant_type: grantType = '' } = bodyParameters(request)
          tokenRequests.push({ grantType, status: answer.status })
        }
        return answer
      },
      stop: server.stop,
    },
  }
}
