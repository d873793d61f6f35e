import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProviderError } from './provider-error.ts'
import { providerUrl } from './provider-url.ts'

const base = 'https://api.example.com/v1'

describe('providerUrl', () => {
  it('encodes what would end a segment, a path or a URL', () => {
    const url = providerUrl(base, '/a/{x}/b', { x: '../?q=1#f' })
    expect(url).toBe('https://api.example.com/v1/a/..%2F%3Fq%3D1%23f/b')
  })

  it('keeps the slashes of a path of several segments', () => {
    expect(providerUrl(base, '/c/{+path}', { path: 'src/a b/é.ts' })).toBe(`${base}/c/src/a%20b/%C3%A9.ts`)
  })

  it.each(['', '.', '..'])('refuses %j as a segment: it would address another resource', (x) => {
    expect(() => providerUrl(base, '/a/{x}/b', { x })).toThrow(ProviderError)
  })

  it.each(['/a', 'a/', 'a//b', 'a/../b', './a', '..'])('refuses %j as a path of several segments', (path) => {
    expect(() => providerUrl(base, '/c/{+path}', { path })).toThrow(expect.objectContaining({ status: 400 }))
  })

  it('refuses a missing value instead of sending “undefined”', () => {
    expect(() => providerUrl(base, '/a/{x}')).toThrow(ProviderError)
  })

  it('never lets a value change host, number of segments or query', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%2e%2e', '..;', '\\..', '\t'),
    )
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const url = urlOrRefusal('/a/{one}/b/{other}', { one, other })
        if (url === undefined) return
        expect(url.origin).toBe('https://api.example.com')
        expect(url.pathname.split('/')).toHaveLength(6)
        expect([url.search, url.hash, url.username]).toEqual(['', '', ''])
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v1', 'a', one, 'b', other])
      }),
    )
  })

  it('never lets a path of several segments leave its place', () => {
    const path = fc.array(fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e%2e', 'a')), { minLength: 1 })
    fc.assert(
      fc.property(path, (segments) => {
        const joined = segments.join('/')
        const url = urlOrRefusal('/c/{+joined}', { joined })
        if (url === undefined) return
        expect(url.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v1', 'c', ...joined.split('/')])
        expect([url.host, url.search, url.hash]).toEqual(['api.example.com', '', ''])
      }),
    )
  })
})

function urlOrRefusal(template: string, path: Record<string, string>): URL | undefined {
  try {
    return new URL(providerUrl(base, template, path))
  } catch (error) {
    expect(error).toBeInstanceOf(ProviderError)
    return undefined
  }
}
