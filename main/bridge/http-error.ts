import type { ServerResponse } from 'node:http'
import { bearerChallenge } from '../authorization/metadata.ts'
import { errorAnswer } from './action-failed.ts'
import { HubError, type ErrorBody, type ErrorCode } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'

/** HTTP status of each code; every other one is 500. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  TOOL_BLOCKED: 403,
  APPROVAL_DENIED: 403,
  RESOURCE_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  APPROVAL_EXPIRED: 408,
  APPROVAL_WITHDRAWN: 408,
  INTEGRATIONS_NOT_CONFIGURED: 409,
  INTEGRATIONS_NOT_CONNECTED: 409,
  ACCOUNT_AMBIGUOUS: 409,
  RECONNECT_REQUIRED: 409,
  SCOPE_MISSING: 403,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INVALID_PARAMS: 422,
  VAULT_LOCKED: 423,
  RATE_LIMITED: 429,
  INTEGRATIONS_EXECUTION_FAILED: 502,
  NETWORK: 502,
  TIMEOUT: 504,
}

/** A refusal whose HTTP status says more than the usual one of its code. */
export class HttpRefusal extends HubError {
  constructor(
    readonly status: number,
    code: ErrorCode,
    sentence: Sentence,
    details?: ErrorBody['details'],
  ) {
    super(code, sentence, details)
  }
}

/** @returns the HTTP status that goes with an error */
export function statusOf(error: HubError): number {
  return error instanceof HttpRefusal ? error.status : (STATUS[error.code] ?? 500)
}

/** Normalises whatever was thrown; of an unknown error nothing leaves. */
export function knownError(error: unknown): HubError {
  return error instanceof HubError ? error : new HubError('INTERNAL', sentences.bridge.failed)
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}

export function sendError(response: ServerResponse, error: unknown): void {
  if (response.writableEnded) return
  if (response.headersSent) return void response.destroy()
  const known = knownError(error)
  const status = statusOf(known)
  if (status === 401) response.setHeader('www-authenticate', bearerChallenge(response.req))
  const wait = known.details?.['retryAfterSeconds']
  if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
  // What was not read, or not understood, would otherwise be taken for the next request on this connection.
  if (!response.req.complete || known instanceof HttpRefusal) response.setHeader('connection', 'close')
  sendJson(response, status, errorAnswer(known))
}
