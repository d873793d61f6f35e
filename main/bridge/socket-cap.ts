import type { Socket } from 'node:net'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { refuseOnSocket } from './refuse-on-socket.ts'

/** How many connections there may be at the same time. */
export interface SocketLimits {
  readonly inAll: number
  /** Those on which no token has been shown yet. */
  readonly unproven: number
}

export const SOCKET_LIMITS: SocketLimits = { inAll: 512, unproven: 128 }

/** Counts connections, so that whoever has no token cannot take the place of apps that have one. */
export interface SocketCap {
  /** Takes in a new connection; it, or the oldest one that never showed a token, may have to go. */
  admit(socket: Socket): void
  /** An app's token has come on this connection: it is no longer the first to go. */
  proven(socket: Socket): void
}

export function createSocketCap(limits: SocketLimits = SOCKET_LIMITS): SocketCap {
  // In the order of arrival.
  const unproven = new Set<Socket>()
  let inAll = 0
  return {
    admit(socket) {
      inAll += 1
      unproven.add(socket)
      socket.once('close', () => {
        inAll -= 1
        unproven.delete(socket)
      })
      if (unproven.size <= limits.unproven && inAll <= limits.inAll) return
      const [oldest = socket] = unproven
      unproven.delete(oldest)
      refuseOnSocket(oldest, tooManyConnections())
    },
    proven: (socket) => void unproven.delete(socket),
  }
}

function tooManyConnections(): HubError {
  return new HubError('RATE_LIMITED', sentences.bridge.limits.connections, { retryAfterSeconds: 1 })
}
