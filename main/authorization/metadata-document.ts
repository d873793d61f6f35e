import { z } from 'zod'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Platform } from '../platform/platform.ts'
import { clientName, redirectUris, type BridgeClient } from './client-metadata.ts'
import { OAuthProblem } from './oauth-problem.ts'
import { isPublicAddress, isPublicHost } from './public-address.ts'

const said = sentences.authorization.document

const MOST_BYTES = 65_536
const LIMIT_MS = 5_000
const LONGEST_ID = 1_000

const document = z.object({
  client_id: z.string(),
  client_name: clientName.optional(),
  redirect_uris: redirectUris,
  // One with a secret would have to share it with everybody who reads the document.
  token_endpoint_auth_method: z.literal('none').optional(),
})

type DocumentDependencies = Pick<Platform, 'network' | 'proxyFor' | 'addressesOf' | 'clock'>

/** Whether a client id is the address of a document about the client. */
export function isDocumentId(clientId: string): boolean {
  return clientId.startsWith('https://')
}

/**
 * Fetches and checks a client id metadata document (draft-ietf-oauth-client-id-metadata-document).
 * The address comes from whoever asks, so nothing but a public website is asked, and it is told nothing.
 *
 * @throws OAuthProblem invalid_client
 */
export async function readMetadataDocument(
  dependencies: DocumentDependencies,
  clientId: string,
): Promise<BridgeClient> {
  const { host } = await publicWebsite(dependencies, clientId)
  const parsed = document.safeParse(await fetchJson(dependencies, clientId))
  if (!parsed.success) throw refused(said.notValid)
  const { client_id: id, client_name: name = host, redirect_uris: uris } = parsed.data
  if (id !== clientId) throw refused(said.otherClient)
  return { id, kind: 'document', name, redirectUris: uris, appId: undefined }
}

/** @throws OAuthProblem when the address could lead anywhere but to a public website */
async function publicWebsite(
  { proxyFor, addressesOf }: DocumentDependencies,
  clientId: string,
): Promise<URL> {
  const url = parseId(clientId)
  if (!isPublicHost(url.hostname)) throw refused(said.notPublic)
  // Behind a proxy the name is resolved there. Otherwise a name may be given another address before the fetch
  // resolves it again; but what answers there has no certificate for the name, and hears nothing.
  if ((await proxyFor(clientId)) !== 'DIRECT') return url
  const addresses = await addressesOf(url.hostname.replace(/^\[(.*)\]$/, '$1')).catch(() => [])
  if (addresses.length > 0 && addresses.every(isPublicAddress)) return url
  throw refused(said.notPublic)
}

function parseId(clientId: string): URL {
  const isText = clientId.length <= LONGEST_ID && /^[\x21-\x7e]+$/.test(clientId)
  if (!isText || !URL.canParse(clientId)) throw refused(said.noAddress)
  const url = new URL(clientId)
  const { protocol, pathname, hash, username, password, href } = url
  const isPlain = hash === '' && !clientId.includes('#') && username === '' && password === ''
  // What the parser would write otherwise (dots in the path, another case) names no document of its own.
  if (protocol === 'https:' && pathname !== '/' && isPlain && href === clientId) return url
  throw refused(said.noDocument)
}

async function fetchJson({ network, clock }: DocumentDependencies, address: string): Promise<unknown> {
  const timeout = new AbortController()
  const stop = clock.after(LIMIT_MS, () => timeout.abort(new Error('too slow')))
  try {
    const response = await network.fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal: timeout.signal,
    })
    if (response.status !== 200 || !isJson(response)) {
      await response.body?.cancel()
      throw refused(said.notFetched)
    }
    return JSON.parse(await limitedText(response)) as unknown
  } catch (error) {
    throw error instanceof OAuthProblem ? error : refused(said.notFetched)
  } finally {
    stop()
  }
}

function isJson({ headers }: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '')
}

async function limitedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > MOST_BYTES) {
      await reader?.cancel()
      throw refused(said.tooLarge)
    }
    chunks.push(part.value)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

function refused(sentence: Sentence): OAuthProblem {
  return new OAuthProblem('invalid_client', sentence, 400)
}
