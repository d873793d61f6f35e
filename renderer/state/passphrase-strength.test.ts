import { describe, expect, it } from 'vitest'
import { strengthOf } from './passphrase-strength.ts'

describe('how strong a passphrase is called', () => {
  it.each(['', 'eleven char', '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑'])('too short for the hub: %j', (passphrase) => {
    expect(strengthOf(passphrase)).toBe('short')
  })

  it.each([
    'aaaaaaaaaaaaaaaaaaaaaaaaa',
    'abababababababababababab',
    'hello hello hello hello hello',
    '123456789012345678901234567890',
    'qwertyuiopasdfghjklzxcvbnm',
    'passwordpassword',
    'Password12345678',
    'gatehouse-2026',
    'administration',
    '198419851986',
  ])('weak, however long it is: %s', (passphrase) => {
    expect(strengthOf(passphrase)).toBe('weak')
  })

  it.each(['k7#Tq9!mWz2$', 'blue chairs run', 'three.green.cows'])('fair: %s', (passphrase) => {
    expect(strengthOf(passphrase)).toBe('fair')
  })

  it.each(['correct horse battery staple', 'velvet-onion-tractor-moon', 'Die Katze trinkt keinen Kaffee'])(
    'good: %s',
    (passphrase) => {
      expect(strengthOf(passphrase)).toBe('good')
    },
  )

  it('answers at once, whatever is typed', () => {
    const start = performance.now()
    strengthOf('ab'.repeat(500))
    strengthOf('x1'.repeat(250) + 'y'.repeat(500))
    expect(performance.now() - start).toBeLessThan(200)
  })
})
