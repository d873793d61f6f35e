import type { CatalogEntry } from '../../preload/contract/shapes.ts'

/** Lower case without diacritics, so that “resume” finds “Résumé”. */
const fold = (value: string): string => value.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * Entries of the category in which every word of the query occurs.
 * Those whose name begins with the query come first, then those with it in the name.
 */
export function filterCatalog(
  entries: readonly CatalogEntry[],
  query: string,
  category: string | null,
): readonly CatalogEntry[] {
  const words = fold(query).split(/\s+/u).filter(Boolean)
  const inCategory = entries.filter((entry) => category === null || entry.category === category)
  if (words.length === 0) return inCategory
  const found = inCategory.filter((entry) => {
    const haystack = fold(`${entry.id} ${entry.name} ${entry.description}`)
    return words.every((word) => haystack.includes(word))
  })
  return found.toSorted((a, b) => rank(a, words.join(' ')) - rank(b, words.join(' ')))
}

function rank(entry: CatalogEntry, query: string): number {
  const name = fold(entry.name)
  if (name.startsWith(query)) return 0
  return name.includes(query) || entry.id.includes(query) ? 1 : 2
}

/** Categories that occur, each once, in the order of the catalog. */
export function categoriesOf(entries: readonly CatalogEntry[]): readonly string[] {
  return [...new Set(entries.map((entry) => entry.category))]
}
