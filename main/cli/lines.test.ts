import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLines } from './lines.ts'

function reading(mostBytes = 1_000) {
  const lines: string[] = []
  let tooLong = 0
  const take = createLines(
    { onLine: (line) => void lines.push(line.toString()), onTooLong: () => void (tooLong += 1) },
    mostBytes,
  )
  return { lines, take: (text: string | Buffer) => take(Buffer.from(text)), tooLong: () => tooLong }
}

describe('lines', () => {
  it('come out whole when they come in parts', () => {
    const { lines, take } = reading()
    take('{"a"')
    take(':1')
    expect(lines).toEqual([])
    take('}\n')
    expect(lines).toEqual(['{"a":1}'])
  })

  it('come out one by one when a chunk has several, with CRLF and empty ones between', () => {
    const { lines, take } = reading()
    take('one\r\n\r\n\ntwo\nthr')
    take('ee\r')
    take('\nfour')
    expect(lines).toEqual(['one', 'two', 'three'])
  })

  it('do not lose a character that is split between chunks', () => {
    const { lines, take } = reading()
    for (const byte of Buffer.from('Grüße 🧵\n')) take(Buffer.from([byte]))
    expect(lines).toEqual(['Grüße 🧵'])
  })

  it('that are too long are dropped, and the next one is read', () => {
    const { lines, take, tooLong } = reading(8)
    take('12345678\n')
    take('12345')
    take('6789')
    take('x'.repeat(100))
    take('\nnext\n')
    expect([lines, tooLong()]).toEqual([['12345678', 'next'], 1])
  })

  it('do not depend on how the bytes are cut', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((it) => !/[\r\n]/.test(it)))
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), (given, size) => {
        const { lines, take } = reading(10_000)
        const bytes = Buffer.from(given.map((text) => `${text}\n`).join(''))
        for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size))
        expect(lines).toEqual(given)
      }),
    )
  })
})
