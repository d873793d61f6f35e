import { describe, expect, it } from 'vitest'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Field } from '../../registry/auth.ts'
import { checkEntered } from './entered-values.ts'

const host: Field = { name: 'host', label: 'Server', kind: 'host', default: 'gitlab.com' }
const shop: Field = { name: 'shop', label: 'Shop', kind: 'subdomain', suffix: '.shop.example' }
const key: Field = { name: 'key', label: 'Key', kind: 'secret', pattern: /\w{4}-(?<dc>[a-z]{2}\d+)/ }
const email: Field = { name: 'email', label: 'E-mail', kind: 'text' }

const siteOf = (field: Field, text: string) => checkEntered([field], { [field.name]: text }).site

describe('a server', () => {
  it.each([
    ['git.example.com', 'git.example.com'],
    [' https://Git.Example.com/group/project?x=1 ', 'git.example.com'],
    ['git.example.com:8443', 'git.example.com:8443'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['', 'gitlab.com'],
  ])('may be pasted as an address: %j', (text, expected) => {
    expect(siteOf(host, text)).toEqual({ host: expected })
  })

  it.each([
    'http://git.example.com',
    'git',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '0x7f.1',
    '2130706433',
    'https://me:secret@git.example.com',
    'a b.example.com',
    'file:///etc/passwd',
    '-a.example.com',
    '{host}.example.com',
  ])('that is no name of a server on the net is refused: %j', (text) => {
    expect(() => siteOf(host, text)).toThrow(/“Server” is not the name of a server/)
  })
})

describe('the part before a domain', () => {
  it.each(['acme', 'acme.shop.example', 'https://ACME.shop.example/admin'])('is taken out of %j', (text) => {
    expect(siteOf(shop, text)).toEqual({ shop: 'acme' })
  })

  it.each(['acme.evil.example', 'a.b', 'acme.shop.example.evil.example', '..', '-x', 'a@b'])(
    'is refused when it would lead to another host: %j',
    (text) => expect(() => siteOf(shop, text)).toThrow(/only the part before “.shop.example”/),
  )
})

describe('a key', () => {
  it('gives the part that says where the account lives', () => {
    expect(checkEntered([key], { key: ' abcd-us6\n' })).toEqual({
      values: { key: 'abcd-us6' },
      site: { dc: 'us6' },
    })
  })

  it.each(['abcd-us6.evil.example', 'xabcd-us6', 'abcd', 'ab cd-us6', 'abcd-us6\nx'])(
    'of another form is refused, and never repeated: %j',
    (text) => {
      const check = (): unknown => checkEntered([key], { key: text })
      expect(check).toThrow(expect.objectContaining({ code: 'KEY_REJECTED' }))
      expect(check).toThrow(expect.not.objectContaining({ message: expect.stringContaining(text) as string }))
    },
  )
})

it('names the field that is missing, so that the form can point at it', () => {
  const reason = sentences.connections.entered.missing('E-mail')
  expect(String(reason)).toBe('Enter “E-mail”.')
  expect(() => checkEntered([email, key], { key: 'abcd-us6', email: '  ' })).toThrow(
    expect.objectContaining({ code: 'INVALID_PARAMS', details: { fields: [{ path: 'email', reason }] } }),
  )
})

it('takes no text with characters that cannot be seen, and leaves out what nobody asked for', () => {
  expect(() => checkEntered([email], { email: 'ada\u202E@example.com' })).toThrow(/cannot be seen/)
  expect(checkEntered([email], { email: 'ada@example.com', __proto__: 'x', other: 'y' }).values).toEqual({
    email: 'ada@example.com',
  })
})
