import type { SignIn } from '../../preload/contract/shapes.ts'
import { text } from '../text.ts'
import { acceptProgress } from './activity-jobs.ts'
import { refreshActivity } from './activity.ts'
import { loadApprovals } from './approvals.ts'
import { useApps, useGrants } from './apps.ts'
import { useBridge, useBridgePlace } from './bridge.ts'
import { useClients } from './clients.ts'
import { useCatalog } from './catalog.ts'
import { useEnded } from './ended.ts'
import { useAnswered } from './inbox.ts'
import { loadIntegration, refreshIntegrations } from './integration.ts'
import { useFirstCall } from './first-run.ts'
import { followAddress, goTo } from './navigation.ts'
import { checkNetwork, followNetwork } from './offline.ts'
import { usePreferences } from './preferences.ts'
import { rulesChanged } from './rules.ts'
import { refreshRecentCalls } from './recent-calls.ts'
import { acceptSignIn } from './sign-ins.ts'
import { loadPairings } from './pairings.ts'
import { showToast } from './toasts.ts'
import { useTokenUse } from './token-use.ts'
import { useVault } from './vault.ts'
import { useWorkspaces } from './workspaces.ts'

const ACTIVITY_BURST_MS = 200

/** Connects every store to the events that change it. Called once. */
export function listenToHub(): void {
  followAddress()
  followNetwork()
  const { hub } = window
  hub.on('catalog.changed', () => {
    useCatalog.getState().refresh()
    // What an app's list costs changes with accounts and policies.
    useApps.getState().refresh()
    useGrants.getState().refresh()
    rulesChanged()
    useEnded.getState().refresh()
    refreshIntegrations()
  })
  hub.on('workspaces.changed', () => useWorkspaces.getState().refresh())
  hub.on('signIn.changed', onSignIn)
  hub.on('apps.changed', () => {
    useApps.getState().refresh()
    useTokenUse.getState().refresh()
    useClients.getState().refresh()
    useGrants.getState().refresh()
    rulesChanged()
  })
  hub.on('approvals.changed', () => {
    void loadApprovals()
    useEnded.getState().refresh()
    useGrants.getState().refresh()
  })
  hub.on('pairings.changed', () => void loadPairings())
  hub.on(
    'activity.added',
    collect(() => {
      void refreshActivity()
      refreshRecentCalls()
      useAnswered.getState().refresh()
      if (useFirstCall.getState().value === false) useFirstCall.getState().refresh()
      // A call may have used a remembered answer.
      useGrants.getState().refresh()
    }, ACTIVITY_BURST_MS),
  )
  hub.on('tokenUse.changed', () => useTokenUse.getState().refresh())
  hub.on('activity.progress', acceptProgress)
  hub.on('bridge.changed', () => {
    void useBridge.getState().load()
    useBridgePlace.getState().refresh()
    useClients.getState().refresh()
  })
  hub.on('preferences.changed', () => void usePreferences.getState().load())
  hub.on('network.changed', () => void checkNetwork())
  hub.on('vault.changed', () => void useVault.getState().load())
  hub.on('window.show', ({ screen }) => goTo({ screen }))
}

/** What the first screen needs; everything else is read when it is opened. */
export function loadFirst(): void {
  void loadApprovals()
  void loadPairings()
  void useCatalog.getState().load()
  void useBridge.getState().load()
  void usePreferences.getState().load()
  void checkNetwork()
  void useWorkspaces.getState().load()
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
