import { describe, expect, it } from 'vitest'
import type { Placement } from '../../registry/auth.ts'
import { place } from './placement.ts'

function placed(
  send: Placement,
  values: Record<string, string>,
  address = 'https://api.example.org/bot/getMe',
) {
  const headers = new Headers()
  const url = place(send, values, new URL(address), headers)
  return { url: url.href, authorization: headers.get('authorization') }
}

describe('a credential is sent', () => {
  it('in a header made of several values', () => {
    const send: Placement = { in: 'header', name: 'authorization', value: 'OAuth k="{key}", t="{token}"' }
    expect(placed(send, { key: 'k1', token: 't1' }).authorization).toBe('OAuth k="k1", t="t1"')
  })

  it('as user and password, also beyond ASCII (RFC 7617 2.1)', () => {
    const send: Placement = { in: 'basic', user: '{email}', password: '{token}' }
    expect(placed(send, { email: 'ada@exämple.org', token: 'x:y' }).authorization).toBe(
      `Basic ${Buffer.from('ada@exämple.org:x:y').toString('base64')}`,
    )
  })

  it.each([
    ['https://api.example.org/bot/getMe?x=1', 'https://api.example.org/bot1:aB/getMe?x=1'],
    ['https://api.example.org/file/bot/photos/a.jpg', 'https://api.example.org/file/bot1:aB/photos/a.jpg'],
    ['https://api.example.org/bot/file/bot/x', 'https://api.example.org/bot1:aB/file/bot/x'],
  ])('in the path, once, where it belongs: %s', (address, expected) => {
    const send: Placement = { in: 'path', after: ['/bot', '/file/bot'], value: '{token}' }
    expect(placed(send, { token: '1:aB' }, address).url).toBe(expected)
  })

  it.each(['https://api.example.org/botx/getMe', 'https://api.example.org/', 'https://api.example.org/bot'])(
    'never to an address without a place for it: %s',
    (address) => {
      const send: Placement = { in: 'path', after: ['/bot'], value: '{token}' }
      expect(() => placed(send, { token: '1:aB' }, address)).toThrow(/no place for the credential/)
    },
  )

  it('and can add no segment to the path', () => {
    const send: Placement = { in: 'path', after: ['/bot'], value: '{token}' }
    expect(placed(send, { token: '../x/?#' }).url).toBe('https://api.example.org/bot..%2Fx%2F%3F%23/getMe')
  })

  it('with each place filled once: a value that looks like a place stays as it is', () => {
    const send: Placement = { in: 'header', name: 'authorization', value: '{a} {b}' }
    expect(placed(send, { a: '{b}', b: '{a}' }).authorization).toBe('{b} {a}')
  })

  it('not at all when the definition has come to ask for more than was stored', () => {
    const send: Placement = { in: 'header', name: 'authorization', value: '{constructor}' }
    expect(() => placed(send, {})).toThrow(expect.objectContaining({ code: 'RECONNECT_REQUIRED' }))
  })
})
