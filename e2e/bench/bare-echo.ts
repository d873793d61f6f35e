import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least a JSON server can do: reads the body, and answers it, or always the same text. */
export async function startBareEcho(answer?: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      const body: unknown = JSON.parse(text)
      response.end(answer ?? JSON.stringify(body))
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
