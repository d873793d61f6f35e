import { createPublicRoutes } from './authorization/public-routes.ts'
import { createAppLimits } from './bridge/app-limits.ts'
import { createBridge } from './bridge/bridge.ts'
import { createDiscoveryFile } from './bridge/discovery-file.ts'
import { createManageIntegrations } from './bridge/manage-integrations.ts'
import { createManageLists } from './bridge/manage-lists.ts'
import { socketPath } from './bridge/socket-path.ts'
import { createToolService } from './bridge/tool-service.ts'
import { createSearchTools } from './exposure/search-tools.ts'
import { createToolIndex } from './exposure/tool-index.ts'
import type { FaultLog } from './faults/fault-log.ts'
import type { HubParts } from './hub-parts.ts'
import { createPairApp } from './pairing/pair-app.ts'
import type { PairingRecorder } from './pairing/pairing-recorder.ts'
import type { Listing } from './tools/listing.ts'

type UsedParts = Pick<
  HubParts,
  | 'platform'
  | 'database'
  | 'catalog'
  | 'rows'
  | 'apps'
  | 'policies'
  | 'approvals'
  | 'pairings'
  | 'exposure'
  | 'tokenUse'
  | 'runTool'
  | 'changed'
>

interface BridgeParts extends UsedParts {
  readonly faults: FaultLog
  readonly listing: Listing
  readonly pairingRecorder: PairingRecorder
}

/** Wires what apps reach over loopback, and the ways by which a program becomes an app. */
export function createHubBridge(parts: BridgeParts): Pick<HubParts, 'bridge' | 'manage'> {
  const { platform, database, catalog, rows, apps, policies, approvals, pairings, runTool, changed } = parts
  const lists = createManageLists({ catalog, policies, connectionsOf: rows.list })
  const manage = createManageIntegrations({
    apps,
    runTool,
    lists,
    onDisabled: (appId, integrationId) =>
      approvals.withdraw(({ app, integration }) => app.id === appId && integration.id === integrationId),
    onChange: () => changed('apps.changed'),
  })
  const limits = createAppLimits(platform.clock)
  const search = createSearchTools({
    index: createToolIndex(database, catalog.integrations),
    listing: parts.listing,
    policies,
    toolkit: lists.toolkit,
    hasAccount: (workspaceId, integrationId) => rows.list(workspaceId, integrationId).length > 0,
  })
  const pairApp = createPairApp({
    apps,
    withdraw: (appId) => approvals.withdraw(({ app }) => app.id === appId),
    recorder: parts.pairingRecorder,
    onChange: () => changed('apps.changed'),
  })
  const { tokens } = apps
  const bridgeUrl = (): string => bridge.status().url ?? ''
  const bridge = createBridge({
    apps,
    faults: parts.faults,
    version: platform.version,
    service: createToolService({ ...parts, manage, limits, search }),
    limits,
    publicRoutes: createPublicRoutes({ platform, database, pairings, pairApp, tokens, bridgeUrl }),
    discovery: createDiscoveryFile(platform.dataFolder, platform.version),
    socketPath: socketPath(platform),
    onChange: () => changed('bridge.changed'),
  })
  return { bridge, manage }
}
