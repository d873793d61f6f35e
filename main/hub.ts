import type { HubEvents } from '../preload/contract/events.ts'
import type { Integration } from '../registry/define.ts'
import { createApprovalRows } from './approvals/approval-rows.ts'
import { createApprovals } from './approvals/approvals.ts'
import { createApps } from './apps/apps.ts'
import { createAuditLog } from './audit/audit-log.ts'
import { createAppLimits } from './bridge/app-limits.ts'
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
import type { ChangeEvent, HubParts } from './hub-parts.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createRouter, type Router } from './ipc/router.ts'
import type { Platform } from './platform/platform.ts'
import { createGrants } from './policies/grants.ts'
import { createPolicies, policyQuestion } from './policies/policies.ts'
import { rememberDecision } from './policies/remember-decision.ts'
import { sealedColumns } from './sealed-columns.ts'
import { createSettings } from './settings/settings.ts'
import { createCallRecorder } from './tools/call-recorder.ts'
import { createCatalog } from './tools/catalog.ts'
import { createExecuteCall } from './tools/execute-call.ts'
import { createListing } from './tools/listing.ts'
import { prepareCall } from './tools/prepare-call.ts'
import { createResults } from './tools/results.ts'
import { createRunTool } from './tools/run-tool.ts'
import { USUAL_COST } from './vault/passphrase.ts'
import { createVaultKeeper } from './vault/vault-keeper.ts'
import { createVault } from './vault/vault.ts'
import { currentWorkspaceId } from './workspaces/workspaces.ts'

/** Everything with authority, in one object; it knows nothing of Electron. */
export interface Hub {
  /** Answers the window. */
  readonly router: Router
  start(): Promise<void>
  /** Open questions are withdrawn, the bridge ends, the database is closed. */
  close(): Promise<void>
  /** Takes whatever link the system hands over. @returns whether it finished a sign-in */
  openLink(link: string): Promise<boolean>
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
  const { database, clock, network, version } = platform
  const workspaceId = currentWorkspaceId(database, clock)
  const catalog = createCatalog(integrations)
  const vault = createVault(platform, createSettings(database), () => changed('vault.changed'))
  const audit = createAuditLog(database)
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
  const recorder = createCallRecorder(audit, clock, () => changed('activity.added'))
  const execute = createExecuteCall({ network, clock, access, recorder, connection: rows.get })
  const approvals = createApprovals({
    rows: createApprovalRows(database),
    clock,
    vault,
    run: execute,
    recordNotRun: recorder.notRun,
    remember: (call, decision) => rememberDecision({ grants, policies, changed }, call, decision),
    policyOf: (call) => policies.resolve(policyQuestion(call)).policy,
    signedInAt: ({ connection }) => rows.get(connection.id)?.signedInAt,
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
  })
  const manage = createManageIntegrations({
    apps,
    runTool,
    lists: createManageLists({ catalog, policies, connectionsOf: rows.list }),
    onDisabled: (appId, integrationId) =>
      approvals.withdraw(({ app, integration }) => app.id === appId && integration.id === integrationId),
    onChange: () => changed('apps.changed'),
  })
  const limits = createAppLimits(clock)
  const bridge = createBridge({
    apps,
    version,
    service: createToolService(listing, runTool, manage, limits),
    limits,
    discovery: createDiscoveryFile(platform.dataFolder, version),
    socketPath: socketPath(platform),
    onChange: () => changed('bridge.changed'),
  })
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
  const parts: HubParts = {
    ...connections,
    platform,
    database,
    network,
    workspaceId,
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
    approvals,
    audit,
    apps,
    bridge,
    doctor,
    runTool,
    manage,
    changed,
  }
  return {
    router: createRouter(createHandlers(parts)),
    start: () => {
      // What is to be taken back or renewed cannot be read before.
      void vault
        .unlocked()
        .then(connections.recover)
        .catch(() => undefined)
      return bridge.start()
    },
    async close() {
      approvals.withdraw(() => true)
      connections.signIns.close()
      connections.deviceSignIns.close()
      await bridge.stop()
      await access.settled()
      try {
        audit.flush()
      } finally {
        database.close()
      }
    },
    async openLink(link) {
      const answer = parseOAuthAnswer(link)
      return answer === undefined ? false : await connections.signIns.complete(answer)
    },
    waitingApprovals: () => approvals.list(workspaceId).length,
  }
}
