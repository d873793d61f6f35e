import { Server } from 'node:net'

/**
 * Runs `start` so that a server which names no address listens on loopback: the proxy's library offers
 * no other way, and a test must not be reachable from outside.
 */
export const listeningOnLoopback = async <T>(start: () => Promise<T>): Promise<T> => {
  const original = Server.prototype.listen
  Server.prototype.listen = function listen(this: Server, ...options: unknown[]) {
    const [port, address] = options
    const isOpen = typeof port === 'number' && typeof address !== 'string'
    const bound = isOpen ? [port, '127.0.0.1', ...options.slice(1)] : options
    return Reflect.apply(original, this, bound) as Server
  } as typeof original
  try {
    return await start()
  } finally {
    Server.prototype.listen = original
  }
}
