import type { HubEvents } from '../preload/contract/events.ts'
import type { Integration } from '../registry/define.ts'
import { createApprovalRows } from './approvals/approval-rows.ts'
import { createApprovals } from './approvals/approvals.ts'
import { lazily } from './lazily.ts'
import { createApps } from './apps/apps.ts'
import { pauseApps } from './apps/pause-apps.ts'
import { createActivity } from './audit/activity.ts'
import { createClientApps } from './clients/client-apps.ts'
import { createStdioProgram } from './clients/stdio-program.ts'
import { createAppLimits } from './bridge/app-limits.ts'
import { createPublicRoutes } from './authorization/public-routes.ts'
import { createBridge } from './bridge/bridge.ts'
import { createDiscoveryFile } from './bridge/discovery-file.ts'
import { socketPath } from './bridge/socket-path.ts'
import { createManageIntegrations } from './bridge/manage-integrations.ts'
import { createManageLists } from './bridge/manage-lists.ts'
import { createToolService } from './bridge/tool-service.ts'
import { createConnections } from './connections/connections.ts'
import { createIdentifyConnection } from './connections/identify-connection.ts'
import { parseOAuthAnswer } from './connections/redirect-uri.ts'
import { createDoctor } from './doctor/doctor.ts'
import { createExposure } from './exposure/exposure.ts'
import { ownTools } from './bridge/own-tools.ts'
import { createSearchTools } from './exposure/search-tools.ts'
import { createToolIndex } from './exposure/tool-index.ts'
import type { ChangeEvent, HubParts } from './hub-parts.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createFaultLog } from './faults/fault-log.ts'
import { createRouter, type Router } from './ipc/router.ts'
import { askerFacts } from './pairing/asker-facts.ts'
import { createPairApp } from './pairing/pair-app.ts'
import { createPairings } from './pairing/pairings.ts'
import type { Platform } from './platform/platform.ts'
import { createForgetAnswers } from './policies/forget-answers.ts'
import { createGrants } from './policies/grants.ts'
import { createPause } from './policies/pause.ts'
import { createPolicies, policyQuestion } from './policies/policies.ts'
import { rememberDecision } from './policies/remember-decision.ts'
import { createPreferences } from './preferences/preferences.ts'
import { watchReach } from './preferences/reach.ts'
import { sealedColumns } from './sealed-columns.ts'
import { createSettings } from './settings/settings.ts'
import { createCallRecorder } from './tools/call-recorder.ts'
import { createCatalog } from './tools/catalog.ts'
import { createExecuteCall } from './tools/execute-call.ts'
import { createLastGate } from './tools/last-gate.ts'
import { createListing } from './tools/listing.ts'
import { prepareCall } from './tools/prepare-call.ts'
import { createResults } from './tools/results.ts'
import { createRunTool } from './tools/run-tool.ts'
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
  const { database, clock, version } = platform
  const reach = watchReach(platform.network, clock, () => changed('network.changed'))
  const { network } = reach
  const catalog = createCatalog(integrations)
  const settings = createSettings(database)
  const workspaces = createWorkspaces(database, settings, clock)
  const vault = createVault(platform, settings, () => changed('vault.changed'))
  const activity = createActivity({
    platform,
    database,
    vault,
    onProgress: (progress) => tell('activity.progress', progress),
  })
  const pause = createPause(settings)
  const faults = createFaultLog(platform.dataFolder, clock)
  const apps = createApps(database, clock)
  const grants = createGrants(database, clock)
  const policies = createPolicies(database, grants)
  const changed = (event: ChangeEvent): void => {
    if (event === 'catalog.changed' || event === 'apps.changed') {
      listing.forget()
      bridge.toolsChanged()
    }
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
  })
  const { rows, access } = connections
  const defaultsOf = connections.defaultArguments.of
  const listing = createListing({ catalog, policies, connectionsOf: rows.list, defaultsOf })
  const exposure = createExposure(listing, ownTools)
  const recorder = createCallRecorder(activity.log, clock, () => changed('activity.added'))
  const gate = createLastGate({ pause, apps, policies })
  const execute = createExecuteCall({ network, clock, access, recorder, connection: rows.get, gate, faults })
  const approvals = createApprovals({
    rows: createApprovalRows(database),
    clock,
    vault,
    run: execute,
    recordNotRun: recorder.notRun,
    remember: (call, decision) => rememberDecision({ grants, policies, clock, changed }, call, decision),
    policyOf: (call) => policies.decide(policyQuestion(call)).policy,
    signedInAt: ({ connection }) => rows.get(connection.id)?.signedInAt,
    workspaceName: (id) => (workspaces.list().length > 1 ? workspaces.get(id).name : null),
    onChange: () => changed('approvals.changed'),
  })
  const runTool = createRunTool({
    prepare: (app, request) => prepareCall({ catalog, connectionsOf: rows.list, defaultsOf }, app, request),
    policies,
    approvals,
    execute,
    recorder,
    results: createResults(database, vault, clock),
    vault,
    pause,
    gate,
  })
  const lists = createManageLists({ catalog, policies, connectionsOf: rows.list })
  const manage = createManageIntegrations({
    apps,
    runTool,
    lists,
    onDisabled: (appId, integrationId) =>
      approvals.withdraw(({ app, integration }) => app.id === appId && integration.id === integrationId),
    onChange: () => changed('apps.changed'),
  })
  const pairings = createPairings({
    clock,
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
  const limits = createAppLimits(clock)
  const search = createSearchTools({
    index: createToolIndex(database, catalog.integrations),
    listing,
    policies,
    toolkit: lists.toolkit,
    hasAccount: (workspaceId, integrationId) => rows.list(workspaceId, integrationId).length > 0,
  })
  const bridge = createBridge({
    apps,
    faults,
    version,
    service: createToolService({ exposure, runTool, manage, limits, search }),
    limits,
    publicRoutes: createPublicRoutes({
      platform,
      database,
      pairings,
      pairApp: createPairApp({
        apps,
        withdraw: (appId) => approvals.withdraw(({ app }) => app.id === appId),
        onChange: () => changed('apps.changed'),
      }),
      tokens: apps.tokens,
      bridgeUrl: () => bridge.status().url ?? '',
    }),
    discovery: createDiscoveryFile(platform.dataFolder, version),
    socketPath: socketPath(platform),
    onChange: () => changed('bridge.changed'),
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
    })
  })
  const parts: HubParts = {
    ...connections,
    platform,
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
      expireAccounts: () => rows.expireAll('Its credential was given up when the vault was started over.'),
      changed,
      cost: USUAL_COST,
    }),
    policies,
    grants,
    forgetAnswers,
    approvals,
    activity,
    apps,
    exposure,
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
    router: createRouter(createHandlers(parts), faults),
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
    waitingApprovals: () => approvals.list().length + pairings.list().length,
  }
}
