import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { errorAnswer } from './action-failed.ts'
import { HttpRefusal, sendError, statusOf } from './http-error.ts'
import { malformed, tooManyHeaders } from './request-shape.ts'

/** Time to read the answer; whoever goes on sending meanwhile is cut off after it. */
const LINGER_MS = 500

/**
 * Answers bytes that are no HTTP request, or stopped on the way to one, and closes the connection.
 *
 * @param error the parser's, or Node's about time
 * @param response of the connection's last request, when there was one
 */
export function refuseBytes(error: Error, socket: Duplex, response?: ServerResponse): void {
  if (isGone(error) || !socket.writable) return void socket.destroy()
  const refusal = refusalOf(error)
  if (response === undefined || response.writableFinished) return refuseOnSocket(socket, refusal)
  // In the middle of an answer a second one would be taken for its rest.
  if (response.headersSent) return void socket.destroy()
  response.setHeader('connection', 'close')
  sendError(response, refusal)
}

/** Writes a whole answer on a connection that has no response object, and closes it. */
export function refuseOnSocket(socket: Duplex, error: HubError): void {
  const status = statusOf(error)
  const body = JSON.stringify(errorAnswer(error))
  const wait = error.details?.['retryAfterSeconds']
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...(typeof wait === 'number' ? [`Retry-After: ${wait}`] : []),
    'Connection: close',
  ]
  socket.on('error', () => socket.destroy())
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

function refusalOf(error: Error): HubError {
  const code = codeOf(error)
  if (code === 'HPE_HEADER_OVERFLOW') return tooManyHeaders()
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return tooSlow()
  return malformed('request', sentences.bridge.shape.noRequest)
}

export function tooSlow(): HubError {
  return new HttpRefusal(408, 'TIMEOUT', sentences.bridge.shape.tooSlow)
}

function isGone(error: Error): boolean {
  return codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE'
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined
}
