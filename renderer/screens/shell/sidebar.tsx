import { AppWindow, LayoutGrid, ScrollText, Settings, type LucideIcon } from 'lucide-react'
import { useNavigation } from '../../state/navigation.ts'
import { formatPlace } from '../../state/place.ts'
import { text } from '../../text.ts'
import { BridgeStatus } from './bridge-status.tsx'
import { Mark } from './mark.tsx'
import { SECTIONS, type SectionName } from './sections.ts'
import styles from './sidebar.module.css'
import { Waiting } from './waiting.tsx'

const ICONS: Readonly<Record<SectionName, LucideIcon>> = {
  catalog: LayoutGrid,
  apps: AppWindow,
  activity: ScrollText,
  settings: Settings,
}

export function Sidebar() {
  const screen = useNavigation(({ place }) => (place.screen === 'integration' ? 'catalog' : place.screen))
  return (
    <div className={styles['sidebar']}>
      <div className={styles['brand']}>
        <Mark />
        <span>{text.shell.name}</span>
      </div>
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
        <BridgeStatus />
      </div>
    </div>
  )
}
