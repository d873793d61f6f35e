import { AppWindow, Inbox, LayoutGrid, ScrollText, Search, Settings, type LucideIcon } from 'lucide-react'
import { useNavigation } from '../../state/navigation.ts'
import { showPalette } from '../../state/palette.ts'
import { formatPlace } from '../../state/place.ts'
import { text } from '../../text.ts'
import { controlKey } from '../palette/keys.ts'
import { BridgeStatus } from './bridge-status.tsx'
import { Mark } from './mark.tsx'
import { PauseSwitch } from './pause-switch.tsx'
import { SECTIONS, type SectionName } from './sections.ts'
import styles from './sidebar.module.css'
import { Waiting } from './waiting.tsx'
import { WorkspaceSwitch } from './workspace-switch.tsx'

const ICONS: Readonly<Record<SectionName, LucideIcon>> = {
  catalog: LayoutGrid,
  apps: AppWindow,
  inbox: Inbox,
  activity: ScrollText,
  settings: Settings,
}

export function Sidebar() {
  const screen = useNavigation(({ place }) => (place.screen === 'integration' ? 'catalog' : place.screen))
  return (
    <header className={styles['sidebar']}>
      <div className={styles['brand']}>
        <Mark />
        <span>{text.shell.name}</span>
      </div>
      <WorkspaceSwitch />
      <button
        type="button"
        className={styles['find']}
        aria-keyshortcuts="Control+K Meta+K"
        title={text.program.palette.open}
        onClick={showPalette}
      >
        <Search size={15} aria-hidden />
        <b className="visually-hidden">{text.program.palette.open}</b>
        <span aria-hidden>{text.program.palette.short}</span>
        <kbd aria-hidden>{controlKey('K')}</kbd>
      </button>
      <nav aria-label={text.shell.sections}>
        <ul>
          {SECTIONS.map((section, index) => {
            const Icon = ICONS[section]
            return (
              <li key={section}>
                <a
                  href={formatPlace({ screen: section })}
                  aria-current={section === screen ? 'page' : undefined}
                  aria-keyshortcuts={`Control+${index + 1} Meta+${index + 1}`}
                  title={text[section].title}
                >
                  <Icon size={16} aria-hidden />
                  <span>{text[section].title}</span>
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className={styles['foot']}>
        <Waiting />
        <PauseSwitch />
        <BridgeStatus />
      </div>
    </header>
  )
}
