import { copyFileSync, writeFileSync } from 'node:fs'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './test-hub.ts'

interface Relayed {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/** Stands between a program and the real bridge: sees what passes, and can break the line. */
export interface BridgeRelay {
  /** A data folder whose `bridge.json` names the relay. */
  readonly folder: string
  readonly relayed: readonly Relayed[]
  /** Breaks every connection, as a crash of the app would. */
  cut(): void
  /** Takes no connections any more; `bridge.json` names the other relay. */
  moveTo(other: BridgeRelay): void
}

/** @param socket the bridge's own */
export async function createBridgeRelay(socket: string): Promise<BridgeRelay> {
  const folder = temporaryFolder()
  const relayed: Relayed[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const { method } = JSON.parse(body.toString()) as { method: string }
      relayed.push({ method, headers: incoming.headers })
      const options = { socketPath: socket, path: incoming.url, method: 'POST', headers: incoming.headers }
      const onward = httpRequest({ ...options, agent: false }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.on('error', () => response.destroy()).pipe(response)
      })
      onward.on('error', () => response.destroy())
      response.on('close', () => onward.destroy())
      onward.end(body)
    })
  })
  const path = join(folder, 'bridge.sock')
  await new Promise<void>((listening) => server.listen(path, listening))
  writeFileSync(join(folder, 'bridge.json'), JSON.stringify({ socket: path }))
  const cut = (): void => server.closeAllConnections()
  const close = (): void => {
    server.close()
    cut()
  }
  const moveTo = (other: BridgeRelay): void => {
    copyFileSync(join(other.folder, 'bridge.json'), join(folder, 'bridge.json'))
    close()
  }
  onTestFinished(close)
  return { folder, relayed, cut, moveTo }
}
