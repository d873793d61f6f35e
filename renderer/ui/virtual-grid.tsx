import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './virtual-grid.module.css'

interface VirtualGridProps {
  readonly label: string
  /** How many rows there are. */
  readonly count: number
  /** Names of the columns, for screen readers. */
  readonly columns: readonly string[]
  /** The cells of a row, each with the role `gridcell`. */
  readonly row: (index: number) => ReactNode
  /** Told which rows are in sight. */
  readonly onSight: (first: number, last: number) => void
  readonly onOpen: (index: number) => void
  /** The row that is open beside the list. */
  readonly openIndex: number | null
  /** Goes there whenever the object is another one. */
  readonly target: { readonly index: number } | null
}

const ROW_HEIGHT = 46
/** Rows outside the view that are there already when it gets to them. */
const SPARE = 10
/** Chromium lays out no element higher than 33,554,431 pixels. */
export const MOST_ROWS = 500_000

/** A list of any length in fixed rows, of which only those in sight exist. One tab stop; arrows move in it. */
export function VirtualGrid(props: VirtualGridProps) {
  const { label, count, columns, row, onOpen, openIndex } = props
  const view = useRef<HTMLDivElement>(null)
  const id = useId()
  const { first, rows } = useSight(view, props)
  const [active, setActive] = useState<number | null>(null)
  const activeIndex = active === null ? null : Math.min(active, count - 1)
  const move = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index))
    setActive(next)
    reveal(view.current, next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const from = activeIndex ?? first
    const target = targetOf(event.key, from, Math.max(1, rows - 1), count)
    if (target !== undefined) move(target)
    else if (event.key === 'Enter' || event.key === ' ') onOpen(from)
    else return
    event.preventDefault()
  }
  const start = Math.max(0, first - SPARE)
  const end = Math.min(count, first + rows + SPARE)
  return (
    <div
      ref={view}
      role="grid"
      tabIndex={0}
      className={styles['view']}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-activedescendant={activeIndex === null ? undefined : `${id}${activeIndex}`}
      onKeyDown={onKeyDown}
      onFocus={() => setActive((now) => now ?? first)}
    >
      <div role="row" aria-rowindex={1} className="visually-hidden">
        {columns.map((name) => (
          <span key={name} role="columnheader">
            {name}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={styles['rows']} style={{ height: count * ROW_HEIGHT }}>
        {Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step).map((index) => (
          <div
            key={index}
            id={`${id}${index}`}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={index === openIndex}
            data-active={index === activeIndex}
            className={styles['row']}
            style={{ transform: `translateY(${index * ROW_HEIGHT}px)` }}
            onClick={() => {
              setActive(index)
              onOpen(index)
            }}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Follows the scroll position and the height of the view. */
function useSight(
  view: { readonly current: HTMLDivElement | null },
  { count, onSight, target }: VirtualGridProps,
): { readonly first: number; readonly rows: number } {
  const [sight, setSight] = useState({ first: 0, rows: 20 })
  useEffect(() => {
    const element = view.current
    if (element === null) return undefined
    const look = (): void => {
      const first = Math.floor(element.scrollTop / ROW_HEIGHT)
      const rows = Math.ceil(element.clientHeight / ROW_HEIGHT) + 1
      setSight((old) => (old.first === first && old.rows === rows ? old : { first, rows }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [view])
  useEffect(() => {
    if (target !== null) view.current?.scrollTo({ top: target.index * ROW_HEIGHT })
  }, [view, target])
  const { first, rows } = sight
  useEffect(() => {
    onSight(first, Math.min(count, first + rows) - 1)
  }, [first, rows, count, onSight])
  return sight
}

function targetOf(key: string, from: number, page: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }
  return targets[key]
}

/** Scrolls as far as it takes to see the whole row. */
function reveal(view: HTMLDivElement | null, index: number): void {
  if (view === null) return
  const top = index * ROW_HEIGHT
  const bottom = top + ROW_HEIGHT
  if (top < view.scrollTop) view.scrollTop = top
  else if (bottom > view.scrollTop + view.clientHeight) view.scrollTop = bottom - view.clientHeight
}
