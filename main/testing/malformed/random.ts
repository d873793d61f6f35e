/** Chance that can be repeated: the same seed makes the same choices. */
export interface Random {
  /** @returns a whole number from 0 to `below` - 1 */
  upTo(below: number): number
  pick<T>(list: readonly [T, ...T[]]): T
  /** @param percent how often it is true */
  chance(percent: number): boolean
}

/** Mulberry32: small, and good enough to make requests with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (below: number): number => Math.floor(next() * below)
  return {
    upTo,
    pick: (list) => list[upTo(list.length)] ?? list[0],
    chance: (percent) => next() * 100 < percent,
  }
}
