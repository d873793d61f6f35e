import type { HubEventName } from '../preload/contract/events.ts'
import type { Sentence } from '../preload/contract/sentence.ts'
import type { Approvals } from './approvals/approvals.ts'
import type { Apps } from './apps/apps.ts'
import type { TokenUse } from './apps/token-use.ts'
import type { Activity } from './audit/activity.ts'
import type { ManageIntegrations } from './bridge/manage-integrations.ts'
import type { Clients } from './clients/clients.ts'
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
import type { Pairings } from './pairing/pairings.ts'
import type { Exposure } from './exposure/exposure.ts'
import type { Database } from './platform/database.ts'
import type { Network, Platform } from './platform/platform.ts'
import type { ForgetAnswers } from './policies/forget-answers.ts'
import type { Grants } from './policies/grants.ts'
import type { Pause } from './policies/pause.ts'
import type { Policies } from './policies/policies.ts'
import type { OwnPreferences } from './preferences/preferences.ts'
import type { Reach } from './preferences/reach.ts'
import type { ShownIntegrations } from './shown-integrations.ts'
import type { Catalog } from './tools/catalog.ts'
import type { RunTool } from './tools/run-tool.ts'
import type { Workspaces } from './workspaces/workspaces.ts'
import type { VaultKeeper } from './vault/vault-keeper.ts'
import type { OwnVault } from './vault/vault.ts'

/** The parts of one hub, as `createHub` has wired them. */
export interface HubParts {
  readonly platform: Platform
  /** The words of a sentence in the person's language. */
  readonly say: (sentence: Sentence) => string
  /** Integrations in the person’s language. */
  readonly shown: ShownIntegrations
  readonly database: Database
  readonly network: Network
  /** The workspace that the window shows. */
  readonly currentWorkspaceId: () => string
  readonly workspaces: Workspaces
  readonly catalog: Catalog
  readonly vault: OwnVault
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
  readonly pause: Pause
  readonly grants: Grants
  readonly forgetAnswers: ForgetAnswers
  readonly approvals: Approvals
  readonly activity: Activity
  readonly apps: Apps
  readonly pairings: Pairings
  readonly exposure: Exposure
  readonly tokenUse: TokenUse
  readonly bridge: Bridge
  readonly clients: () => Promise<Clients>
  readonly doctor: Doctor
  readonly preferences: OwnPreferences
  readonly reach: Reach
  /** Drops what was made of the old state and tells windows and apps. */
  readonly changed: (event: ChangeEvent) => void
}

export type ChangeEvent = Exclude<
  HubEventName,
  'signIn.changed' | 'connection.ended' | 'window.show' | 'activity.progress'
>
