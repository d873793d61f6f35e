import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Account, Integration } from '../../registry/define.ts'
import { newId } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import { isLabel, type Site } from '../../registry/site.ts'
import { createLimiter } from '../tools/limiter.ts'
import type { ConnectionRow, ConnectionRows } from './connection-rows.ts'
import type { Credential, CredentialStore } from './credential.ts'

interface NewCredential {
  readonly credential: Credential
  readonly scopes: readonly string[]
  /** Where the account lives, as far as it was asked for. */
  readonly site: Site
  /** The connection to be renewed in place, if any. */
  readonly connectionId?: string | undefined
}

/** Asks the provider whose credential this is, then keeps both: together or not at all. */
export type ConnectAccount = (
  workspaceId: string,
  integration: Integration,
  fresh: NewCredential,
) => Promise<ConnectionRow>

interface ConnectDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly rows: ConnectionRows
  readonly credentials: CredentialStore
  readonly identify: (
    integration: Integration,
    workspaceId: string,
    site: Site,
    credential: Credential,
  ) => Promise<Account>
  readonly onChange: () => void
}

/** Fields that say where an account lives. */
const PLACES: ReadonlySet<string> = new Set(['host', 'subdomain'])

export function createConnectAccount(dependencies: ConnectDependencies): ConnectAccount {
  const { database, clock, rows, credentials, identify, onChange } = dependencies
  // Two answers about one account that come together must not both find it unknown.
  const oneAtATime = createLimiter(1)
  const keep = async (
    workspaceId: string,
    integration: Integration,
    account: Account,
    { credential, scopes, site: asked, connectionId }: NewCredential,
  ): Promise<ConnectionRow> => {
    const site = { ...asked, ...checkedSite(integration, account) }
    const accountId = [account.id, ...unusualPlaces(integration, credential, site)].join(' ')
    const name = fullName(integration, account, { credential, site: asked })
    const known = rows.findAccount(workspaceId, integration.id, accountId)
    const renewed = connectionId === undefined ? undefined : rows.get(connectionId)
    if (renewed !== undefined && renewed.accountId !== accountId) {
      throw new HubError('SIGN_IN_FAILED', sentences.connections.belongsToOther(name, renewed.accountName))
    }
    const row: ConnectionRow = {
      id: known?.id ?? newId('con'),
      workspaceId,
      integrationId: integration.id,
      authType: credential.type,
      accountId,
      accountName: name,
      site,
      status: 'active',
      problem: null,
      scopes,
      connectedAt: known?.connectedAt ?? clock.now(),
      signedInAt: Math.max(clock.now(), (known?.signedInAt ?? 0) + 1),
      isDefault: known?.isDefault ?? false,
    }
    const sealed = await credentials.seal(row.id, credential)
    durably(database, () => {
      rows.save(row)
      credentials.write(row.id, sealed, clock.now())
    })
    onChange()
    return row
  }
  return async (workspaceId, integration, fresh) => {
    const account = await identify(integration, workspaceId, fresh.site, fresh.credential)
    return await oneAtATime(() => keep(workspaceId, integration, account, fresh))
  }
}

/** Servers number their people alike: the id alone names nobody, except at the usual server. */
function unusualPlaces({ auth }: Integration, { type }: Credential, site: Site): readonly string[] {
  const fields = auth.find((method) => method.type === type)?.fields ?? []
  return Object.entries(site)
    .filter(([name, value]) => fields.find((field) => field.name === name)?.default !== value)
    .map(([, value]) => value)
}

/** People have the same name on many servers: the place is named too, unless it is the usual one or was said. */
function fullName(
  { auth }: Integration,
  { name, site: found = {} }: Account,
  { credential, site: asked }: Pick<NewCredential, 'credential' | 'site'>,
): string {
  const fields = auth.find(({ type }) => type === credential.type)?.fields ?? []
  const places = fields
    .filter(({ kind, name: field }) => PLACES.has(kind) && !Object.hasOwn(found, field))
    .map(({ name: field, default: usual }) => (asked[field] === usual ? undefined : asked[field]))
    .filter((place) => place !== undefined && !name.includes(place))
  return places.length === 0 ? name : `${name} (${places.join(', ')})`
}

/** What a provider says becomes part of host names: it must be no more than a part. */
function checkedSite({ name }: Integration, { site = {} }: Account): Site {
  if (Object.values(site).every(isLabel)) return site
  throw new HubError('INTEGRATIONS_EXECUTION_FAILED', sentences.connections.unusablePlace(name))
}
