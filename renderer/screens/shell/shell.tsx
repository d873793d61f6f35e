import { useRef } from 'react'
import { useNavigation } from '../../state/navigation.ts'
import type { Place } from '../../state/place.ts'
import { text } from '../../text.ts'
import { ActivityScreen } from '../activity/activity-screen.tsx'
import { AppsScreen } from '../apps/apps-screen.tsx'
import { CatalogScreen } from '../catalog/catalog-screen.tsx'
import { IntegrationScreen } from '../integration/integration-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { EndedAccounts } from './ended-accounts.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { Toasts } from './toasts.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { VaultBanner } from './vault-banner.tsx'

/** Sidebar, the screen a person is on, and the notifications. */
export function Shell() {
  const place = useNavigation(({ place }) => place)
  const main = useRef<HTMLElement>(null)
  useShortcuts()
  return (
    <div className={styles['shell']}>
      <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
        {text.shell.skip}
      </button>
      <Sidebar />
      <main ref={main} tabIndex={-1} className={styles['main']} key={keyOf(place)}>
        <VaultBanner />
        <EndedAccounts />
        {screenOf(place)}
      </main>
      <Toasts />
    </div>
  )
}

/** A new key makes a new page: scrolled to its top, its own focus. */
const keyOf = (place: Place): string => (place.screen === 'integration' ? place.integrationId : place.screen)

function screenOf(place: Place) {
  switch (place.screen) {
    case 'integration':
      return <IntegrationScreen integrationId={place.integrationId} />
    case 'apps':
      return <AppsScreen />
    case 'activity':
      return <ActivityScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return <CatalogScreen />
  }
}
