import { useRef } from 'react'
import { useNavigation } from '../../state/navigation.ts'
import { usePalette } from '../../state/palette.ts'
import type { Place } from '../../state/place.ts'
import { useSlow } from '../../state/slow.ts'
import { text } from '../../text.ts'
import { ActivityScreen } from '../activity/activity-screen.tsx'
import { AppsScreen } from '../apps/apps-screen.tsx'
import { CatalogScreen } from '../catalog/catalog-screen.tsx'
import { InboxScreen } from '../inbox/inbox-screen.tsx'
import { IntegrationScreen } from '../integration/integration-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { FirstRun } from '../first-run/first-run.tsx'
import { Palette } from '../palette/palette.tsx'
import { ShortcutsDialog } from '../palette/shortcuts-dialog.tsx'
import { EndedAccounts } from './ended-accounts.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { ProgressBar } from './progress-bar.tsx'
import styles from './shell.module.css'
import { Sidebar } from './sidebar.tsx'
import { Toasts } from './toasts.tsx'
import { UnlockQuestion } from './unlock-dialog.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { VaultBanner } from './vault-banner.tsx'

/** Sidebar, the screen a person is on, and the notifications. */
export function Shell() {
  const place = useNavigation(({ place }) => place)
  const over = usePalette(({ open }) => open)
  const isSlow = useSlow(({ count }) => count > 0)
  const main = useRef<HTMLElement>(null)
  useShortcuts()
  return (
    <div className={styles['shell']}>
      <button type="button" className={styles['skip']} onClick={() => main.current?.focus()}>
        {text.shell.skip}
      </button>
      <Sidebar />
      <main ref={main} tabIndex={-1} className={styles['main']} key={keyOf(place)} aria-busy={isSlow}>
        {isSlow && <ProgressBar />}
        <OfflineBanner />
        <VaultBanner />
        <EndedAccounts />
        {hasFirstRun(place) && <FirstRun />}
        {screenOf(place)}
      </main>
      <Toasts />
      <UnlockQuestion />
      {over === 'palette' && <Palette />}
      {over === 'shortcuts' && <ShortcutsDialog />}
    </div>
  )
}

/** The screens that the first steps lead through. */
const hasFirstRun = ({ screen }: Place): boolean => ['catalog', 'apps', 'activity'].includes(screen)

/** A new key makes a new page: scrolled to its top, its own focus. */
const keyOf = (place: Place): string => (place.screen === 'integration' ? place.integrationId : place.screen)

function screenOf(place: Place) {
  switch (place.screen) {
    case 'integration':
      return <IntegrationScreen integrationId={place.integrationId} />
    case 'apps':
      return <AppsScreen />
    case 'inbox':
      return <InboxScreen />
    case 'activity':
      return <ActivityScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return <CatalogScreen />
  }
}
