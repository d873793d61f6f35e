import type { ServerResponse } from 'node:http'
import { knownError, sendJson } from '../bridge/http-error.ts'
import type { HubError } from '../../preload/contract/errors.ts'
import { verbatim, type Sentence } from '../../preload/contract/sentence.ts'

export type OAuthCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_target'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_client_metadata'
  | 'invalid_redirect_uri'
  | 'access_denied'
  | 'temporarily_unavailable'
  | 'server_error'

/** An error in the words of OAuth (RFC 6749 4.1.2.1 and 5.2, RFC 7591 3.2.2, RFC 8707 2). */
export class OAuthProblem extends Error {
  override readonly name = 'OAuthProblem'

  /** What the page says, where there is one. */
  readonly sentence: Sentence

  /** @param sentence in English plain ASCII, as `error_description` has to be; a text is for programs alone */
  constructor(
    readonly code: OAuthCode,
    sentence: Sentence | string,
    readonly status = 400,
  ) {
    super(String(sentence))
    this.sentence = typeof sentence === 'string' ? verbatim(sentence) : sentence
  }
}

/** The status and the word for errors of the bridge itself. */
const OF_BRIDGE: Partial<Record<HubError['code'], readonly [number, OAuthCode]>> = {
  RATE_LIMITED: [429, 'temporarily_unavailable'],
  PAYLOAD_TOO_LARGE: [413, 'invalid_request'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'invalid_request'],
  METHOD_NOT_ALLOWED: [405, 'invalid_request'],
  INVALID_PARAMS: [400, 'invalid_request'],
}

/** Answers with `{ "error": …, "error_description": … }`. */
export function sendProblem(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const problem = error instanceof OAuthProblem ? error : ofBridge(error)
  const wait = error instanceof OAuthProblem ? undefined : knownError(error).details?.['retryAfterSeconds']
  if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
  // A body that was not read would otherwise be taken for the next request on this connection.
  if (!response.req.complete) response.setHeader('connection', 'close')
  sendJson(response, problem.status, { error: problem.code, error_description: problem.message })
}

function ofBridge(error: unknown): OAuthProblem {
  const known = knownError(error)
  const [status, code] = OF_BRIDGE[known.code] ?? [500, 'server_error']
  return new OAuthProblem(code, known.message.replaceAll(/[^\x20-\x7e]|["\\]/g, '?'), status)
}
