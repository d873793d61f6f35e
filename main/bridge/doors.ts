import { createServer, type RequestListener, type Server } from 'node:http'
import { hostsAt } from './guard.ts'
import { listenOnLoopback } from './listen.ts'
import { listenOnSocket } from './listen-on-socket.ts'

const FIRST_PORT = 7717
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

/** Where the bridge listens: at a port of this computer, and at a socket of this person. */
export interface Doors {
  readonly url: string
  /** Null when it could not be had: the port alone will do. */
  readonly socket: string | null
  close(): Promise<void>
}

/**
 * @param socketPath where the socket goes
 * @param serve makes the listener of one door, from the hosts a request there may name
 * @throws when no port is free
 */
export async function openDoors(
  socketPath: string,
  serve: (hosts: readonly string[]) => RequestListener,
): Promise<Doors> {
  const { server, port } = await listenOnLoopback(FIRST_PORT, (chosen) => {
    let listener: RequestListener | undefined
    return makeServer((request, response) => {
      listener ??= serve(hostsAt(chosen()))
      listener(request, response)
    })
  })
  const local = makeServer(serve(hostsAt()))
  const socket = await listenOnSocket(local, socketPath).then(
    () => socketPath,
    () => null,
  )
  return {
    url: `http://127.0.0.1:${port}`,
    socket,
    async close() {
      await Promise.all([closed(server), socket === null ? undefined : closed(local)])
    },
  }
}

function makeServer(listener: RequestListener): Server {
  const server = createServer({ maxHeaderSize: 16_384 }, listener)
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  return server
}

/** A socket's file goes with its server. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
