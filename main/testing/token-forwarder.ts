import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { BridgeClient } from './bridge-client.ts'

/** Stands before the bridge for programs that cannot send a token. */
export interface TokenForwarder {
  /** `http://127.0.0.1:<port>`, by its own port. */
  readonly url: string
}

/**
 * Adds an app's token to each request and hands on everything else as it is, streams part by part.
 * Of Host and Origin only its own port becomes the bridge's: what names they carry is for the bridge to judge.
 */
export async function createTokenForwarder({ url, token }: BridgeClient): Promise<TokenForwarder> {
  const bridge = new URL(url)
  let own = ''
  const server = createServer((incoming, response) => {
    const headers = { ...forwarded(incoming.headers, own, bridge.port), authorization: `Bearer ${token}` }
    const { method, url: path } = incoming
    const options = { host: bridge.hostname, port: bridge.port, method, path, headers, agent: false }
    const onward = httpRequest(options, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.on('error', () => response.destroy()).pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  own = String((server.address() as AddressInfo).port)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${own}` }
}

function forwarded(headers: IncomingHttpHeaders, own: string, port: string): IncomingHttpHeaders {
  const mapped = (value: string | undefined): string | undefined =>
    value?.endsWith(`:${own}`) === true ? `${value.slice(0, -own.length)}${port}` : value
  const { host, origin, ...others } = headers
  const mappedOrigin = mapped(origin)
  return {
    ...others,
    ...(host !== undefined && { host: mapped(host) }),
    ...(mappedOrigin !== undefined && { origin: mappedOrigin }),
  }
}
