import { Agent, request, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { bridgeAddresses, type Address } from './bridge-address.ts'

/** How long the app may be away before requests are told so. */
const PATIENCE_MS = 10_000
const SOON_MS = 100
const LATER_MS = 1_000

/** Shorter than the bridge keeps an idle connection: none is used that is just being closed at the other end. */
const IDLE_MS = 3_000

const NOT_RUNNING = 'Gatehouse is not running. Start it, then try again.'
const LOST =
  'The connection to Gatehouse ended before the answer came. If this was a change, check whether it was made before you repeat it.'

/** Why a message got no answer, in a sentence for people. */
export class LinkError extends Error {
  static notRunning = (): LinkError => new LinkError(NOT_RUNNING)
  static lost = (): LinkError => new LinkError(LOST)
}

export interface Delivery {
  readonly body: Buffer | string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Sending it twice does no harm. */
  readonly mayRepeat: boolean
  /** Waits for the app however long it takes. */
  readonly isPatient?: boolean
}

export interface BridgeLink {
  /**
   * Sends a message to the bridge, wherever it is now; while the app is away it waits.
   *
   * @throws LinkError when the app stays away, or went when the message was already sent
   */
  post(delivery: Delivery): Promise<IncomingMessage>
}

interface LinkParts {
  readonly folder: string
  readonly token: string
  /** Hears, in a sentence, when the app is awaited and when it is there again. */
  readonly tell: (sentence: string) => void
}

export function createBridgeLink({ folder, token, tell }: LinkParts): BridgeLink {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  let awaySince: number | undefined

  const attempt = async (delivery: Delivery): Promise<IncomingMessage | undefined> => {
    // Read each time: once the app has gone, its port may be anybody's, and the token goes there.
    for (const address of bridgeAddresses(folder)) {
      const sent = await send({ agent, address, token, delivery })
      if (sent.response !== undefined) return sent.response
      delivery.signal.throwIfAborted()
      if (sent.mayHaveArrived && !delivery.mayRepeat) throw LinkError.lost()
    }
    return undefined
  }
  const setAway = (isAway: boolean): void => {
    if (isAway === (awaySince !== undefined)) return
    tell(isAway ? 'Waiting for Gatehouse to start.' : 'Gatehouse is there.')
    awaySince = isAway ? performance.now() : undefined
  }
  return {
    async post(delivery) {
      for (;;) {
        const response = await attempt(delivery)
        setAway(response === undefined)
        if (response !== undefined) return response
        const isLong = performance.now() - (awaySince ?? 0) >= PATIENCE_MS
        if (isLong && delivery.isPatient !== true) throw LinkError.notRunning()
        await wait(isLong ? LATER_MS : SOON_MS, undefined, { signal: delivery.signal })
      }
    },
  }
}

/** A link that leads nowhere: every message is answered with the reason. */
export function createBrokenLink(reason: string): BridgeLink {
  return { post: () => Promise.reject(new LinkError(reason)) }
}

interface Sending {
  readonly agent: Agent
  readonly address: Address
  readonly token: string
  readonly delivery: Delivery
}

type Sent =
  { readonly response: IncomingMessage } | { readonly response?: undefined; readonly mayHaveArrived: boolean }

/** Never rejects. */
function send({ agent, address, token, delivery }: Sending): Promise<Sent> {
  const { body, headers, signal } = delivery
  return new Promise((resolve) => {
    let mayHaveArrived = false
    const outgoing = request({
      ...address,
      agent,
      signal,
      method: 'POST',
      path: '/mcp',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json, text/event-stream',
        ...headers,
      },
    })
    outgoing.once('socket', (socket) => {
      mayHaveArrived = !socket.connecting
      if (socket.connecting) socket.once('connect', () => (mayHaveArrived = true))
    })
    outgoing.once('response', (response) => resolve({ response }))
    outgoing.on('error', () => resolve({ mayHaveArrived }))
    outgoing.end(body)
  })
}
