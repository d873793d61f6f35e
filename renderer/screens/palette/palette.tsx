import { Search } from 'lucide-react'
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { useApps } from '../../state/apps.ts'
import { useCatalog } from '../../state/catalog.ts'
import { closePalette, useToolNames } from '../../state/palette.ts'
import { useWorkspaces } from '../../state/workspaces.ts'
import { text } from '../../text.ts'
import { useModal } from '../../ui/use-modal.ts'
import { commandEntries, paletteActions } from './commands.ts'
import { placeEntries, type PaletteEntry } from './entries.ts'
import { fuzzyFilter } from './fuzzy.ts'
import { PaletteList } from './palette-list.tsx'
import styles from './palette.module.css'

/** More lines than this nobody reads: typing is faster. */
const MOST_SHOWN = 60
const PAGE = 8

/** Finds everything by name, and does it: an input with a list of what matches (ARIA combobox). */
export function Palette() {
  const dialog = useModal()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(query)
  const chosen = found[Math.min(active, found.length - 1)]
  const search = (typed: string): void => {
    setQuery(typed)
    setActive(0)
  }
  return (
    <dialog
      ref={dialog}
      className={styles['palette']}
      aria-label={text.program.palette.title}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => onKey(event, found, chosen, setActive)}
      onClick={(event) => {
        if (event.target === dialog.current) closePalette()
      }}
    >
      <PaletteField listId={listId} query={query} chosen={chosen} isOpen={found.length > 0} onType={search} />
      <PaletteList id={listId} entries={found} chosen={chosen} onPoint={setActive} onChoose={run} />
      <p role="status" className="visually-hidden">
        {text.program.palette.results(found.length)}
      </p>
    </dialog>
  )
}

interface PaletteFieldProps {
  readonly listId: string
  readonly query: string
  readonly chosen: PaletteEntry | undefined
  readonly isOpen: boolean
  readonly onType: (typed: string) => void
}

/** Keeps the focus, and says which line of the list is meant. */
function PaletteField({ listId, query, chosen, isOpen, onType }: PaletteFieldProps) {
  const chosenId = chosen === undefined ? undefined : `${listId}-${chosen.id}`
  useEffect(() => {
    if (chosenId !== undefined)
      document.querySelector(`#${CSS.escape(chosenId)}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  return (
    <div className={styles['top']}>
      <Search size={16} aria-hidden />
      <input
        role="combobox"
        aria-label={text.program.palette.open}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={chosenId}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={text.program.palette.placeholder}
        value={query}
        onChange={(event) => onType(event.target.value)}
      />
      <kbd>{text.program.shortcuts.escape}</kbd>
    </div>
  )
}

function onKey(
  event: KeyboardEvent,
  found: readonly PaletteEntry[],
  chosen: PaletteEntry | undefined,
  setActive: (line: number) => void,
): void {
  if (event.nativeEvent.isComposing) return
  const line = chosen === undefined ? 0 : found.indexOf(chosen)
  const next = moved(event, line, found.length)
  if (next !== null) setActive(next)
  else if (event.key === 'Enter') run(chosen)
  else if (event.key === 'Escape' || isOwnKey(event)) closePalette()
  else return
  event.preventDefault()
}

function run(entry: PaletteEntry | undefined): void {
  if (entry === undefined) return
  closePalette()
  // The dialog gives the focus back first; what runs may take it elsewhere.
  setTimeout(entry.run)
}

function useFound(query: string): readonly PaletteEntry[] {
  const catalog = useCatalog(({ value }) => value)
  const apps = useApps(({ value }) => value)
  const tools = useToolNames(({ value }) => value)
  const workspaces = useWorkspaces(({ value }) => value)
  useEffect(() => {
    if (useToolNames.getState().value === null) void useToolNames.getState().load()
    if (useApps.getState().value === null) void useApps.getState().load()
  }, [])
  const entries = useMemo(() => {
    const world = {
      catalog: catalog ?? [],
      apps: apps ?? [],
      tools: tools ?? [],
      workspaces: workspaces ?? [],
    }
    const places = placeEntries(world, paletteActions)
    const sections = places.filter(({ kind }) => kind === 'section')
    return [...sections, ...commandEntries(), ...places.filter(({ kind }) => kind !== 'section')]
  }, [catalog, apps, tools, workspaces])
  return useMemo(() => fuzzyFilter(query, entries, (entry) => entry).slice(0, MOST_SHOWN), [query, entries])
}

/** @returns the line that the key leads to, or null when it is no such key */
function moved({ key }: KeyboardEvent, active: number, length: number): number | null {
  if (length === 0) return null
  if (key === 'ArrowDown') return (active + 1) % length
  if (key === 'ArrowUp') return (active - 1 + length) % length
  if (key === 'PageDown') return Math.min(active + PAGE, length - 1)
  if (key === 'PageUp') return Math.max(active - PAGE, 0)
  return null
}

const isOwnKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey)
