import type { Server } from 'node:http'
import type { ListenOptions } from 'node:net'

const PORTS_TRIED = 20

/**
 * Listens on 127.0.0.1 at the first free port from `firstPort` on.
 *
 * @param make builds the server; it may ask for its port once it serves
 * @throws when none of twenty ports is free
 */
export async function listenOnLoopback(
  firstPort: number,
  make: (port: () => number) => Server,
): Promise<{ server: Server; port: number }> {
  for (let port = firstPort; ; port += 1) {
    try {
      const server = make(() => port)
      await listen(server, { port, host: '127.0.0.1' })
      return { server, port }
    } catch (error) {
      if (!isTaken(error) || port - firstPort >= PORTS_TRIED) throw error
    }
  }
}

/**
 * Listens on ::1 as well, for clients that try it first for `localhost`. Where the system has no IPv6, or another
 * program has the port there, the bridge goes without: its own address is 127.0.0.1, and apps have that one.
 *
 * @returns whether it listens
 */
export async function listenOnLoopback6(server: Server, port: number): Promise<boolean> {
  return await listen(server, { port, host: '::1', ipv6Only: true }).then(
    () => true,
    () => false,
  )
}

/** @throws what the system says when the address cannot be had */
export function listen(server: Server, address: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
