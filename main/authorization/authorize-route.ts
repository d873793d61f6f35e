import type { IncomingMessage, ServerResponse } from 'node:http'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { requireMethod, untilClosed } from '../bridge/rest.ts'
import type { ReadLanguage } from '../connections/loopback-listener.ts'
import type { Onward } from '../pairing/asker.ts'
import type { AskedPairing, Pairings } from '../pairing/pairings.ts'
import type { AuthorizationCodes } from './authorization-codes.ts'
import { onwardOf, whoAsks, type AuthorizeRequest } from './authorize-request.ts'
import type { BridgeClient } from './client-metadata.ts'
import { OAuthProblem } from './oauth-problem.ts'
import { sendProblemPage, sendRedirect, sendWaitingPage } from './page.ts'
import { withAnswer } from './redirect-uri.ts'

export const AUTHORIZE_PATH = '/oauth/authorize'
const WAIT_PATH = '/oauth/authorize/wait/'
const CANCEL_PATH = '/oauth/authorize/cancel/'

interface AuthorizeDependencies {
  readonly pairings: Pairings
  readonly codes: AuthorizationCodes
  /** Of the pages. */
  readonly language: ReadLanguage
  /** @throws OAuthProblem invalid_client; HubError RATE_LIMITED */
  readonly clientOf: (clientId: string) => Promise<BridgeClient | undefined>
}

/** Serves the pages that a browser shows while the person decides (OAuth 2.1, 4.1.1). Never rejects. */
export type ServeAuthorize = (
  url: URL,
  issuer: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>

export function createAuthorizeRoute(dependencies: AuthorizeDependencies): ServeAuthorize {
  const { pairings, codes, language, clientOf } = dependencies
  const sendWaiting = (response: ServerResponse, { asker, code, secret }: AskedPairing): void => {
    const places = { next: `${WAIT_PATH}${secret}`, cancel: `${CANCEL_PATH}${secret}` }
    sendWaitingPage(response, language(), { name: asker.name, code, ...places })
  }
  const ask = async (url: URL, issuer: string, response: ServerResponse): Promise<void> => {
    const asked = await whoAsks(url.searchParams, clientOf)
    let onward: Onward
    try {
      onward = onwardOf(asked, issuer)
    } catch (error) {
      return sendRefusal(response, { ...asked, issuer }, error)
    }
    sendWaiting(response, pairings.open(askerOf(asked, onward)))
  }
  const answer = (pairing: AskedPairing, onward: Onward, response: ServerResponse): void => {
    if (pairing.state === 'waiting') return sendWaiting(response, pairing)
    if (pairing.state !== 'allowed') {
      const sentence = pairing.state === 'denied' ? 'The person said no.' : 'Nobody answered in time.'
      return sendRefusal(response, onward, new OAuthProblem('access_denied', sentence))
    }
    const code = codes.make(onward, pairings.take(pairing.secret))
    const { state, issuer: iss } = onward
    sendRedirect(response, withAnswer(onward.redirectUri, { code, state, iss }))
  }
  const wait = async (secret: string, response: ServerResponse): Promise<void> => {
    const { signal, done } = untilClosed(response)
    try {
      onwardIn(pairings.get(secret))
      const pairing = await pairings.wait(secret, signal)
      if (!signal.aborted) answer(pairing, onwardIn(pairing), response)
    } finally {
      done()
    }
  }
  const cancel = (secret: string, response: ServerResponse): void => {
    const onward = onwardIn(pairings.get(secret))
    pairings.cancel(secret)
    sendRefusal(response, onward, new OAuthProblem('access_denied', 'The person cancelled.'))
  }
  return async (url, issuer, request, response) => {
    try {
      requireMethod(request, 'GET')
      if (url.pathname === AUTHORIZE_PATH) return await ask(url, issuer, response)
      if (url.pathname.startsWith(WAIT_PATH))
        return await wait(url.pathname.slice(WAIT_PATH.length), response)
      if (!url.pathname.startsWith(CANCEL_PATH))
        throw new HubError('RESOURCE_NOT_FOUND', sentences.authorization.noPage)
      cancel(url.pathname.slice(CANCEL_PATH.length), response)
    } catch (error) {
      sendProblemPage(response, language(), error)
    }
  }
}

function askerOf({ client }: AuthorizeRequest, onward: Onward) {
  const { kind, name, appId } = client
  return { kind, name, wanted: [], onward, knownAppId: appId }
}

/** @throws HubError RESOURCE_NOT_FOUND for a program that polls */
function onwardIn({ asker }: AskedPairing): Onward {
  if (asker.onward === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.authorization.over)
  return asker.onward
}

/** @throws what is no answer for a client */
function sendRefusal(
  response: ServerResponse,
  { redirectUri, state, issuer: iss }: Pick<Onward, 'redirectUri' | 'state' | 'issuer'>,
  problem: unknown,
): void {
  if (!(problem instanceof OAuthProblem)) throw problem
  const said = { error: problem.code, error_description: problem.message, state, iss }
  sendRedirect(response, withAnswer(redirectUri, said))
}
