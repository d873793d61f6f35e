import type { ServerResponse } from 'node:http'
import { errorAnswer } from './action-failed.ts'
import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'

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

/** Normalises whatever was thrown; of an unknown error nothing leaves. */
export function knownError(error: unknown): HubError {
  return error instanceof HubError ? error : new HubError('INTERNAL', 'The request failed inside Gatehouse.')
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
  if (response.headersSent) return void response.destroy()
  const known = knownError(error)
  const status = STATUS[known.code] ?? 500
  if (status === 401) response.setHeader('www-authenticate', 'Bearer realm="Gatehouse"')
  const wait = known.details?.['retryAfterSeconds']
  if (typeof wait === 'number') response.setHeader('retry-after', String(wait))
  // A body that was not read would otherwise be taken for the next request on this connection.
  if (!response.req.complete) response.setHeader('connection', 'close')
  sendJson(response, status, errorAnswer(known))
}
