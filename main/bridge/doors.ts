import type { RequestListener, Server } from 'node:http'
import { hostsAt } from './guard.ts'
import { listenOnLoopback, listenOnLoopback6 } from './listen.ts'
import { listenOnSocket } from './listen-on-socket.ts'
import { makeServer } from './make-server.ts'
import type { SocketCap } from './socket-cap.ts'

const FIRST_PORT = 7717

/** Where the bridge listens: at a port of this computer, and at a socket of this person. */
export interface Doors {
  readonly url: string
  /** The same port on ::1; null when it could not be had. */
  readonly url6: string | null
  /** Null when it could not be had: the port alone will do. */
  readonly socket: string | null
  close(): Promise<void>
}

/**
 * @param socketPath where the socket goes
 * @param sockets counts the connections of all doors
 * @param serve makes the listener of one door, from the hosts a request there may name
 * @throws when no port is free
 */
export async function openDoors(
  socketPath: string,
  sockets: Pick<SocketCap, 'admit'>,
  serve: (hosts: readonly string[]) => RequestListener,
): Promise<Doors> {
  const { server, port } = await listenOnLoopback(FIRST_PORT, (chosen) => {
    let listener: RequestListener | undefined
    return makeServer((request, response) => {
      listener ??= serve(hostsAt(chosen()))
      listener(request, response)
    }, sockets)
  })
  const server6 = makeServer(serve(hostsAt(port)), sockets)
  const has6 = await listenOnLoopback6(server6, port)
  const local = makeServer(serve(hostsAt()), sockets)
  const socket = await listenOnSocket(local, socketPath).then(
    () => socketPath,
    () => null,
  )
  const open = [server, ...(has6 ? [server6] : []), ...(socket === null ? [] : [local])]
  return {
    url: `http://127.0.0.1:${port}`,
    url6: has6 ? `http://[::1]:${port}` : null,
    socket,
    async close() {
      await Promise.all(open.map(closed))
    },
  }
}

/** A socket's file goes with its server. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
