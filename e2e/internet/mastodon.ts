import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest, type Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { answerApi } from './mastodon/api.ts'
import { createMastodonData, type MastodonData } from './mastodon/data.ts'
import { answerToken, isForPerson, registerApp, startMastodonOAuth } from './mastodon/oauth.ts'
import { forward } from './oauth/loopback.ts'

export type SimulatedMastodon = {
  /** The data, to look at and to change. */
  readonly data: MastodonData
  /** Makes the next requests of programs fail; `path` chooses which, by prefix: `/api/v1/apps`. */
  failNext(failure: Failure): void
  clearFailures(): void
}

const host = 'fedi.example.org'

/** Starts one simulated Mastodon server, where apps register themselves. */
export const startMastodon = async (): Promise<{
  readonly site: Site
  readonly control: SimulatedMastodon
}> => {
  const failures = createFailures()
  const data = createMastodonData(host, Date.now())
  const server = await startMastodonOAuth(host, 'ada@example.com')

  const answerProgram = async (request: SimulatedRequest): Promise<SimulatedAnswer> => {
    const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1]
    const found = await server.findAccessToken(token ?? '')
    if (!found) return jsonAnswer(401, { error: 'The access token is invalid' })
    return answerApi(data, request, new Set(found.scope?.split(' ')))
  }

  return {
    control: { data, failNext: failures.add, clearFailures: failures.clear },
    site: {
      hosts: [host],
      async answer(request) {
        if (isForPerson(request)) return forward(server.port, request)
        const failed = await failures.take(request)
        if (failed) return failed
        const step = `${request.method} ${request.url.pathname}`
        if (step === 'POST /api/v1/apps') return registerApp(server, request)
        if (step === 'POST /oauth/token') return answerToken(server, request)
        if (step === 'POST /oauth/revoke') return forward(server.port, request)
        return answerProgram(request)
      },
      stop: server.stop,
    },
  }
}
