import { describe, expect, it } from 'vitest'
import { integrations } from './index.ts'
import { findScope, shortScope } from './scope-names.ts'

it.each([
  ['https://www.googleapis.com/auth/gmail.send', 'gmail.send'],
  ['https://mail.example/', 'mail.example'],
  ['read:jira-work', 'read:jira-work'],
  ['Mail.ReadWrite', 'Mail.ReadWrite'],
])('%s is called %s', (scope, name) => {
  expect(shortScope(scope)).toBe(name)
})

it('is found by either name, whatever the case, and no other scope for it', () => {
  const auth = { scopes: ['https://www.googleapis.com/auth/gmail.send', 'openid'] }
  for (const name of ['gmail.send', 'GMAIL.SEND', 'https://www.googleapis.com/auth/gmail.send']) {
    expect(findScope(auth, name)).toBe('https://www.googleapis.com/auth/gmail.send')
  }
  expect(findScope(auth, 'gmail.sen')).toBeUndefined()
  expect(findScope(auth, 'auth/gmail.send')).toBeUndefined()
})

describe('no two scopes of a way in share their short name: an app could be given the wrong one', () => {
  const browser = integrations.flatMap(({ id, auth }) =>
    auth.flatMap((method) => (method.type === 'oauth2' ? [[id, method] as const] : [])),
  )
  it.each(browser)('%s', (_id, { scopes }) => {
    const names = scopes.map((scope) => shortScope(scope).toLowerCase())
    expect(names).toEqual([...new Set(names)])
    expect(names.join(' ')).not.toContain('/')
  })
})
