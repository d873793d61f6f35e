import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest, type Site } from './exchange.ts'
import { createFailures, type Failure } from './failures.ts'
import { answerApi, createZoomData, type ZoomData } from './zoom/api.ts'
import { createZoomTokens, zoomApp } from './zoom/oauth.ts'

export type SimulatedZoom = {
  /** How long the next tokens live, in seconds. */
  tokenSeconds: number
  /** The secret that the app has now, when somebody has made a new one. */
  appSecret: string
  /** Ends every token there is, before its time. */
  endTokens(): void
  /** The data, to look at and to change. */
  readonly data: ZoomData
  /** Makes the next requests fail; `path` chooses which, by prefix: `/oauth/token`, `/v2/users`. */
  failNext(failure: Failure): void
  clearFailures(): void
  /** How the requests for tokens were answered, oldest first. */
  tokenRequests(): readonly number[]
}

/** Starts the simulated Zoom, as far as Server-to-Server OAuth apps use it. */
export const startZoom = (): { readonly site: Site; readonly control: SimulatedZoom } => {
  const failures = createFailures()
  const tokenRequests: number[] = []
  const control: SimulatedZoom = {
    tokenSeconds: 3_599,
    appSecret: zoomApp.client_secret,
    endTokens: () => tokens.end(),
    data: createZoomData(Date.now()),
    failNext: failures.add,
    clearFailures: failures.clear,
    tokenRequests: () => tokenRequests,
  }
  const tokens = createZoomTokens(control)

  const answerProgram = (request: SimulatedRequest): SimulatedAnswer => {
    const checked = tokens.check(request)
    if (checked === 'valid') return answerApi(control.data, request)
    const message = checked === 'ended' ? 'Access token is expired.' : 'Invalid access token.'
    return jsonAnswer(401, { code: 124, message })
  }

  return {
    control,
    site: {
      hosts: ['zoom.us', 'api.zoom.us'],
      async answer(request) {
        const failed = await failures.take(request)
        if (request.url.hostname === 'api.zoom.us') return failed ?? answerProgram(request)
        if (`${request.method} ${request.url.pathname}` !== 'POST /oauth/token') return { status: 404 }
        const answer = failed ?? tokens.issue(request)
        tokenRequests.push(answer.status)
        return answer
      },
    },
  }
}
