import { SlidersHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ActivityFilter } from '../../../preload/contract/activity.ts'
import { OWN_ACTIVITY } from '../../../preload/contract/own-activity.ts'
import { useActivityChoices } from '../../state/activity-choices.ts'
import { loadActivity, typeActivityText, useActivity } from '../../state/activity.ts'
import { useCatalog } from '../../state/catalog.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { dayOf, startOfDay } from '../../ui/time.ts'
import styles from './activity.module.css'
import { nameOfTool } from './own-activity.ts'

const OUTCOMES = Object.entries(text.activity.outcomes).map(([id, name]) => ({ id, name }))
const DAY_MS = 86_400_000

interface Named {
  readonly id: string
  readonly name: string
}

/** The usual filters, and on demand the rest. */
export function ActivityFilters() {
  const { filter, typed } = useActivity()
  const choices = useActivityChoices(({ value }) => value)
  const [more, setMore] = useState(hasMore(filter))
  useEffect(() => void useActivityChoices.getState().load(), [])
  const words = text.activity
  return (
    <div className={styles['filters']} role="search">
      <SearchField
        label={words.search}
        placeholder={words.placeholder}
        value={typed}
        onChange={typeActivityText}
      />
      <Part part="appId" label={words.app} all={words.allApps} items={choices?.apps ?? []} />
      <Part
        part="integrationId"
        label={words.integration}
        all={words.allIntegrations}
        items={useNamedIntegrations(choices?.integrations ?? [])}
      />
      <Part part="outcome" label={words.outcome} all={words.allOutcomes} items={OUTCOMES} />
      <Button icon={SlidersHorizontal} aria-expanded={more} onClick={() => setMore(!more)}>
        {words.moreFilters}
      </Button>
      {more && (
        <>
          <Part
            part="tool"
            label={words.tool}
            all={words.allTools}
            items={(choices?.tools ?? []).map((id) => ({ id, name: nameOfTool(id) }))}
          />
          <Part
            part="accountName"
            label={words.account}
            all={words.allAccounts}
            items={named(choices?.accounts ?? [])}
          />
          <DateField
            label={words.from}
            value={filter.from === undefined ? '' : dayOf(filter.from)}
            onChange={(day) => void loadActivity(changed(filter, 'from', startOfDay(day)))}
          />
          <DateField
            label={words.until}
            value={filter.to === undefined ? '' : dayOf(filter.to - 1)}
            onChange={(day) => void loadActivity(changed(filter, 'to', endOfDay(day)))}
          />
        </>
      )}
    </div>
  )
}

interface PartProps {
  readonly part: 'appId' | 'integrationId' | 'outcome' | 'tool' | 'accountName'
  readonly label: string
  readonly all: string
  readonly items: readonly Named[]
}

/** One filter: everything, or one of what the log has. */
function Part({ part, label, all, items }: PartProps) {
  const { filter } = useActivity()
  const choices = [{ value: '', label: all }, ...items.map(({ id, name }) => ({ value: id, label: name }))]
  return (
    <SelectField
      label={label}
      value={filter[part] ?? ''}
      choices={choices}
      onChange={(id) => void loadActivity(changed(filter, part, id === '' ? undefined : id))}
    />
  )
}

/** By the name of the catalog, where it is still there. */
function useNamedIntegrations(ids: readonly string[]): readonly Named[] {
  const catalog = useCatalog(({ value }) => value) ?? []
  const nameOf = (id: string): string =>
    id === OWN_ACTIVITY ? text.activity.own : (catalog.find((entry) => entry.id === id)?.name ?? id)
  return ids.map((id) => ({ id, name: nameOf(id) }))
}

const named = (names: readonly string[]): readonly Named[] => names.map((name) => ({ id: name, name }))

const hasMore = ({ tool, accountName, from, to }: ActivityFilter): boolean =>
  [tool, accountName, from, to].some((value) => value !== undefined)

/** The filter with one part set, or without it. */
function changed(filter: ActivityFilter, part: keyof ActivityFilter, value: unknown): ActivityFilter {
  const { [part]: _, ...rest } = filter
  // Sound: each part is given what its own field has.
  return (value === undefined ? rest : { ...rest, [part]: value }) as ActivityFilter
}

/** The first moment after a day. */
function endOfDay(day: string): number | undefined {
  const start = startOfDay(day)
  // A day that the clocks are changed on is not 24 hours long.
  return start === undefined ? undefined : startOfDay(dayOf(start + DAY_MS + DAY_MS / 8))
}
