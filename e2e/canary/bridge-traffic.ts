import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Secret } from '../internet/secrets-seen.ts'

/** What the test's own programs sent to this computer's servers and got from them, by any client and protocol. */
export type BridgeTraffic = {
  /** The tokens they used. */
  tokens(): readonly Secret[]
  /** Every answer so far, as it came. */
  answers(): string
  stop(): void
}

type Request = { readonly origin: string; readonly headers: unknown }

/** Listens where Node tells of every request: `fetch` and its kin with bodies, `node:http` with headers only. */
export const watchBridge = (): BridgeTraffic => {
  const tokens = new Set<string>()
  const chunks: Buffer[] = []
  const noteToken = (authorization: unknown): void => {
    const [, token] = /^Bearer (\S+)$/.exec(String(authorization)) ?? []
    if (token !== undefined) tokens.add(token)
  }
  const listeners = {
    'undici:request:headers': (message: unknown) => {
      const { request, response } = message as { request: Request; response: { headers: Buffer[] } }
      if (!isHere(request)) return
      const headers = [request.headers].flat()
      noteToken(headers[headers.indexOf('authorization') + 1])
      chunks.push(...response.headers)
    },
    'undici:request:bodyChunkReceived': (message: unknown) => {
      const { request, chunk } = message as { request: Request; chunk: Buffer }
      if (isHere(request)) chunks.push(Buffer.from(chunk))
    },
    'http.client.request.start': (message: unknown) => {
      const { request } = message as { request: { host: string; getHeader(name: string): unknown } }
      if (request.host === '127.0.0.1') noteToken(request.getHeader('authorization'))
    },
  }
  for (const [name, listen] of Object.entries(listeners)) subscribe(name, listen)
  if (!channel('undici:request:bodyChunkReceived').hasSubscribers) throw new Error('Node tells of no answers')
  return {
    tokens: () => [...tokens].map((value) => ({ kind: 'app token', value })),
    answers: () => Buffer.concat(chunks).toString('latin1'),
    stop() {
      for (const [name, listen] of Object.entries(listeners)) unsubscribe(name, listen)
    },
  }
}

const isHere = ({ origin }: Request): boolean => origin.startsWith('http://127.0.0.1:')
