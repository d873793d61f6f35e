import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { KEY_BYTES, seal, unseal } from './cipher.ts'

const key = randomBytes(KEY_BYTES)

it.each(['', 'secret', '𝓼𝓮𝓬𝓻𝓮𝓽 🔑', 'x'.repeat(100_000)])('opens what it sealed', (text) => {
  expect(unseal(key, 'con_1', seal(key, 'con_1', text))).toBe(text)
})

it('seals the same text differently each time: a nonce never repeats', () => {
  const sealed = new Set(
    Array.from({ length: 500 }, () => seal(key, 'a', 'b').subarray(0, 12).toString('hex')),
  )
  expect(sealed.size).toBe(500)
})

it('does not open what belongs to something else: rows cannot be swapped', () => {
  expect(() => unseal(key, 'con_2', seal(key, 'con_1', 'secret'))).toThrow()
})

it('does not open with another key', () => {
  expect(() => unseal(randomBytes(KEY_BYTES), 'con_1', seal(key, 'con_1', 'secret'))).toThrow()
})

it('does not open with any bit flipped, in nonce, tag or text', () => {
  const sealed = seal(key, 'con_1', 'secret')
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7))
    expect(() => unseal(key, 'con_1', changed)).toThrow()
  }
})

it('does not open what was cut off', () => {
  const sealed = seal(key, 'con_1', 'secret')
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => unseal(key, 'con_1', sealed.subarray(0, length))).toThrow()
  }
})
