import type { HubEvents } from '../preload/contract/events.ts'
import type { Sentence } from '../preload/contract/sentence.ts'
import type { Integration } from '../registry/define.ts'
import { translations } from '../registry/translations.ts'
import { createShownIntegrations } from './shown-integrations.ts'
import { sayIn, sentences } from '../preload/messages/sentences.ts'
import { lazily } from './lazily.ts'
import { createApps } from './apps/apps.ts'
import { createTokenUse } from './apps/token-use.ts'
import { pauseApps } from './apps/pause-apps.ts'
import { createActivity } from './audit/activity.ts'
import { createClientApps } from './clients/client-apps.ts'
import { createStdioProgram } from './clients/stdio-program.ts'
import { createConnections } from './connections/connections.ts'
import { createIdentifyConnection } from './connections/identify-connection.ts'
import { parseOAuthAnswer } from './connections/redirect-uri.ts'
import { createDoctor } from './doctor/doctor.ts'
import { createExposure } from './exposure/exposure.ts'
import { ownTools } from './bridge/own-tools.ts'
import { createHubBridge } from './hub-bridge.ts'
import { createHubCalls } from './hub-calls.ts'
import type { ChangeEvent, HubParts } from './hub-parts.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createFaultLog } from './faults/fault-log.ts'
import { createRouter, type Router } from './ipc/router.ts'
import { askerFacts } from './pairing/asker-facts.ts'
import { createPairingRecorder } from './pairing/pairing-recorder.ts'
import { createPairings } from './pairing/pairings.ts'
import type { Platform } from './platform/platform.ts'
import { createForgetAnswers } from './policies/forget-answers.ts'
import { createGrants } from './policies/grants.ts'
import { createPause } from './policies/pause.ts'
import { createPolicies } from './policies/policies.ts'
import { createPreferences } from './preferences/preferences.ts'
import { watchReach } from './preferences/reach.ts'
import { sealedColumns } from './sealed-columns.ts'
import { createSettings } from './settings/settings.ts'
import { createCatalog } from './tools/catalog.ts'
import { createListing } from './tools/listing.ts'
import { USUAL_COST } from './vault/passphrase.ts'
import { createVaultKeeper } from './vault/vault-keeper.ts'
import { createVault } from './vault/vault.ts'
import { createWorkspaces } from './workspaces/workspaces.ts'

/** Everything with authority, in one object; it knows nothing of Electron. */
export interface Hub {
  /** Answers the window. */
  readonly router: Router
  start(): Promise<void>
  /** Open questions are withdrawn, the bridge ends, the database is closed. */
  close(): Promise<void>
  /** Takes whatever link the system hands over. @returns whether it finished a sign-in */
  openLink(link: string): Promise<boolean>
  /** Whether the person has stopped all apps. */
  isPaused(): boolean
  setPaused(on: boolean): void
  /** Whether nothing works before the passphrase is entered. */
  isLocked(): boolean
  /** How many questions wait for the person. */
  waitingApprovals(): number
}

export type HubListener = <E extends keyof HubEvents>(event: E, body: HubEvents[E]) => void

/**
 * The composition root: wires every part, once, by hand.
 *
 * @param platform the world outside
 * @param integrations the registry's list
 * @param tell hears of every change
 */
export function createHub(
  platform: Platform,
  integrations: readonly Integration[],
  tell: HubListener = () => undefined,
): Hub {
  const { database, clock } = platform
  const say = (sentence: Sentence): string => sayIn(platform.language.spoken(), sentence)
  const reach = watchReach(platform.network, clock, () => changed('network.changed'))
  const { network } = reach
  const catalog = createCatalog(integrations)
  const settings = createSettings(database)
  const workspaces = createWorkspaces(database, settings, clock, say(sentences.workspaces.first))
  const vault = createVault(platform, settings, () => changed('vault.changed'))
  const activity = createActivity({
    platform,
    database,
    vault,
    onProgress: (progress) => tell('activity.progress', progress),
    onLine: () => changed('activity.added'),
  })
  const pause = createPause(settings)
  const faults = createFaultLog(platform.dataFolder, clock)
  const apps = createApps(database, clock)
  const tokenUse = createTokenUse(database, clock, () => changed('tokenUse.changed'))
  const grants = createGrants(database, clock)
  const policies = createPolicies(database, grants)
  const changed = (event: ChangeEvent): void => {
    if (event === 'catalog.changed' || event === 'apps.changed') {
      listing.forget()
      bridge.toolsChanged()
    }
    if (event === 'vault.changed') activity.vaultChanged()
    tell(event, {})
    if (event === 'catalog.changed') approvals.resume()
  }
  const connections = createConnections({
    platform,
    vault,
    catalog,
    changed,
    onSignIn: (it) => tell('signIn.changed', it),
    onEnded: ({ integrationId, accountName }) =>
      tell('connection.ended', { integrationName: catalog.integration(integrationId).name, accountName }),
    beforeBrowser: (signIn) => doctor.beforeBrowser(signIn),
    say,
    shownOf: (integration) => shown.of(integration),
  })
  const { rows, access } = connections
  const defaultsOf = connections.defaultArguments.of
  const listing = createListing({ catalog, policies, connectionsOf: rows.list, defaultsOf })
  const exposure = createExposure(listing, ownTools)
  const shown = createShownIntegrations(platform.language.spoken, translations)
  const { approvals, runTool } = createHubCalls({
    ...connections,
    platform,
    database,
    network,
    catalog,
    vault,
    workspaces,
    activity,
    apps,
    grants,
    policies,
    pause,
    shown,
    say,
    changed,
    faults,
  })
  const pairingRecorder = createPairingRecorder({ note: activity.note, database, clock })
  const pairings = createPairings({
    clock,
    recorder: pairingRecorder,
    factsOf: askerFacts({ apps, catalog, workspaces }),
    checkToolkit: catalog.integration,
    onChange: () => changed('pairings.changed'),
  })
  const forgetAnswers = createForgetAnswers({
    settings,
    grants,
    presence: platform.presence,
    clock,
    onForgotten: () => changed('apps.changed'),
  })
  const { bridge, manage } = createHubBridge({
    platform,
    database,
    catalog,
    rows,
    apps,
    policies,
    approvals,
    pairings,
    pairingRecorder,
    exposure,
    tokenUse,
    runTool,
    changed,
    faults,
    listing,
  })
  apps.tokens.whenEnded(bridge.revoked)
  const doctor = createDoctor({
    platform,
    vault,
    catalog,
    rows,
    clients: connections.oauthClients,
    identify: createIdentifyConnection({ network, access }),
    usesKeychain: async () => (await vault.holder.find(false)).where === 'keychain',
    isListeningOn: connections.signIns.isListeningOn,
    shownOf: shown.of,
  })
  const program = createStdioProgram(platform.stdioProgram, platform.dataFolder)
  const clients = lazily(async () => {
    // Editors of three formats, which most people need once: they stay off the disk and out of memory until then.
    const { createHubClients } = await import('./clients/create-clients.ts')
    return createHubClients({
      platform,
      settings,
      program,
      apps: createClientApps({ apps, approvals, bridge, currentWorkspaceId: workspaces.currentId }),
      bridgeUrl: () => bridge.status().url,
      say,
    })
  })
  const parts: HubParts = {
    ...connections,
    platform,
    shown,
    say,
    database,
    network,
    workspaces,
    pause,
    currentWorkspaceId: workspaces.currentId,
    catalog,
    vault,
    vaultKeeper: createVaultKeeper({
      platform,
      database,
      vault,
      columns: sealedColumns,
      expireAccounts: () => rows.expireAll(sentences.hub.credentialGivenUp),
      changed,
      cost: USUAL_COST,
      say,
    }),
    policies,
    grants,
    forgetAnswers,
    approvals,
    activity,
    apps,
    exposure,
    tokenUse,
    pairings,
    bridge,
    clients,
    doctor,
    preferences: createPreferences(platform, settings, () => changed('preferences.changed')),
    reach,
    runTool,
    manage,
    changed,
  }
  return {
    router: createRouter(createHandlers(parts), faults, parts.say),
    start: () => {
      // What is to be taken back or renewed cannot be read before.
      void vault
        .unlocked()
        .then(connections.recover)
        .catch(() => undefined)
      program.refresh()
      forgetAnswers.start()
      return bridge.start()
    },
    async close() {
      approvals.withdraw(() => true)
      forgetAnswers.stop()
      pairings.close()
      connections.signIns.close()
      connections.deviceSignIns.close()
      await bridge.stop()
      await access.settled()
      tokenUse.close()
      try {
        await activity.close()
      } finally {
        database.close()
      }
    },
    async openLink(link) {
      const answer = parseOAuthAnswer(link)
      return answer === undefined ? false : await connections.signIns.complete(answer)
    },
    isPaused: pause.isOn,
    setPaused: (on) => pauseApps(parts, on),
    isLocked: vault.holder.isLocked,
    waitingApprovals: () => approvals.list().length + pairings.list().length,
  }
}
