import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HubError } from '../../preload/contract/errors.ts'
import type { Language } from '../../preload/contract/preferences.ts'
import { nativeWords } from '../../preload/messages/native.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { LoopbackRedirect } from '../../registry/auth.ts'
import { CALLBACK_PATH, loopbackRedirectUri } from './redirect-uri.ts'

/** A listener for one sign-in's answer (RFC 8252 7.3). It serves one path and ends with the sign-in. */
export interface LoopbackListener {
  /** What the provider is told, with the port that was found. */
  readonly redirectUri: string
  close(): void
}

/** What became of an answer; `unexpected` when no sign-in was waiting for it. */
export type AnswerResult = 'done' | 'failed' | 'unexpected'

export type TakeAnswer = (answer: URLSearchParams, redirectUri: string) => Promise<AnswerResult>

const STATUSES: Readonly<Record<AnswerResult | 'nothing', number>> = {
  done: 200,
  failed: 400,
  unexpected: 400,
  nothing: 404,
}

/** What the person reads, at that moment. */
export type ReadLanguage = () => Language

/**
 * @param redirect where the provider sends the browser: address, and port if it insists on one
 * @param language of the page that the browser shows in the end
 * @throws HubError SIGN_IN_FAILED when the port is taken by another program
 */
export async function openLoopbackListener(
  redirect: LoopbackRedirect,
  take: TakeAnswer,
  language: ReadLanguage,
): Promise<LoopbackListener> {
  // `localhost` may mean either family, and only the browser decides which.
  const addresses = redirect.host === 'localhost' ? ['127.0.0.1', '::1'] : ['127.0.0.1']
  const servers: Server[] = []
  let redirectUri = ''
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    resultOf(request, redirectUri, take)
      .then((result) => page(response, result, language()))
      .catch(() => response.destroy())
  }
  const close = (): void => {
    for (const server of servers) {
      server.close()
      server.closeIdleConnections()
    }
  }
  try {
    let port = redirect.port ?? 0
    for (const address of addresses) {
      const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 32_768 }, serve)
      const bound = await listen(server, address, port)
      if (bound === undefined) continue
      servers.push(server)
      port = bound
    }
    redirectUri = loopbackRedirectUri(redirect.host, port)
  } catch {
    close()
    throw new HubError('SIGN_IN_FAILED', sentences.signIn.portTaken(redirect.port ?? ''))
  }
  return { redirectUri, close }
}

/** @returns the port, or undefined where the computer has no such address (IPv6 switched off) */
function listen(server: Server, host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code ?? '') ? resolve(undefined) : reject(error),
    )
    server.listen({ host, port, exclusive: true }, () => resolve((server.address() as AddressInfo).port))
  })
}

async function resultOf(
  request: IncomingMessage,
  redirectUri: string,
  take: TakeAnswer,
): Promise<AnswerResult | 'nothing'> {
  const expected = new URL(redirectUri)
  const url = new URL(request.url ?? '/', expected)
  const isForUs =
    request.method === 'GET' &&
    request.headers.host === expected.host &&
    url.host === expected.host &&
    url.pathname === CALLBACK_PATH
  return isForUs ? await take(url.searchParams, redirectUri) : 'nothing'
}

function page(response: ServerResponse, result: AnswerResult | 'nothing', language: Language): void {
  response.writeHead(STATUSES[result], {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>Gatehouse</title>` +
      '<style>body{font:16px system-ui;display:grid;place-content:center;min-height:90vh;color-scheme:light dark}</style>' +
      `<p>${nativeWords(language).signIn[result]}</p></html>`,
  )
}
