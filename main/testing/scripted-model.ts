import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A model's server that answers as a script says; each turn sees the request it answers. */
export interface ScriptedModel {
  readonly url: string
  /** What was sent, in order. */
  readonly requests: readonly unknown[]
}

/** @param turns gives the answer's JSON for each request in turn; a throw is the server's error, and the test's */
export async function createScriptedModel(
  path: string,
  turns: readonly ((request: never) => unknown)[],
): Promise<ScriptedModel> {
  const requests: unknown[] = []
  const server = createServer((incoming, response) => {
    const answer = async (): Promise<unknown> => {
      // Each turn knows what its client sends.
      const body = (await jsonOf(incoming)) as never
      if (incoming.method !== 'POST' || incoming.url !== path)
        throw new Error(`not for ${String(incoming.url)}`)
      const turn = turns[requests.push(body) - 1]
      if (turn === undefined) throw new Error('The script is over.')
      return turn(body)
    }
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    answer().then(
      (body) => send(200, body),
      (error: unknown) => send(400, { error: { type: 'invalid_request_error', message: String(error) } }),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

async function jsonOf(incoming: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const part of incoming.setEncoding('utf8')) text += String(part)
  return JSON.parse(text)
}
