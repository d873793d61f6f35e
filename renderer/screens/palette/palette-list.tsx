import {
  AppWindow,
  Blocks,
  CornerDownLeft,
  Layers,
  PanelLeft,
  Settings2,
  Wrench,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import type { EntryKind, PaletteEntry } from './entries.ts'
import { controlKey } from './keys.ts'
import styles from './palette.module.css'

const ICONS: Readonly<Record<EntryKind, LucideIcon>> = {
  section: PanelLeft,
  setting: Settings2,
  action: Zap,
  integration: Blocks,
  app: AppWindow,
  tool: Wrench,
  workspace: Layers,
}

interface PaletteListProps {
  readonly id: string
  readonly entries: readonly PaletteEntry[]
  readonly chosen: PaletteEntry | undefined
  readonly onPoint: (index: number) => void
  readonly onChoose: (entry: PaletteEntry) => void
}

/** What matches; the focus stays in the field above. */
export function PaletteList({ id, entries, chosen, onPoint, onChoose }: PaletteListProps) {
  return (
    <>
      <ul id={id} role="listbox" aria-label={text.program.palette.title} className={styles['list']}>
        {entries.map((entry, index) => {
          const Icon = ICONS[entry.kind]
          return (
            // The field above takes the keys.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={entry.id}
              id={`${id}-${entry.id}`}
              role="option"
              aria-selected={entry === chosen}
              onPointerMove={() => {
                if (entry !== chosen) onPoint(index)
              }}
              // Pressing must not take the focus out of the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(entry)}
            >
              <Icon size={15} aria-hidden />
              <span className={styles['name']}>
                <InertText lines="one">{entry.name}</InertText>
              </span>
              <span className={styles['kind']}>{text.program.palette.kinds[entry.kind]}</span>
              {entry.keys !== undefined && (
                <kbd>{entry.kind === 'section' ? controlKey(entry.keys) : entry.keys}</kbd>
              )}
              <CornerDownLeft size={13} className={styles['enter']} aria-hidden />
            </li>
          )
        })}
      </ul>
      {entries.length === 0 && <p className={styles['nothing']}>{text.program.palette.nothing}</p>}
    </>
  )
}
