import type { Server } from 'node:http'

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
      await listen(server, port)
      return { server, port }
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || port - firstPort >= PORTS_TRIED) throw error
    }
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
