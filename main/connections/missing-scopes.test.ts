import { expect, it } from 'vitest'
import { defineIntegration } from '../../registry/define.ts'
import { missingScopes } from './missing-scopes.ts'

const mail = defineIntegration({
  id: 'mail',
  name: 'Mail',
  category: 'communication',
  description: 'Mail.',
  icon: 'mail.svg',
  auth: {
    type: 'oauth2',
    authorizeUrl: 'https://mail.example/authorize',
    tokenUrl: 'https://mail.example/token',
    scopes: { read: 'Read mail', send: 'Send mail', offline_access: 'Stay signed in' },
    clientIdEnv: 'MAIL_CLIENT_ID',
  },
  tools: [],
})

const missing = (scopes: readonly string[], authType: 'oauth2' | 'api_key' = 'oauth2') =>
  missingScopes(mail, { authType, scopes }).map(({ name }) => name)

it('names what the person left unticked, in the words of the connect screen', () => {
  expect(missing(['read'])).toEqual(['Send mail'])
})

it('asks for no reconnect where nothing is missing', () => {
  expect(missing(['send', 'read', 'profile'])).toEqual([])
})

it('does not take a provider’s other way of naming scopes for a refusal, nor a key for a sign-in', () => {
  expect(missing([])).toEqual([])
  expect(missing(['https://mail.example/auth/read'])).toEqual([])
  expect(missing(['read'], 'api_key')).toEqual([])
})
