import { describe, expect, it } from 'vitest'
import type { CatalogEntry } from '../../preload/contract/shapes.ts'
import { categoriesOf, filterCatalog } from './catalog-filter.ts'

const entry = (id: string, name: string, description: string, category = 'productivity'): CatalogEntry => ({
  id,
  name,
  description,
  category,
  icon: `${id}.svg`,
  toolCount: 1,
  accounts: [],
})

const entries = [
  entry('acme-notes', 'Acme Notes', 'Pages that replace a wiki.'),
  entry('notepad', 'Notepad', 'Écrire vite.'),
  entry('wires', 'Wires', 'Messages and notes for teams.', 'communication'),
]
const ids = (found: readonly CatalogEntry[]): readonly string[] => found.map(({ id }) => id)

describe('filterCatalog', () => {
  it('matches id, name and description', () => {
    expect(ids(filterCatalog(entries, 'acme-n', null))).toEqual(['acme-notes'])
    expect(ids(filterCatalog(entries, 'NOTEP', null))).toEqual(['notepad'])
    expect(ids(filterCatalog(entries, 'wiki', null))).toEqual(['acme-notes'])
  })

  it('ignores accents', () => {
    expect(ids(filterCatalog(entries, 'ecrire', null))).toEqual(['notepad'])
  })

  it('needs every word, in any order', () => {
    expect(ids(filterCatalog(entries, 'teams notes', null))).toEqual(['wires'])
    expect(filterCatalog(entries, 'teams wiki', null)).toEqual([])
  })

  it('puts names that begin with the query first', () => {
    expect(ids(filterCatalog(entries, 'note', null))).toEqual(['notepad', 'acme-notes', 'wires'])
  })

  it('keeps to the category', () => {
    expect(ids(filterCatalog(entries, 'notes', 'communication'))).toEqual(['wires'])
  })
})

describe('categoriesOf', () => {
  it('lists each category once, in order', () => {
    expect(categoriesOf(entries)).toEqual(['productivity', 'communication'])
  })
})
