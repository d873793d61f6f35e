import { request as send, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { SimulatedAnswer, SimulatedRequest } from '../exchange.ts'

/** Starts an HTTP server on a free port of 127.0.0.1. */
export const listenOnLoopback = async (server: Server): Promise<{ port: number; stop(): Promise<void> }> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Hands a request to a loopback server as its outside host would receive it. */
export const forward = async (port: number, request: SimulatedRequest): Promise<SimulatedAnswer> => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = send({
      host: '127.0.0.1',
      port,
      method: request.method,
      path: request.url.pathname + request.url.search,
      headers: {
        ...forwardable(request.headers),
        ...forwarded(request.url),
        'content-length': Buffer.byteLength(request.body),
      },
    })
    outgoing.on('response', resolve).on('error', reject).end(request.body)
  })
  const { 'transfer-encoding': _, connection: __, ...headers } = response.headers
  return {
    status: response.statusCode ?? 502,
    headers: headers as SimulatedAnswer['headers'] & {},
    body: await buffer(response),
  }
}

const forwarded = (url: URL) => ({
  host: url.host,
  'x-forwarded-host': url.host,
  'x-forwarded-proto': 'https',
})

const hopByHop = new Set([
  'connection',
  'proxy-connection',
  'transfer-encoding',
  'content-length',
  'content-encoding',
])

const forwardable = (headers: SimulatedRequest['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !name.startsWith(':')))
