import type { SignIn } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { refreshActivity } from './activity.ts'
import { loadApprovals } from './approvals.ts'
import { useApps, useGrants } from './apps.ts'
import { useBridge } from './bridge.ts'
import { useCatalog } from './catalog.ts'
import { useEnded } from './ended.ts'
import { loadIntegration, refreshIntegrations } from './integration.ts'
import { followAddress, goTo } from './navigation.ts'
import { acceptSignIn } from './sign-ins.ts'
import { showToast } from './toasts.ts'
import { useVault } from './vault.ts'

const ACTIVITY_BURST_MS = 200

/** Connects every store to the events that change it. Called once. */
export function listenToHub(): void {
  followAddress()
  const { hub } = window
  hub.on('catalog.changed', () => {
    useCatalog.getState().refresh()
    useGrants.getState().refresh()
    useEnded.getState().refresh()
    refreshIntegrations()
  })
  hub.on('signIn.changed', onSignIn)
  hub.on('apps.changed', () => {
    useApps.getState().refresh()
    useGrants.getState().refresh()
  })
  hub.on('approvals.changed', () => {
    void loadApprovals()
    useEnded.getState().refresh()
    useGrants.getState().refresh()
  })
  hub.on(
    'activity.added',
    collect(() => void refreshActivity(), ACTIVITY_BURST_MS),
  )
  hub.on('bridge.changed', () => void useBridge.getState().load())
  hub.on('vault.changed', () => void useVault.getState().load())
  hub.on('window.show', ({ screen }) => goTo({ screen }))
}

/** What the first screen needs; everything else is read when it is opened. */
export function loadFirst(): void {
  void loadApprovals()
  void useCatalog.getState().load()
  void useBridge.getState().load()
  void useVault.getState().load()
}

function onSignIn(signIn: SignIn): void {
  acceptSignIn(signIn)
  if (signIn.status !== 'done') return
  useCatalog.getState().refresh()
  void loadIntegration(signIn.integrationId)
  const entry = useCatalog.getState().value?.find(({ id }) => id === signIn.integrationId)
  showToast({ kind: 'success', title: text.connect.connected(entry?.name ?? signIn.integrationId) })
}

/** Many calls in a burst become one. */
function collect(work: () => void, waitMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      work()
    }, waitMs)
  }
}
