import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import type { Account, Integration } from '../../registry/define.ts'
import { atSite, type Site } from '../../registry/site.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import type { ChangeEvent } from '../hub-parts.ts'
import type { Platform } from '../platform/platform.ts'
import type { Catalog } from '../tools/catalog.ts'
import { createToolContext } from '../tools/tool-context.ts'
import { callError } from '../tools/call-error.ts'
import type { Vault } from '../vault/vault.ts'
import { createAccess, type Access } from './access.ts'
import { createConnectAccount, type ConnectAccount } from './connect-account.ts'
import { createConnectionRows, type ConnectionRow, type ConnectionRows } from './connection-rows.ts'
import { createCredentialStore, type Credential, type CredentialStore } from './credential.ts'
import { createCredentialedFetch } from './credentialed-fetch.ts'
import { createDefaultArguments, type DefaultArguments } from './default-arguments.ts'
import { createOAuthClients, type OAuthClients } from './oauth-clients.ts'
import { watchSecrets } from './echoed-secrets.ts'
import { createDeviceSignIns, type DeviceSignIns } from './device-sign-in.ts'
import { createDisconnections, type Disconnections } from './disconnections.ts'
import { createRecovery } from './recovery.ts'
import { createRefreshNotes } from './refresh-notes.ts'
import { createRenew } from './renew.ts'
import { createRenewals } from './renewals.ts'
import { createPrepareSignIn, oauthMethod, type PreparedSignIn } from './sign-in-preparation.ts'
import { createSignIns, type SignIns } from './sign-in.ts'
import { createTokenEndpoint, type TokenEndpoint } from './token-endpoint.ts'

const IDENTIFY_TIMEOUT_MS = 20_000

interface ConnectionsDependencies {
  readonly platform: Platform
  readonly vault: Vault
  readonly catalog: Catalog
  readonly changed: (event: ChangeEvent) => void
  readonly onSignIn: (signIn: SignIn) => void
  /** Hears once of every account that stops working. */
  readonly onEnded: (row: ConnectionRow) => void
  /** Looks whether the answer of a sign-in would find its way back. @throws HubError when it would not */
  readonly beforeBrowser: (signIn: PreparedSignIn) => Promise<void>
  /** In the person's language. */
  readonly say: (sentence: Sentence) => string
  /** The integration as the person reads it. */
  readonly shownOf: (integration: Integration) => Integration
}

/** The parts that deal with accounts, wired to each other. */
export interface Connections {
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly oauthClients: OAuthClients
  readonly access: Access
  readonly connectAccount: ConnectAccount
  readonly signIns: SignIns
  readonly deviceSignIns: DeviceSignIns
  readonly defaultArguments: DefaultArguments
  readonly disconnections: Disconnections
  /** Ends what an earlier run has left in its middle. Never throws. */
  readonly recover: () => Promise<void>
}

export function createConnections({
  platform,
  vault,
  catalog,
  changed,
  onSignIn,
  onEnded,
  beforeBrowser,
  say,
  shownOf,
}: ConnectionsDependencies): Connections {
  const { database, clock, environment, browser, network } = platform
  const rows = createConnectionRows(database)
  const credentials = createCredentialStore(database, vault)
  const oauthClients = createOAuthClients(database, vault, environment)
  const onChange = (): void => changed('catalog.changed')
  const endpointOf = ({ integration, auth, client }: PreparedSignIn): TokenEndpoint =>
    createTokenEndpoint(integration, auth, client, platform)
  const tokenEndpoint = async (
    integration: Integration,
    { workspaceId, site }: ConnectionRow,
  ): Promise<TokenEndpoint | undefined> => {
    const auth = oauthMethod(integration)
    const client = await oauthClients.find(workspaceId, auth, site)
    return client === undefined ? undefined : endpointOf({ integration, auth, site, client })
  }
  const connectAccount = createConnectAccount({
    database,
    clock,
    rows,
    credentials,
    onChange,
    identify: (integration, workspaceId, site, credential) =>
      identifyAccount(platform, integration, workspaceId, site, credential),
  })
  const findIntegration = catalog.integration
  const signInParts = {
    vault,
    clock,
    browser,
    endpointOf,
    connectAccount,
    findIntegration,
    prepare: createPrepareSignIn({ network, vault, rows, clients: oauthClients, findIntegration, shownOf }),
    onChange: onSignIn,
    say,
  }
  const notes = createRefreshNotes(database)
  const renew = createRenew({ network, clock, tokenEndpoint })
  const renewals = createRenewals({ database, clock, notes, renew })
  const access = createAccess({
    clock,
    rows,
    credentials,
    renewals,
    hold: vault.hold,
    onStatusChange(row) {
      onChange()
      if (row.status === 'expired') onEnded(row)
    },
  })
  const disconnections = createDisconnections(database)
  const parts = { database, network, rows, credentials, oauthClients, access, disconnections }
  return {
    rows,
    credentials,
    oauthClients,
    connectAccount,
    defaultArguments: createDefaultArguments(database),
    access,
    disconnections,
    recover: createRecovery({ ...parts, notes, integrations: catalog.integrations, onChange }),
    signIns: createSignIns({ database, beforeBrowser, language: platform.language, ...signInParts }),
    deviceSignIns: createDeviceSignIns(signInParts),
  }
}

/** Tries a credential that is not stored yet by asking the provider who it belongs to. */
async function identifyAccount(
  { network }: Platform,
  written: Integration,
  workspaceId: string,
  site: Site,
  credential: Credential,
): Promise<Account> {
  const integration = atSite(written, credential.type, site)
  const { source, clean } = watchSecrets(integration, {
    current: () => Promise.resolve(credential),
    renewed: () => Promise.resolve(undefined),
    accepted: () => undefined,
    rejected: () => {
      throw notAccepted(integration, credential)
    },
  })
  const fetchOAuth = createCredentialedFetch(integration, network, source)
  const signal = AbortSignal.timeout(IDENTIFY_TIMEOUT_MS)
  const ids = { site, workspaceId, connectionId: '', appId: '' }
  try {
    const context = createToolContext({ integration, fetchOAuth, signal, ...ids, audit: () => undefined })
    return clean(await integration.account.identify(context))
  } catch (error) {
    // Some providers refuse a credential in an answer with status 200, which only the definition can read.
    if (error instanceof ProviderError && error.status === 401) throw notAccepted(integration, credential)
    throw clean(callError(error, integration))
  }
}

function notAccepted({ name }: Integration, credential: Credential): HubError {
  return credential.type === 'oauth2'
    ? new HubError('SIGN_IN_FAILED', sentences.connections.newSignInRefused(name))
    : new HubError('KEY_REJECTED', sentences.connections.keyRefused(name))
}
