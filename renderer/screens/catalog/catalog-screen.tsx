import { SearchX } from 'lucide-react'
import { useEffect } from 'react'
import type { CatalogEntry } from '../../../preload/contract/shapes.ts'
import { categoriesOf, filterCatalog } from '../../state/catalog-filter.ts'
import { useCatalog, useCatalogFilter } from '../../state/catalog.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CatalogCard } from './catalog-card.tsx'
import styles from './catalog.module.css'

export function CatalogScreen() {
  const { value, problem, load } = useCatalog()
  useEffect(() => {
    if (useCatalog.getState().value === null) void useCatalog.getState().load()
  }, [])
  return (
    <Page title={text.catalog.title} lead={text.catalog.lead} wide>
      {problem && <ProblemNotice problem={problem} onRetry={() => void load()} />}
      {value === null && problem === null && <Skeleton rows={6} tall />}
      {value?.length === 0 && (
        <EmptyState icon={SearchX} title={text.catalog.empty}>
          {text.catalog.emptyBody}
        </EmptyState>
      )}
      {value !== null && value.length > 0 && <Catalog entries={value} />}
    </Page>
  )
}

function Catalog({ entries }: { readonly entries: readonly CatalogEntry[] }) {
  const { query, category, search, choose } = useCatalogFilter()
  const found = filterCatalog(entries, query, category)
  const chips = [
    { value: null, label: text.catalog.all },
    ...categoriesOf(entries).map((id) => ({ value: id, label: text.catalog.category(id) })),
  ]
  return (
    <>
      <div className={styles['tools']}>
        <SearchField
          label={text.catalog.search}
          placeholder={text.catalog.placeholder}
          value={query}
          onChange={search}
        />
        <Chips label={text.catalog.categories} value={category} chips={chips} onChange={choose} />
        <p role="status" className="visually-hidden">
          {text.catalog.found(found.length)}
        </p>
      </div>
      {found.length === 0 ? <NothingFound /> : <Found entries={found} />}
    </>
  )
}

function Found({ entries }: { readonly entries: readonly CatalogEntry[] }) {
  const connected = entries.filter(({ accounts }) => accounts.length > 0)
  const available = entries.filter(({ accounts }) => accounts.length === 0)
  return (
    <>
      {connected.length > 0 && <Cards title={text.catalog.connected} entries={connected} />}
      {available.length > 0 && <Cards title={text.catalog.available} entries={available} />}
    </>
  )
}

function Cards({ title, entries }: { readonly title: string; readonly entries: readonly CatalogEntry[] }) {
  return (
    <Section title={title} note={text.catalog.found(entries.length)}>
      <ul className={styles['grid']}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <CatalogCard entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function NothingFound() {
  const { query, search, choose } = useCatalogFilter()
  const clear = (): void => {
    search('')
    choose(null)
  }
  return (
    <EmptyState
      icon={SearchX}
      title={text.catalog.nothingFound}
      action={<Button onClick={clear}>{text.catalog.clear}</Button>}
    >
      {query === '' ? text.catalog.nothingInCategory : text.catalog.nothingFoundFor(query)}
    </EmptyState>
  )
}
