import type { OAuth2Method } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import type { IdentifyConnection } from '../connections/identify-connection.ts'
import type { OAuthClients } from '../connections/oauth-clients.ts'
import type { Platform } from '../platform/platform.ts'
import type { Vault } from '../vault/vault.ts'
import { accountCheck } from './account-check.ts'
import { clientCheck } from './client-check.ts'
import { clockCheck } from './clock-check.ts'
import type { Check } from './finding.ts'
import { createProbeHost } from './host-probe.ts'
import { networkCheck } from './network-check.ts'
import { portCheck } from './port-check.ts'
import { protocolCheck } from './protocol-check.ts'
import { redirectCheck } from './redirect-check.ts'
import { scopesCheck } from './scopes-check.ts'
import type { Subject } from './subject.ts'
import { vaultCheck } from './vault-check.ts'

/** How long a host may take to answer. */
const ANSWER_MS = 8_000

export interface CheckDependencies {
  readonly platform: Platform
  readonly vault: Vault
  readonly clients: OAuthClients
  readonly identify: IdentifyConnection
  /** Whether the key that protects credentials lies in the keychain. */
  readonly usesKeychain: () => Promise<boolean>
  /** Whether a sign-in of this app waits for its answer on a port. */
  readonly isListeningOn: (port: number) => boolean
  /** The integration as the person reads it. */
  readonly shownOf: (integration: Integration) => Integration
}

/** Everything that can be looked at, in the order in which a sign-in meets it. */
export function allChecks(dependencies: CheckDependencies, subject: Subject): readonly Check[] {
  const { platform, vault, usesKeychain } = dependencies
  const { keychain, network, proxyFor, clock } = platform
  const { browser, hosts } = subject
  const probe = createProbeHost({ network, proxyFor, clock, limitMs: ANSWER_MS })
  const reach = { probe, hosts, limitMs: ANSWER_MS }
  return [
    vaultCheck({ vault, keychain, usesKeychain }),
    ...(browser === undefined ? [] : clientChecks(dependencies, subject, browser)),
    ...(browser === undefined ? [] : wayBackChecks(dependencies, browser)),
    clockCheck(reach),
    ...hosts.map((host) => networkCheck(reach, host)),
    ...accountChecks(dependencies, subject),
  ]
}

/** Whether the answer of a sign-in finds its way back: quick, and nobody outside is asked. */
export function wayBackChecks(
  { platform: { protocolHandler, portOwner }, isListeningOn }: CheckDependencies,
  { redirect }: Pick<OAuth2Method, 'redirect'>,
): readonly Check[] {
  if (redirect === undefined) return [protocolCheck(protocolHandler)]
  const { host, port } = redirect
  return port === undefined ? [] : [portCheck({ host, port }, { ownerOf: portOwner, isOurs: isListeningOn })]
}

function clientChecks(
  { clients }: CheckDependencies,
  { workspaceId, integration: { name }, site }: Subject,
  auth: OAuth2Method,
): readonly Check[] {
  return [
    clientCheck({ clients, workspaceId, name, auth, site }),
    redirectCheck(auth, clients.source(workspaceId, auth, site)),
  ]
}

function accountChecks(
  { clients, identify, shownOf }: CheckDependencies,
  { workspaceId, integration, site, browser, row }: Subject,
): readonly Check[] {
  if (row === undefined) return []
  const source = browser && clients.source(workspaceId, browser, site)
  const canEnterClient = source === 'saved' || source === 'missing'
  const account = accountCheck({ identify, canEnterClient }, integration, row)
  return browser === undefined || browser.scopes.length === 0
    ? [account]
    : [account, scopesCheck(integration, shownOf(integration), row)]
}
