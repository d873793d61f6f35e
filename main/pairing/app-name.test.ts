import { assert, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainName, uniqueName, visibleName } from './app-name.ts'

const anything = string({ unit: 'binary', maxLength: 200 })

describe('a name made of anything', () => {
  it('holds nothing that cannot be seen, is never empty and never long', () => {
    assert(
      property(anything, (name) => {
        const plain = plainName(name)
        expect(plain).not.toMatch(/(?! )[\p{C}\p{Z}]/u)
        expect(plain.trim()).toBe(plain)
        expect(plain).not.toBe('')
        expect(Array.from(plain).length).toBeLessThanOrEqual(80)
      }),
    )
  })

  it('is not the name of another app', () => {
    assert(
      property(anything, nat(4), (name, others) => {
        const taken: string[] = []
        for (let count = 0; count <= others; count += 1) {
          const given = uniqueName(plainName(name), taken)
          expect(taken.map((one) => one.toLowerCase())).not.toContain(given.toLowerCase())
          expect(given.length).toBeLessThanOrEqual(160)
          taken.push(given)
        }
      }),
    )
  })
})

it('a name is shown with its tricks', () => {
  expect(visibleName('a\u202Eb\u200B c')).toBe('a⟨U+202E⟩b⟨U+200B⟩ c')
})
