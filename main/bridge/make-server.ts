import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { HttpRefusal, sendError } from './http-error.ts'
import { refuseBytes, refuseOnSocket } from './refuse-on-socket.ts'
import type { SocketCap } from './socket-cap.ts'

/** How long what may take, in milliseconds. */
export interface DoorTimes {
  /** From the first byte, or the connection, to the end of the headers. */
  readonly headers: number
  /** To the end of the body. */
  readonly request: number
  /** Between two requests. */
  readonly idle: number
  /** How often the above is looked at. */
  readonly checked: number
}

export const DOOR_TIMES: DoorTimes = { headers: 10_000, request: 15_000, idle: 10_000, checked: 2_000 }

/**
 * One HTTP/1.1 server that answers whatever comes: also bytes that are no request, and requests that never end.
 *
 * @param listener answers what is a request
 * @param sockets counts its connections
 */
export function makeServer(
  listener: RequestListener,
  sockets: Pick<SocketCap, 'admit'>,
  times: DoorTimes = DOOR_TIMES,
): Server {
  const latest = new WeakMap<Duplex, ServerResponse>()
  const refused = new WeakSet<Duplex>()
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      insecureHTTPParser: false,
      // The guard says so with a code.
      requireHostHeader: false,
      headersTimeout: times.headers,
      requestTimeout: times.request,
      keepAliveTimeout: times.idle,
      connectionsCheckingInterval: times.checked,
    },
    (request, response) => {
      const before = latest.get(request.socket)
      // What comes after an answer that closes the connection is not for anybody (RFC 9112 9.6).
      if (before?.getHeader('connection') === 'close') return
      latest.set(request.socket, response)
      // An answer that was already given, because time was up or access taken back: the second one goes nowhere.
      response.on('error', () => undefined)
      listener(request, response)
    },
  )
  // Node would drop the headers beyond this number without a word; the guard counts them and refuses.
  server.maxHeadersCount = 0
  server.on('connection', sockets.admit)
  server.on('connection', (socket) => {
    // Node says so to requests without an answer only: one that was refused halfway would be waited for for ever.
    socket.once('close', () => latest.get(socket)?.req.destroy())
  })
  server.on('clientError', (error, socket) => {
    // The parser says so once more when the connection ends.
    if (refused.has(socket)) return
    refused.add(socket)
    refuseBytes(error, socket, latest.get(socket))
  })
  server.on('connect', (_request, socket) => refuseOnSocket(socket, noTunnel()))
  server.on('checkExpectation', (request, response) => {
    latest.set(request.socket, response)
    sendError(response, unexpected())
  })
  return server
}

function noTunnel(): HubError {
  return new HubError('METHOD_NOT_ALLOWED', sentences.bridge.shape.noProxy)
}

function unexpected(): HubError {
  const sentence = sentences.bridge.shape.onlyContinue
  const fields = [{ path: 'expect', reason: String(sentence) }]
  return new HttpRefusal(417, 'INVALID_PARAMS', sentence, { fields })
}
