import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createGrants, type GrantRules, type Grants } from './grants.ts'

/** Where in a token request the app is killed by the world, not by a step of its own. */
export type Cut = 'request arrived' | 'rotation kept' | 'half an answer'

/** The provider behind `notes` on this computer: a token endpoint that rotates, and an API. */
export interface Provider {
  readonly origin: string
  readonly grants: Grants
  /** Kills at the next token request, once. */
  cutAt(cut: Cut, kill: () => void): void
  /** Requests of the API that were let through. */
  calls(): number
  stop(): Promise<void>
}

export async function startProvider(rules: GrantRules): Promise<Provider> {
  const grants = createGrants(rules)
  let planned: { readonly cut: Cut; readonly kill: () => void } | undefined
  let calls = 0
  const killedAt = (cut: Cut): boolean => {
    if (planned?.cut !== cut) return false
    const { kill } = planned
    planned = undefined
    kill()
    return true
  }
  const answerToken = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await text(request))
    if (killedAt('request arrived')) return
    const answer = grants.token(form)
    if (killedAt('rotation kept')) return
    const body = JSON.stringify(answer.body)
    response.writeHead(answer.status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(body) })
    if (planned?.cut !== 'half an answer') return void response.end(body)
    // Killed once the half is surely out.
    response.write(body.slice(0, body.length / 2), () => killedAt('half an answer'))
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (path === '/notes.example/oauth/token') return await answerToken(request, response)
    if (path === '/notes.example/oauth/revoke') {
      grants.revoke(new URLSearchParams(await text(request)).get('token') ?? '')
      return send(response, 200, {})
    }
    const account = grants.accountOf(request.headers.authorization?.replace('Bearer ', '') ?? '')
    if (account === undefined) return send(response, 401, { message: 'Bad credentials' })
    calls += 1
    return send(response, 200, apiAnswer(path, account))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    grants,
    cutAt: (cut, kill) => void (planned = { cut, kill }),
    calls: () => calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, JSON_TYPE).end(JSON.stringify(body))
}

function apiAnswer(path: string, account: string): unknown {
  if (path.endsWith('/me')) return { id: account, email: `${account}@example.com` }
  if (path.endsWith('/folders')) return { folders: [{ id: 'folder-1', title: 'Inbox' }] }
  return { notes: [{ id: 'note-1', title: 'Milk' }] }
}
