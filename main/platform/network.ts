import * as tls from 'node:tls'
import type { Session } from 'electron'
import { Agent, fetch as undiciFetch, ProxyAgent, type Dispatcher } from 'undici'
import type { Network, Platform } from './platform.ts'

const PROXY_KNOWN_MS = 30_000

interface KnownProxy {
  readonly dispatcher: Dispatcher
  readonly until: number
}

/**
 * fetch as the operating system would do it: through its proxy, trusting its roots.
 * Electron's own `net.fetch` is no choice: it hands `Authorization` on across a redirect.
 *
 * @param session whose proxy settings count
 */
export function createNetwork(
  session: Pick<Session, 'resolveProxy' | 'forceReloadProxyConfig'>,
): Network & Pick<Platform, 'proxyFor'> {
  // Right after the start Chromium answers DIRECT although there is a proxy, until its settings are loaded.
  const settingsLoaded = session.forceReloadProxyConfig()
  const roots = trustedRoots()
  const connect = roots === undefined ? {} : { ca: roots }
  const direct = new Agent({ connect })
  const proxies = new Map<string, Dispatcher>()
  const known = new Map<string, KnownProxy>()

  const proxyFor = async (url: string): Promise<string> => {
    await settingsLoaded
    return firstWay(await session.resolveProxy(url))
  }

  const dispatcherFor = async (url: string): Promise<Dispatcher> => {
    const { origin } = new URL(url)
    const before = known.get(origin)
    if (before !== undefined && before.until > Date.now()) return before.dispatcher
    const proxy = proxyUrl(await proxyFor(url))
    const dispatcher =
      proxy === undefined
        ? direct
        : (proxies.get(proxy) ?? new ProxyAgent({ uri: proxy, requestTls: connect }))
    if (proxy !== undefined) proxies.set(proxy, dispatcher)
    known.set(origin, { dispatcher, until: Date.now() + PROXY_KNOWN_MS })
    return dispatcher
  }

  return {
    proxyFor,
    async fetch(url, init) {
      const dispatcher = await dispatcherFor(url)
      // The two libraries' types of the same standard differ only in name.
      const options = { ...init, redirect: 'manual', dispatcher } as unknown as Parameters<
        typeof undiciFetch
      >[1]
      return (await undiciFetch(url, options)) as unknown as Response
    },
  }
}

/** @param answer as Chromium gives it: `PROXY host:port; DIRECT` */
function firstWay(answer: string): string {
  const [first = ''] = answer.split(';', 1)
  return first.trim().replaceAll(/\s+/g, ' ') || 'DIRECT'
}

/** @param way one of Chromium's: `PROXY host:port` */
function proxyUrl(way: string): string | undefined {
  const [kind = 'DIRECT', address = ''] = way.split(' ')
  if (kind === 'PROXY') return `http://${address}`
  if (kind === 'HTTPS') return `https://${address}`
  if (kind === 'DIRECT' || address === '') return undefined
  throw unsupported(kind)
}

/** As a fetch fails whose request could not leave, with a code that says why. */
function unsupported(kind: string): TypeError {
  const cause = new Error(`No proxy of the kind ${kind} can be used`)
  return new TypeError('fetch failed', { cause: Object.assign(cause, { code: `UNSUPPORTED_PROXY_${kind}` }) })
}

/** The system's roots and Node's own, which hold NODE_EXTRA_CA_CERTS; undefined leaves Node's default. */
function trustedRoots(): string[] | undefined {
  if (typeof tls.getCACertificates !== 'function') return undefined
  return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]
}
