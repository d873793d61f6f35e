import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRedirectUri, isRegistered, withAnswer } from './redirect-uri.ts'

describe('a redirect URI', () => {
  it.each([
    'http://127.0.0.1:4000/callback',
    'http://127.0.0.1/',
    'http://localhost:33418',
    'http://[::1]:9/x?y=z',
    'https://vscode.dev/redirect',
    'cursor://anysphere.cursor-retrieval/oauth/callback',
    'com.example.app:/callback',
  ])('may be %s', (address) => expect(isRedirectUri(address)).toBe(true))

  it.each([
    'http://example.com/callback',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://localhost.evil.example/',
    'http://2130706433/',
    'https://user:pass@example.com/',
    'https://example.com/#fragment',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@example.com',
    'app.gatehouse.desktop:/oauth/callback',
    'view-source:https://example.com',
    'https:example.com',
    'https://exa mple.com/',
    'https://example.com/\u202E',
    'https://example.com/\r\nlocation: x',
    'c:/windows',
    '/callback',
    '',
  ])('may not be %s', (address) => expect(isRedirectUri(address)).toBe(false))
})

describe('an answer goes only where the client said before', () => {
  it.each([
    ['http://127.0.0.1/cb', 'http://127.0.0.1:55555/cb', true],
    ['http://localhost:1/cb', 'http://localhost:2/cb', true],
    ['http://127.0.0.1:1/cb', 'http://localhost:1/cb', false],
    ['http://127.0.0.1:1/cb', 'http://127.0.0.1:1/cb/', false],
    ['http://127.0.0.1:1/cb', 'http://127.0.0.1:1/cb?x=1', false],
    ['http://127.0.0.1:1', 'http://127.0.0.1:1@evil.example/', false],
    ['https://example.com:1/cb', 'https://example.com:2/cb', false],
    ['https://example.com/cb', 'https://EXAMPLE.com/cb', false],
    ['https://example.com/cb', 'https://example.com/cb/../x', false],
  ])('%s, asked for %s: %s', (registered, asked, expected) => {
    expect(isRegistered(asked, [registered])).toBe(expected)
  })

  it('whatever is appended to it', () => {
    assert(
      property(string({ minLength: 1, unit: 'binary' }), (tail) => {
        const asked = `http://127.0.0.1:4000/cb${tail}`
        expect(isRegistered(asked, ['http://127.0.0.1:4000/cb'])).toBe(false)
      }),
    )
  })

  it('and keeps the query that was there', () => {
    expect(withAnswer('http://127.0.0.1/cb?a=1', { code: 'x y', state: undefined })).toBe(
      'http://127.0.0.1/cb?a=1&code=x+y',
    )
  })
})
