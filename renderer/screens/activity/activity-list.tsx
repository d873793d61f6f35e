import { ArrowUp, ScrollText } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ActivityEntry } from '../../../preload/contract/shapes.ts'
import { rowAt } from '../../state/activity-pages.ts'
import { clearActivityFilter, loadActivity, showRows, useActivity } from '../../state/activity.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MOST_ROWS, VirtualGrid } from '../../ui/virtual-grid.tsx'
import { ActivityDetails } from './activity-details.tsx'
import styles from './activity-list.module.css'
import { ActivityRow } from './activity-row.tsx'
import { GoToDay } from './go-to-day.tsx'

const COLUMNS = Object.values(text.activity.columns)

const row = (index: number) => <ActivityRow index={index} />

/** The calls, and beside them the one that was opened. */
export function ActivityList({ total }: { readonly total: number }) {
  const { isCapped, fresh, filter } = useActivity()
  const [open, setOpen] = useState<{ readonly index: number; readonly entry: ActivityEntry } | null>(null)
  const { target, goTo } = useTarget()
  const list = useRef<HTMLDivElement>(null)
  const openAt = useCallback((index: number) => {
    const entry = rowAt(useActivity.getState().pages, index)
    if (entry !== undefined) setOpen({ index, entry })
  }, [])
  const close = (): void => {
    setOpen(null)
    list.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  if (total === 0) return <NoRows />
  const shown = Math.min(total, MOST_ROWS)
  return (
    <>
      <div className={styles['bar']}>
        <p role="status">
          {text.activity.found(total, isCapped)}
          {total > shown && ` ${text.activity.capped(shown)}`}
        </p>
        {fresh > 0 && (
          <Button size="small" icon={ArrowUp} onClick={() => void loadActivity(filter)}>
            {text.activity.fresh(fresh)}
          </Button>
        )}
        <GoToDay onPlace={(index) => goTo(Math.min(index, shown - 1))} />
      </div>
      <div ref={list} className={styles['body']} data-open={open !== null}>
        <VirtualGrid
          label={text.activity.list}
          count={shown}
          columns={COLUMNS}
          row={row}
          onSight={showRows}
          onOpen={openAt}
          openIndex={open?.index ?? null}
          target={target}
        />
        {open !== null && <ActivityDetails key={open.entry.callId} opened={open.entry} onClose={close} />}
      </div>
    </>
  )
}

/** Where the list is to go: to the top whenever it was read anew from there. */
function useTarget(): { target: { readonly index: number } | null; goTo: (index: number) => void } {
  const generation = useActivity(({ generation }) => generation)
  const [chosen, setChosen] = useState<{ readonly index: number } | null>(null)
  useEffect(() => setChosen(null), [generation])
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const top = useMemo(() => ({ index: 0 }), [generation])
  return { target: chosen ?? top, goTo: (index) => setChosen({ index }) }
}

function NoRows() {
  const filtered = useActivity(({ filter }) => Object.keys(filter).length > 0)
  if (!filtered) {
    return (
      <EmptyState icon={ScrollText} title={text.activity.empty}>
        {text.activity.emptyBody}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={ScrollText}
      title={text.activity.noMatch}
      action={<Button onClick={() => void clearActivityFilter()}>{text.activity.clear}</Button>}
    >
      {text.activity.noMatchBody}
    </EmptyState>
  )
}
