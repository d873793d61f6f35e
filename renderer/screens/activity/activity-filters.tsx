import { useEffect } from 'react'
import { loadActivity, typeActivityText, useActivity, type ActivityFilter } from '../../state/activity.ts'
import { useApps } from '../../state/apps.ts'
import { useCatalog } from '../../state/catalog.ts'
import { text } from '../../text.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './activity.module.css'

const OUTCOMES = Object.entries(text.activity.outcomes).map(([id, name]) => ({ id, name }))

interface Named {
  readonly id: string
  readonly name: string
}

export function ActivityFilters() {
  const { filter, typed } = useActivity()
  const apps = useApps(({ value }) => value) ?? []
  const integrations = useCatalog(({ value }) => value) ?? []
  useEffect(() => {
    void useApps.getState().load()
    if (useCatalog.getState().value === null) void useCatalog.getState().load()
  }, [])
  return (
    <div className={styles['filters']} role="search">
      <SearchField
        label={text.activity.search}
        placeholder={text.activity.placeholder}
        value={typed}
        onChange={typeActivityText}
      />
      <SelectField
        label={text.activity.app}
        value={filter.appId ?? ''}
        choices={choicesOf(text.activity.allApps, apps)}
        onChange={(id) => void loadActivity(changed(filter, 'appId', id))}
      />
      <SelectField
        label={text.activity.integration}
        value={filter.integrationId ?? ''}
        choices={choicesOf(text.activity.allIntegrations, integrations)}
        onChange={(id) => void loadActivity(changed(filter, 'integrationId', id))}
      />
      <SelectField
        label={text.activity.outcome}
        value={filter.outcome ?? ''}
        choices={choicesOf(text.activity.allOutcomes, OUTCOMES)}
        onChange={(id) => void loadActivity(changed(filter, 'outcome', id))}
      />
    </div>
  )
}

const choicesOf = (all: string, items: readonly Named[]) => [
  { value: '', label: all },
  ...items.map(({ id, name }) => ({ value: id, label: name })),
]

/** The filter with one part set, or without it when the value is empty. */
function changed(filter: ActivityFilter, part: keyof ActivityFilter, value: string): ActivityFilter {
  const { [part]: _, ...rest } = filter
  return value === '' ? rest : { ...rest, [part]: value }
}
