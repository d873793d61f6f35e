import { expect, test } from 'vitest'
import { HubError } from '../../preload/contract/errors.ts'
import { verbatim } from '../../preload/contract/sentence.ts'
import { sayIn, sentences } from '../../preload/messages/sentences.ts'
import { secretsOf, watchSecrets, withoutSecrets } from './echoed-secrets.ts'

const token = 'tok_0123456789abcdefghij'

test('a credential that a provider repeats is taken out wherever it stands', () => {
  const said = { text: `Bearer ${token}, twice: ${token}.`, [token]: 1, list: [{ deep: [token] }], n: 7 }
  expect(withoutSecrets(said, [token])).toEqual({
    text: 'Bearer [credential removed], twice: [credential removed].',
    '[credential removed]': 1,
    list: [{ deep: ['[credential removed]'] }],
    n: 7,
  })
})

test.each(['', '…', '.', '….'])('one that was cut off before “%s” leaves no beginning behind', (end) => {
  expect(withoutSecrets(`No: ${token.slice(0, 20)}${end}`, [token])).toBe(`No: [credential removed]${end}`)
})

test('an answer without it is handed on as it is, not copied', () => {
  const said = { rows: [{ a: 'tok_0123 is no secret' }], at: new Date(0), none: null }
  expect(withoutSecrets(said, [token])).toBe(said)
})

test('an error keeps its code and loses the credential in sentence and details', () => {
  const error = new HubError('SCOPE_MISSING', verbatim(`Needs ${token}`), { scopes: [token], status: 403 })
  const cleaned = withoutSecrets(error, [token])
  expect(cleaned).toBeInstanceOf(HubError)
  expect(cleaned.toBody()).toMatchObject({
    code: 'SCOPE_MISSING',
    message: 'Needs [credential removed]',
    details: { scopes: ['[credential removed]'], status: 403 },
  })
})

test('an error loses it in every language: in a value, cut off there, or in a sentence inside the sentence', () => {
  const inner = sentences.connections.renewal.refused('Notes', `no ${token}`)
  const nested = withoutSecrets(new HubError('NETWORK', sentences.doctor.withRemedy(inner, 'Stop.')), [token])
  expect(sayIn('de', nested.sentence)).toBe(
    'Notes hat die Anmeldung nicht erneuert: no [credential removed]. Stop.',
  )
  const cut = sentences.connections.renewal.refused('Notes', `no ${token.slice(0, 20)}…`)
  expect(sayIn('de', withoutSecrets(new HubError('NETWORK', cut), [token]).sentence)).not.toContain('tok_')
})

test('a sentence among its details loses it as well', () => {
  const fields = [{ path: 'key', reason: verbatim(`no ${token}`) }]
  const { details } = withoutSecrets(new HubError('NETWORK', verbatim('No.'), { fields }), [token]).toBody()
  expect(details).toEqual({ fields: [{ path: 'key', reason: 'no [credential removed]' }] })
})

test('one that two values make together is taken out too', () => {
  const split = sentences.doctor.withRemedy('key/with', 'signs')
  const { message, sentence } = withoutSecrets(new HubError('NETWORK', split), ['key/with signs'])
  expect([message, sayIn('de', sentence)]).toEqual(['[credential removed]', '[credential removed]'])
})

test('an error without it stays the one it is, with its translation', () => {
  const error = new HubError('NETWORK', sentences.doctor.withRemedy(verbatim('No.'), 'Go.'), { tries: 2 })
  expect(withoutSecrets(error, [token])).toBe(error)
})

test('no word of an answer is taken for a short secret', () => {
  expect(withoutSecrets('the secret is secret', ['', 'secret'])).toBe('the secret is secret')
})

const field = { label: '', kind: 'secret' } as const
const form = {
  type: 'api_key' as const,
  label: '',
  helpUrl: '',
  fields: [
    { ...field, name: 'email', kind: 'text' as const },
    { ...field, name: 'key' },
  ],
  send: { in: 'basic' as const, user: '{email}', password: '{key}' },
}
const values = { email: 'ada@example.com', key: 'key/with signs' }

test('secret fields count, as they are and as they are sent; an e-mail address stays in answers', () => {
  const secrets = secretsOf({ auth: [form] }, { type: 'api_key', values })
  const basic = Buffer.from('ada@example.com:key/with signs').toString('base64')
  expect(secrets).toEqual(expect.arrayContaining(['key/with signs', 'key%2Fwith%20signs', basic]))
  expect(secrets).not.toContain('ada@example.com')
  expect(withoutSecrets('by ada@example.com', secrets)).toBe('by ada@example.com')
})

test('a token that took the place of another during a call is known as well as the first', async () => {
  const fresh = { type: 'oauth2' as const, accessToken: 'access-fresh-1', refreshToken: 'refresh-fresh-1' }
  const { source, clean } = watchSecrets(
    { auth: [] },
    {
      current: () => Promise.resolve({ type: 'oauth2', accessToken: 'access-first-1' }),
      renewed: () => Promise.resolve(fresh),
      rejected: () => undefined,
      accepted: () => undefined,
    },
  )
  expect(clean('access-first-1')).toBe('access-first-1')
  await source.renewed(await source.current())
  const removed = '[credential removed]'
  expect(clean(['access-first-1', 'access-fresh-1', 'refresh-fresh-1'])).toEqual([removed, removed, removed])
})
