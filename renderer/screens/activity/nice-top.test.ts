import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { niceTop } from './nice-top.ts'

it('never cuts the highest bar, and wastes little room', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (most) => {
      const top = niceTop(most)
      expect(top).toBeGreaterThanOrEqual(most)
      expect(top).toBeLessThanOrEqual(Math.max(4, most * 2.5))
    }),
  )
})
