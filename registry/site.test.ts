import { describe, expect, it } from 'vitest'
import { normalizeAuth } from './auth.ts'
import { defineIntegration } from './define.ts'
import { atSite, fillSite } from './site.ts'

const host = { name: 'host', label: 'Server', kind: 'host' } as const
const site = { name: 'site', label: 'Site', kind: 'subdomain', suffix: '.example' } as const

const integration = defineIntegration({
  id: 'placed',
  name: 'Placed',
  category: 'productivity',
  description: 'Things somewhere.',
  icon: 'placed.svg',
  auth: [
    { type: 'api_key', label: 'Key', helpUrl: 'https://a.example', fields: [site], send: keySend() },
    {
      type: 'oauth2',
      authorizeUrl: 'https://{host}/authorize',
      tokenUrl: 'https://{host}/token',
      deviceUrl: 'https://{host}/device',
      registration: { url: 'https://{host}/register' },
      revoke: { url: 'https://{host}/revoke/{client_id}' },
      scopes: { read: 'Read things' },
      clientIdEnv: 'PLACED_CLIENT_ID',
      fields: [host],
      hosts: ['{cloud}.api.example', 'login.example'],
      apiBase: 'https://{cloud}.api.example/{cloud}',
    },
  ],
  hosts: ['{site}.api.example'],
  apiBase: 'https://{site}.api.example',
  graphqlUrl: 'https://{site}.api.example/graphql',
  tools: [],
})

function keySend() {
  return { in: 'header', name: 'x-key', value: '{key}' } as const
}

describe('an integration at a site', () => {
  it('has its addresses filled, and only the way in that was taken', () => {
    expect(atSite(integration, 'api_key', { site: 'acme' })).toMatchObject({
      hosts: ['acme.api.example'],
      apiBase: 'https://acme.api.example',
      graphqlUrl: 'https://acme.api.example/graphql',
      auth: [{ type: 'api_key' }],
    })
  })

  it('follows what the way in says of its own', () => {
    expect(atSite(integration, 'oauth2', { host: 'git.example.org:8443', cloud: 'us1' })).toMatchObject({
      hosts: ['us1.api.example', 'login.example'],
      apiBase: 'https://us1.api.example/us1',
      auth: [
        {
          authorizeUrl: 'https://git.example.org:8443/authorize',
          tokenUrl: 'https://git.example.org:8443/token',
          deviceUrl: 'https://git.example.org:8443/device',
          registration: { url: 'https://git.example.org:8443/register' },
          revoke: { url: 'https://git.example.org:8443/revoke/{client_id}' },
        },
      ],
    })
  })

  it('sends no credential to a host whose place is not known yet', () => {
    expect(atSite(integration, 'oauth2', { host: 'git.example.org' }).hosts).toEqual(['login.example'])
  })

  it('has no way in that the definition no longer knows', () => {
    expect(atSite(integration, 'client_credentials', { site: 'acme' }).auth).toEqual([])
  })
})

describe('a value in an address', () => {
  it.each(['a.b', 'a/b', 'a:1', 'a@b', '..', '', 'a b', 'a%2Fb', '-a', 'a\n'])(
    'that is more than one label goes nowhere: %j',
    (value) => {
      expect(() => fillSite('https://{site}.example', { site: value }, [site])).toThrow(TypeError)
    },
  )

  it.each(['localhost', '127.0.0.1', 'a/b.example', 'a.example/', 'x@a.example', 'a..example', 'a.1', ''])(
    'that is no host name is no host: %j',
    (value) => {
      expect(() => fillSite('https://{host}/x', { host: value }, [host])).toThrow(TypeError)
    },
  )

  it('may be a whole host only where a host was asked for', () => {
    expect(fillSite('https://{host}/x', { host: 'a.example' }, [host])).toBe('https://a.example/x')
    expect(() => fillSite('https://{cloud}/x', { cloud: 'a.example' }, [host])).toThrow(TypeError)
  })
})

describe('the ways in, with every default filled', () => {
  it('a key is one secret field in a header', () => {
    const written = {
      type: 'api_key',
      label: 'Token',
      prefix: 'Bearer ',
      helpUrl: 'https://a.example',
    } as const
    expect(normalizeAuth({ ...written, placeholder: 'tok_…' })).toMatchObject({
      fields: [{ name: 'key', label: 'Token', kind: 'secret', placeholder: 'tok_…' }],
      send: { in: 'header', name: 'authorization', value: 'Bearer {key}' },
    })
  })

  it('scopes may carry short words for the person', () => {
    const [, browser] = integration.auth
    expect(browser).toMatchObject({ scopes: ['read'], scopeNames: new Map([['read', 'Read things']]) })
  })
})
