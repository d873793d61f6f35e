import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { FaultLog } from '../faults/fault-log.ts'
import type { Access } from '../connections/access.ts'
import type { Integration } from '../../registry/define.ts'
import { integrationOf, type ConnectionRow } from '../connections/connection-rows.ts'
import { createCredentialedFetch, type CredentialSource } from '../connections/credentialed-fetch.ts'
import { watchSecrets, type WatchedSource } from '../connections/echoed-secrets.ts'
import { isNeverSent } from '../connections/network-error.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import type { Clock, Network } from '../platform/platform.ts'
import { failure, type Call, type Outcome } from './call.ts'
import { callError } from './call-error.ts'
import type { CallRecorder } from './call-recorder.ts'
import type { LastGate } from './last-gate.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { withReadRetry } from './read-retry.ts'
import { withinTime } from './time-limit.ts'
import { createToolContext } from './tool-context.ts'

/** Calls to one provider at the same time; more wait their turn. */
const CALLS_PER_PROVIDER = 8

interface ExecuteDependencies {
  readonly network: Network
  readonly clock: Clock
  readonly access: Access
  readonly recorder: CallRecorder
  readonly connection: (id: string) => ConnectionRow | undefined
  readonly gate: LastGate
  readonly faults: FaultLog
}

/** Runs a call that policy or person has allowed. @param reason why it may run */
export type ExecuteCall = (call: Call, reason: string, signal?: AbortSignal) => Promise<Outcome>

export function createExecuteCall(dependencies: ExecuteDependencies): ExecuteCall {
  const { clock, recorder } = dependencies
  const limiters = new Map<string, Limiter>()
  const limiterOf = (integrationId: string): Limiter => {
    const limiter = limiters.get(integrationId) ?? createLimiter(CALLS_PER_PROVIDER)
    limiters.set(integrationId, limiter)
    return limiter
  }
  return async (call, reason, signal) => {
    const startedAt = clock.now()
    try {
      recorder.started(call, reason)
    } catch {
      return failure(new HubError('INTERNAL', sentences.tools.logFailed))
    }
    const outcome = await limiterOf(call.integration.id)(() => attempt(dependencies, call, signal))
    try {
      recorder.finished(call, reason, outcome, clock.now() - startedAt)
    } catch {
      // The call has happened and its start is logged: without its outcome it would be repeated.
    }
    return outcome
  }
}

async function attempt(
  dependencies: ExecuteDependencies,
  call: Call,
  client?: AbortSignal,
): Promise<Outcome> {
  const { tool, integration } = call
  const refusal = refusalOf(() => dependencies.gate.refuse(call))
  if (refusal !== undefined) return failure(refusal)
  const progress: Progress = { accepted: false, clean: (value) => value }
  const { perform } = call
  // A write that has begun is not cut off because its client left: nobody could tell what happened.
  const leaving = tool.effect === 'read' ? client : undefined
  try {
    if (perform !== undefined) return { ok: true, data: await perform() }
    const data = await withinTime(tool.timeoutMs, leaving, (signal) =>
      tool.handler(call.arguments, contextOf(dependencies, call, signal, progress)),
    )
    return { ok: true, data: progress.clean(data) }
  } catch (error) {
    const known = progress.clean(callError(error, integration))
    if (known.code === 'INTERNAL') dependencies.faults.note(tool.name, error)
    // Some providers refuse a credential in an answer with status 200, which only the definition can read.
    if (error instanceof ProviderError && error.status === 401)
      accountOf(dependencies, call)?.source.rejected()
    if (tool.effect !== 'read' && mayHaveArrived(known)) return failure(cutOff(integration.name))
    const isRepeatable = tool.effect === 'read' || !progress.accepted
    return known.code === 'RECONNECT_REQUIRED' && isRepeatable
      ? { ...failure(known), awaitsSignIn: true }
      : failure(known)
  }
}

/** A call may have waited its turn while the person took back what it needs. */
function refusalOf(check: () => void): HubError | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    return error instanceof HubError ? error : new HubError('INTERNAL', sentences.tools.notChecked)
  }
}

function mayHaveArrived({ code, details }: HubError): boolean {
  if (code === 'TIMEOUT') return true
  const cause = details?.['cause']
  return code === 'NETWORK' && typeof cause === 'string' && !isNeverSent(cause)
}

interface Progress {
  /** Whether the provider has let a request through. */
  accepted: boolean
  /** Takes the account's own credential out of what the provider has said. */
  clean: WatchedSource['clean']
}

/** @param progress hears how far the call has come */
function contextOf(dependencies: ExecuteDependencies, call: Call, signal: AbortSignal, progress: Progress) {
  const { network, clock, recorder } = dependencies
  const { tool, app } = call
  const account = accountOf(dependencies, call)
  if (account === undefined) {
    throw new HubError('INTEGRATIONS_NOT_CONNECTED', sentences.tools.disconnected(call.integration.name))
  }
  const { integration, row, source } = account
  const watched = watchSecrets(integration, source)
  progress.clean = watched.clean
  const fetchOAuth = createCredentialedFetch(integration, network, {
    ...watched.source,
    accepted(used) {
      progress.accepted = true
      source.accepted(used)
    },
  })
  return createToolContext({
    integration,
    fetchOAuth: tool.effect === 'read' ? withReadRetry(fetchOAuth, clock) : fetchOAuth,
    signal,
    site: row.site,
    workspaceId: app.workspaceId,
    connectionId: row.id,
    appId: app.id,
    audit: (action, details) => recorder.note(call, watched.clean(action), watched.clean(details)),
  })
}

interface CallAccount {
  /** With the account's site filled in. */
  readonly integration: Integration
  readonly row: ConnectionRow
  readonly source: CredentialSource
}

/** Looked up anew each time: between the question and the answer the account may have gone. */
function accountOf(
  { access, connection }: Pick<ExecuteDependencies, 'access' | 'connection'>,
  call: Call,
): CallAccount | undefined {
  const row = connection(call.connection.id)
  if (row === undefined) return undefined
  const integration = integrationOf(call.integration, row)
  return { integration, row, source: access.source(integration, row) }
}

/** "Try again" would be the wrong advice for a write that the provider may have carried out. */
function cutOff(name: string): HubError {
  return new HubError('OUTCOME_UNKNOWN', sentences.tools.unconfirmed(name))
}
