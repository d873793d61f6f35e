import { verbatim } from '../../preload/contract/sentence.ts'
import { describe, expect, it } from 'vitest'
import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import { normalizeAuth, type OAuth2Auth, type OAuth2Method } from '../../registry/auth.ts'
import { atSite } from '../../registry/site.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { ClientSource, OAuthClient } from '../connections/oauth-clients.ts'
import { hosted } from '../testing/hosted.ts'
import { inEnglish } from '../testing/in-english.ts'
import { notes, notesAuth } from '../testing/notes.ts'
import { accountCheck } from './account-check.ts'
import { clientCheck } from './client-check.ts'
import type { Check, Finding } from './finding.ts'
import { reachedHosts } from './reached-hosts.ts'
import { redirectCheck } from './redirect-check.ts'
import { scopesCheck } from './scopes-check.ts'

const run = async (check: Check) => inEnglish(await check.run(new AbortController().signal))

function method(change: Partial<OAuth2Auth> = {}): OAuth2Method {
  const made = normalizeAuth({ ...notesAuth[0], ...change })
  if (made.type !== 'oauth2') throw new Error('not a sign-in')
  return made
}

const row = (change: Partial<ConnectionRow>): ConnectionRow =>
  ({ authType: 'oauth2', accountName: 'ada@example.com', ...change }) as ConnectionRow

describe('the OAuth app', () => {
  const look = (
    source: ClientSource,
    client: OAuthClient | 'locked' | undefined,
    auth: OAuth2Method = method(),
  ) =>
    run(
      clientCheck({
        clients: {
          source: () => source,
          find: () =>
            client === 'locked'
              ? Promise.reject(new HubError('VAULT_LOCKED', verbatim('closed')))
              : Promise.resolve(client),
        },
        workspaceId: 'w',
        name: 'Notes',
        auth,
        site: {},
      }),
    )
  const required = method({ clientSecret: 'required' })

  it('that is missing leads to the form', async () => {
    expect(await look('missing', undefined)).toMatchObject({ state: 'problem', action: 'enter_client' })
  })

  it('is fine with an id, and never shown', async () => {
    for (const source of ['saved', 'environment'] as const) {
      const finding = await look(source, { clientId: 'client-77', clientSecret: 'secret-77' }, required)
      expect(finding).toMatchObject({ state: 'ok' })
      expect(JSON.stringify(finding)).not.toContain('77')
    }
  })

  it('without the secret that is needed is a problem: the browser would open for nothing', async () => {
    expect(await look('saved', { clientId: 'c' }, required)).toMatchObject({
      state: 'problem',
      action: 'enter_client',
    })
    expect(await look('saved', { clientId: 'c' })).toMatchObject({ state: 'ok' })
  })

  it('of the environment needs its secret there: what is entered would not count', async () => {
    const finding = await look('environment', { clientId: 'c' }, required)
    expect(finding).toMatchObject({ state: 'problem', action: 'open_console' })
    expect(finding.sentence).toContain('NOTES_CLIENT_SECRET')
  })

  it('without secret is only a note where a sign-in by code does without', async () => {
    const both = method({ clientSecret: 'required', deviceUrl: 'https://notes.example/device' })
    expect(await look('saved', { clientId: 'c' }, both)).toMatchObject({ state: 'note' })
  })

  it('that cannot be read is left open: the vault has its own line', async () => {
    expect(await look('saved', 'locked')).toMatchObject({ state: 'skipped' })
  })

  it('that the app registers itself needs nothing', async () => {
    expect(await look('automatic', undefined)).toMatchObject({ state: 'ok', action: 'none' })
  })

  it('of a server that is not named yet is unknown', async () => {
    const anywhere = method({ fields: [{ name: 'host', label: 'Server', kind: 'host' }] })
    expect(await look('missing', undefined, anywhere)).toMatchObject({ state: 'note' })
  })
})

describe('the redirect URI', () => {
  it.each([
    [method(), 'app.gatehouse.desktop:/oauth/callback'],
    [method({ redirect: { host: 'localhost', port: 17_717 } }), 'http://localhost:17717/oauth/callback'],
    [method({ redirect: { host: '127.0.0.1' } }), 'http://127.0.0.1/oauth/callback'],
  ])('is shown to the letter', async (auth, uri) => {
    const finding = await run(redirectCheck(auth, 'saved'))
    expect(finding).toMatchObject({ state: 'note', action: 'copy_redirect_uri' })
    expect(finding.sentence.endsWith(` ${uri}`)).toBe(true)
  })

  it('is nobody’s business where the app registers itself', async () => {
    expect(await run(redirectCheck(method(), 'automatic'))).toMatchObject({ state: 'ok', action: 'none' })
  })
})

describe('the permissions', () => {
  const named = { ...notes, auth: [method({ scopes: { read: 'Read mail', write: 'Send mail' } })] }
  const inGerman = { ...notes, auth: [method({ scopes: { read: 'Post lesen', write: 'Post senden' } })] }

  it('that were not allowed are named in the person’s words, and in English for whoever helps', async () => {
    const finding = await run(scopesCheck(named, inGerman, row({ scopes: ['write'] })))
    expect(finding).toMatchObject({ state: 'problem', action: 'reconnect' })
    expect(finding.sentence).toContain('“Post lesen”')
    expect(finding.sentence).not.toContain('Post senden')
    expect(finding.forReport).toContain('“Read mail”')
  })

  it('that were all allowed are fine', async () => {
    expect(await run(scopesCheck(named, inGerman, row({ scopes: ['read', 'write'] })))).toMatchObject({
      state: 'ok',
    })
  })
})

describe('the account', () => {
  const look = (outcome: boolean | Error, canEnterClient = false) =>
    run(
      accountCheck(
        {
          identify: () =>
            typeof outcome === 'boolean' ? Promise.resolve({ wasAsked: outcome }) : Promise.reject(outcome),
          canEnterClient,
        },
        notes,
        row({}),
      ),
    )

  it('that the provider knows is fine', async () => {
    expect(await look(true)).toMatchObject({ state: 'ok' })
  })

  it('that nobody can be asked about is not called fine', async () => {
    expect(await look(false)).toMatchObject({ state: 'skipped' })
  })

  it.each<readonly [ErrorCode, Finding['state'], Finding['action']]>([
    ['RECONNECT_REQUIRED', 'problem', 'reconnect'],
    ['KEY_REJECTED', 'problem', 'reconnect'],
    ['NETWORK', 'problem', 'retry'],
    ['TIMEOUT', 'problem', 'retry'],
    ['INTEGRATIONS_EXECUTION_FAILED', 'problem', 'retry'],
    ['RATE_LIMITED', 'note', 'retry'],
    ['VAULT_LOCKED', 'skipped', 'none'],
    ['KEYCHAIN_UNAVAILABLE', 'skipped', 'none'],
  ])('%s is %s, and the button is %s', async (code, state, action) => {
    expect(await look(new HubError(code, verbatim('It said no.')))).toMatchObject({ state, action })
  })

  it('whose OAuth app is refused leads to the form, unless the environment names it', async () => {
    const refused = new HubError('INTEGRATIONS_NOT_CONFIGURED', verbatim('Not this client.'))
    expect(await look(refused, true)).toMatchObject({ state: 'problem', action: 'enter_client' })
    expect(await look(refused, false)).toMatchObject({ state: 'problem', action: 'none' })
  })

  it('keeps the provider’s words out of the report: they may echo a key', async () => {
    const echo = new HubError('INTEGRATIONS_EXECUTION_FAILED', verbatim('Notes: no key like sk-…f00d'))
    const finding = await look(echo)
    expect(finding.sentence).toContain('f00d')
    expect(finding.forReport).not.toContain('f00d')
    expect(finding.forReport).toContain('INTEGRATIONS_EXECUTION_FAILED')
  })
})

describe('the hosts that are looked at', () => {
  it('are those of the API and of the sign-in, each once', () => {
    expect(reachedHosts(atSite(notes, 'oauth2', {}))).toEqual(['api.notes.example', 'notes.example'])
    expect(reachedHosts(atSite(notes, 'api_key', {}))).toEqual(['api.notes.example'])
  })

  it('are those of the account’s own server, with its port', () => {
    const site = { host: 'git.example.com:8443' }
    expect(reachedHosts(atSite(hosted, 'client_credentials', site))).toEqual(['git.example.com:8443'])
  })

  it('leave out what is not known yet', () => {
    const { auth, hosts } = hosted
    expect(reachedHosts({ auth, hosts })).toEqual([])
  })
})
