import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { ownReason } from '../../registry/own-reason.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import type { Network } from '../platform/platform.ts'
import { placeable, type Credential } from './credential.ts'
import { place } from './placement.ts'
import { unreachable } from './unreachable.ts'
import { isCredentialRefused } from './credential-refused.ts'

const MOST_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Where the credential of a request comes from. */
export interface CredentialSource {
  current(): Promise<Credential>
  /** After a 401: a newer credential, or undefined when there is none to be had. */
  renewed(stale: Credential): Promise<Credential | undefined>
  /** After a 401 that a newer credential did not cure. */
  rejected(): void
  /** After an answer that only a valid credential gets. */
  accepted(used: Credential): void
}

/**
 * Makes `fetchOAuth`: the only place where a credential meets a request.
 * It goes to the definition's `hosts` over https, and never along a redirect to another origin.
 *
 * @param integration as the account sees it: with its site filled in
 */
export function createCredentialedFetch(
  integration: Pick<Integration, 'id' | 'name' | 'hosts' | 'auth' | 'refusal'>,
  network: Network,
  source: CredentialSource,
): (integrationId: string, url: string, init?: RequestInit) => Promise<Response> {
  const send = async (url: URL, init: RequestInit, credential: Credential): Promise<Response> => {
    const method = integration.auth.find(({ type }) => type === credential.type)
    if (method === undefined) {
      throw new HubError('RECONNECT_REQUIRED', sentences.connections.noLongerThisWay(integration.name))
    }
    const headers = new Headers(init.headers)
    const placed = place(method.send, placeable(credential), url, headers)
    if (!headers.has('user-agent')) headers.set('user-agent', 'Gatehouse')
    return await reach(network, integration.name, placed, { ...init, headers, redirect: 'manual' })
  }
  return async (integrationId, address, init = {}) => {
    const url = checkedUrl(integration, integrationId, address)
    const credential = await source.current()
    let response = await send(url, init, credential)
    let used = credential
    let isRefused = await isCredentialRefused(integration, response)
    if (isRefused) {
      const renewed = await source.renewed(credential)
      if (renewed !== undefined) {
        await response.body?.cancel()
        used = renewed
        response = await send(url, init, renewed)
        isRefused = await isCredentialRefused(integration, response)
      }
    }
    if (isRefused && response.status === 401) {
      await response.body?.cancel()
      source.rejected()
      throw new HubError('RECONNECT_REQUIRED', sentences.connections.signInRefused(integration.name))
    }
    if (response.ok && !isRefused) source.accepted(used)
    return await followRedirects(
      response,
      url,
      init,
      (next) =>
        next.origin === url.origin
          ? send(next, init, used)
          : reach(network, integration.name, next, { ...withoutCredential(init), redirect: 'manual' }),
      integration,
    )
  }
}

function checkedUrl(
  integration: Pick<Integration, 'id' | 'name' | 'hosts'>,
  integrationId: string,
  address: string,
): URL {
  if (integrationId !== integration.id) {
    throw new ProviderError(ownReason('otherAccountsTool', integration.id, integrationId), 400)
  }
  if (!URL.canParse(address)) throw new ProviderError(ownReason('notAUrl'), 400)
  const url = new URL(address)
  const isAllowed =
    url.protocol === 'https:' &&
    integration.hosts.includes(url.host) &&
    url.username === '' &&
    url.password === ''
  if (!isAllowed) {
    throw new ProviderError(ownReason('notSentTo', `${url.protocol}//${url.host}`), 400)
  }
  return url
}

async function reach(network: Network, name: string, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await network.fetch(url.href, init)
  } catch (error) {
    if (init.signal?.aborted === true) throw init.signal.reason
    throw unreachable(name, url.href, error)
  }
}

async function followRedirects(
  first: Response,
  url: URL,
  init: RequestInit,
  send: (next: URL) => Promise<Response>,
  integration: Pick<Integration, 'name' | 'hosts'>,
): Promise<Response> {
  let response = first
  let from = url
  for (let hops = 0; REDIRECTS.has(response.status); hops += 1) {
    const next = nextUrl(response, from)
    await response.body?.cancel()
    const isRead = ['GET', 'HEAD'].includes((init.method ?? 'GET').toUpperCase())
    if (
      !isRead ||
      hops >= MOST_REDIRECTS ||
      next?.protocol !== 'https:' ||
      !integration.hosts.includes(next.host)
    ) {
      throw new ProviderError(ownReason('redirected', integration.name), response.status)
    }
    response = await send(next)
    from = next
  }
  return response
}

function nextUrl(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location') ?? ''
  return URL.canParse(location, from.href) ? new URL(location, from.href) : undefined
}

function withoutCredential(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers)
  for (const name of ['authorization', 'cookie']) headers.delete(name)
  return { ...init, headers }
}
