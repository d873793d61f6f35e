import { Agent, fetch } from 'undici'
import type { ErrorBody } from '../../preload/contract/errors.ts'

export interface BridgeAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: {
    readonly data?: unknown
    readonly error?: ErrorBody
    readonly approval_id?: string
    readonly [name: string]: unknown
  }
}

type Init = NonNullable<Parameters<typeof fetch>[1]>

interface CallOptions {
  readonly account?: string
  readonly signal?: AbortSignal
}

interface ResultArguments {
  readonly approval_id?: string | undefined
  readonly result_id?: string
  readonly offset?: number
}

/** An app that uses the bridge's plain HTTP routes. */
export interface BridgeClient {
  readonly appId: string
  readonly url: string
  readonly token: string
  call(tool: string, args?: object, options?: CallOptions): Promise<BridgeAnswer>
  /** Asks what a ticket, or a long answer, became. */
  result(args: ResultArguments): Promise<BridgeAnswer>
  get(path: string): Promise<BridgeAnswer>
  fetch(path: string, init?: Init): Promise<BridgeAnswer>
}

export function createBridgeClient(appId: string, url: string, token: string): BridgeClient {
  // Connections of its own: one to an earlier hub on the same port is dead.
  const dispatcher = new Agent()
  const answer = async (path: string, init: Init): Promise<BridgeAnswer> => {
    const { status, headers, ...response } = await reach(`${url}${path}`, { dispatcher, ...init })
    return { status, headers, body: JSON.parse(response.text) as BridgeAnswer['body'] }
  }
  const send = (path: string, init: Init = {}): Promise<BridgeAnswer> => {
    const sent = answer(path, init)
    // A call may be cut off before its test looks at it.
    sent.catch(() => undefined)
    return sent
  }
  const authorization = `Bearer ${token}`
  const headers = { authorization, 'content-type': 'application/json' }
  return {
    appId,
    url,
    token,
    call: (tool, args = {}, { signal, ...rest } = {}) =>
      send(`/v1/tools/${tool}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ arguments: args, ...rest }),
        ...(signal !== undefined && { signal }),
      }),
    result: (args) =>
      send('/v1/tools/gatehouse_get_result', {
        method: 'POST',
        headers,
        body: JSON.stringify({ arguments: args }),
      }),
    get: (path) => send(path, { headers: { authorization } }),
    fetch: send,
  }
}

async function reach(url: string, init: Init) {
  const response = await fetch(url, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
