import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

describe('arguments in the log', () => {
  it.each([
    'token',
    'access_token',
    'refreshToken',
    'client_secret',
    'password',
    'passwd',
    'passphrase',
    'apiKey',
    'api_key',
    'api-key',
    'X-API-KEY',
    'Authorization',
    'credentials',
    'cookie',
    'private_key',
    'privateKey',
  ])('hold no value named %s, however deep', (name) => {
    const value = { outer: [{ [name]: 'hunter2' }] }
    expect(JSON.stringify(redact(value))).not.toContain('hunter2')
    expect(JSON.stringify(redact({ [name]: { nested: 'hunter2' } }))).not.toContain('hunter2')
  })

  it('keep what is not secret', () => {
    const value = { title: 'Milk', tags: ['a', 'b'], count: 2, done: false, due: null, author: 'Ada' }
    expect(redact(value)).toEqual(value)
  })

  it('hold long texts only in part, with their length', () => {
    const text = `${'x'.repeat(150)}the rest${'y'.repeat(5_000)}`
    const kept = String(redact(text))
    expect(kept).not.toContain('the rest')
    expect(kept).toContain('[5158 characters]')
    expect(redact('x'.repeat(200))).toBe('x'.repeat(200))
  })

  it('end at a depth and a breadth', () => {
    let deep: unknown = 'hunter2'
    for (let level = 0; level < 1_000; level += 1) deep = { deep }
    expect(JSON.stringify(redact(deep)).length).toBeLessThan(200)
    expect(redact(Array.from({ length: 10_000 }, () => 1))).toHaveLength(50)
    const broad = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]))
    expect(Object.keys(redact(broad) as object)).toHaveLength(50)
  })
})
