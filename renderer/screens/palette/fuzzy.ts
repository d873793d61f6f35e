/** A word that is found as it is written counts far more than letters that only follow each other. */
const POINTS = { first: 140, start: 120, inside: 70, scattered: 30 } as const
const BEFORE_WORD = /[\s_\-./“(]/u
/** Scattered letters further apart than this many times their number are chance. */
const LOOSEST = 3

/**
 * How well a text answers what somebody has typed. Every word of the query must be in it, in any order.
 *
 * @returns null when one is not; the more, the better
 */
export function fuzzyScore(query: string, text: string): number | null {
  const hay = plain(text)
  let score = 0
  for (const term of plain(query).split(/\s+/u).filter(Boolean)) {
    const points = termScore(term, hay)
    if (points === null) return null
    score += points
  }
  // Of two that match alike the shorter one is meant.
  return score - hay.length / 100
}

/**
 * The entries that match, best first.
 *
 * @param wordsOf what is searched in an entry: its name, and what else it may be called, which counts half; `weight`
 *   below 1 puts it behind others that match alike
 */
export function fuzzyFilter<T>(
  query: string,
  entries: readonly T[],
  wordsOf: (entry: T) => { readonly name: string; readonly also: string; readonly weight?: number },
): readonly T[] {
  if (query.trim() === '') return entries
  return entries
    .flatMap((entry) => {
      const words = wordsOf(entry)
      const score = entryScore(query, words)
      return score === null ? [] : [{ entry, score: score * (words.weight ?? 1) }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

function entryScore(
  query: string,
  { name, also }: { readonly name: string; readonly also: string },
): number | null {
  const own = fuzzyScore(query, name)
  if (own !== null) return own
  const together = fuzzyScore(query, `${name} ${also}`)
  return together === null ? null : together / 2
}

function termScore(term: string, hay: string): number | null {
  if (hay.startsWith(term)) return POINTS.first
  if (places(term, hay).some((at) => isWordStart(hay, at))) return POINTS.start
  return hay.includes(term) && term.length > 1 ? POINTS.inside : scattered(term, hay)
}

function places(term: string, hay: string): readonly number[] {
  const found: number[] = []
  for (let at = hay.indexOf(term); at !== -1; at = hay.indexOf(term, at + 1)) found.push(at)
  return found
}

/** The letters in their order, the first one at the start of a word. */
function scattered(term: string, hay: string): number | null {
  if (term.length < 3) return null
  const lengths = places(term.slice(0, 1), hay)
    .filter((at) => isWordStart(hay, at))
    .map((at) => spanFrom(term, hay, at))
    .filter((span) => span !== null && span <= term.length * LOOSEST)
  const shortest = Math.min(...lengths.map(Number))
  return lengths.length === 0 ? null : POINTS.scattered - (shortest - term.length)
}

/** @returns how far the last letter is from the first */
function spanFrom(term: string, hay: string, from: number): number | null {
  let at = from
  for (const letter of term.slice(1)) {
    at = hay.indexOf(letter, at + 1)
    if (at === -1) return null
  }
  return at + 1 - from
}

const isWordStart = (hay: string, at: number): boolean => at === 0 || BEFORE_WORD.test(hay[at - 1] ?? '')

/** Case and accents do not matter. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
