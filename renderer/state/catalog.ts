import { create } from 'zustand'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const useCatalog = createResource(() => request('catalog.list', {}))

interface CatalogFilter {
  readonly query: string
  /** `null` shows every category. */
  readonly category: string | null
  readonly search: (query: string) => void
  readonly choose: (category: string | null) => void
}

/** Outlives the screen, so that coming back from an integration shows the same list. */
export const useCatalogFilter = create<CatalogFilter>((set) => ({
  query: '',
  category: null,
  search: (query) => set({ query }),
  choose: (category) => set({ category }),
}))
