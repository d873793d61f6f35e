import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { application as githubApplication } from '../internet/github/oauth-store.ts'
import { gitExample } from '../internet/gitlab/servers.ts'
import { googleClients } from '../internet/google/oauth-clients.ts'
import { oauthClients as linearClients } from '../internet/linear/oauth-clients.ts'
import type { Secret } from '../internet/secrets-seen.ts'
import { createByteSearch, type ByteSearch } from './byte-search.ts'

/** Every secret that has entered the app during one test. */
export type Canaries = {
  /** For what only the test itself knows: a passphrase, a key that was typed and never sent. */
  add(kind: string, value: string): void
  list(): Promise<readonly Secret[]>
  /** Looks for all that is known by now, and for whatever has the shape of an app's token. */
  search(): Promise<ByteSearch>
}

type Sources = readonly (() => readonly Secret[])[]

/** @param sources what hears of secrets by itself: the simulated internet, the bridge's traffic */
export const createCanaries = (sources: Sources): Canaries => {
  const added: Secret[] = [...clientSecrets]
  const list = async (): Promise<readonly Secret[]> => {
    const all = [...added, ...sources.flatMap((source) => source()), ...(await masterKeys())]
    return [...new Map(all.map((secret) => [secret.value, secret])).values()]
  }
  return {
    add: (kind, value) => void added.push({ kind, value }),
    list,
    async search() {
      const known = createByteSearch(await list())
      return (bytes) => [...new Set([...known(bytes), ...appTokens(bytes)])]
    },
  }
}

/** People type these into the window; they go over the wire only when a sign-in gets that far. */
const clientSecrets: readonly Secret[] = [
  githubApplication.clientSecret,
  ...[...linearClients, ...googleClients, ...gitExample.clients].map((client) =>
    'client_secret' in client ? String(client['client_secret']) : '',
  ),
]
  .filter((value) => value !== '')
  .map((value) => ({ kind: 'client secret', value }))

/** In a database’s file one text ends where the next begins: names of Gatehouse’s own lines are no tokens. */
const appToken = /gatehouse_(?!pairing|restore|start_over)[\w-]{43}/

const appTokens: ByteSearch = (given) => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const isThere = bytes.includes('gatehouse_') && appToken.test(bytes.toString('latin1'))
  return isThere ? ['app token (UTF-8)'] : []
}

/** All that lies in the session's keychain: also keys that were replaced and not yet removed. */
const masterKeys = async (): Promise<readonly Secret[]> => {
  const search = ['search', '--all', '--unlock', 'service', 'gatehouse']
  const { stdout } = await promisify(execFile)('secret-tool', search).catch(() => ({ stdout: '' }))
  const environment = process.env['ENCRYPTION_KEY'] ?? ''
  return [...[...stdout.matchAll(/^secret = (.+)$/gm)].map(([, value = '']) => value), environment]
    .filter((value) => value.length >= 8)
    .map((value) => ({ kind: 'master key', value }))
}
