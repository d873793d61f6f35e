import type { HubEventName } from '../preload/contract/events.ts'
import type { Approvals } from './approvals/approvals.ts'
import type { Apps } from './apps/apps.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { ManageIntegrations } from './bridge/manage-integrations.ts'
import type { Bridge } from './bridge/bridge.ts'
import type { Access } from './connections/access.ts'
import type { ConnectAccount } from './connections/connect-account.ts'
import type { ConnectionRows } from './connections/connection-rows.ts'
import type { DefaultArguments } from './connections/default-arguments.ts'
import type { CredentialStore } from './connections/credential.ts'
import type { Disconnections } from './connections/disconnections.ts'
import type { OAuthClients } from './connections/oauth-clients.ts'
import type { DeviceSignIns } from './connections/device-sign-in.ts'
import type { SignIns } from './connections/sign-in.ts'
import type { Doctor } from './doctor/doctor.ts'
import type { Database } from './platform/database.ts'
import type { Network, Platform } from './platform/platform.ts'
import type { Grants } from './policies/grants.ts'
import type { Policies } from './policies/policies.ts'
import type { Catalog } from './tools/catalog.ts'
import type { RunTool } from './tools/run-tool.ts'
import type { VaultKeeper } from './vault/vault-keeper.ts'
import type { Vault } from './vault/vault.ts'

/** The parts of one hub, as `createHub` has wired them. */
export interface HubParts {
  readonly platform: Platform
  readonly database: Database
  readonly network: Network
  readonly workspaceId: string
  readonly catalog: Catalog
  readonly vault: Vault
  readonly vaultKeeper: VaultKeeper
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly access: Access
  readonly disconnections: Disconnections
  readonly oauthClients: OAuthClients
  readonly connectAccount: ConnectAccount
  readonly signIns: SignIns
  readonly deviceSignIns: DeviceSignIns
  readonly defaultArguments: DefaultArguments
  readonly runTool: RunTool
  readonly manage: ManageIntegrations
  readonly policies: Policies
  readonly grants: Grants
  readonly approvals: Approvals
  readonly audit: AuditLog
  readonly apps: Apps
  readonly bridge: Bridge
  readonly doctor: Doctor
  /** Drops what was made of the old state and tells windows and apps. */
  readonly changed: (event: ChangeEvent) => void
}

export type ChangeEvent = Exclude<HubEventName, 'signIn.changed' | 'connection.ended' | 'window.show'>
