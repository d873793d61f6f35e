import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { ActivityEntry, Approval, Decision } from '../../preload/contract/shapes.ts'
import { newId } from '../identifiers.ts'
import type { Clock } from '../platform/platform.ts'
import type { Call, Outcome } from '../tools/call.ts'
import type { Vault } from '../vault/vault.ts'
import { approvalForWindow } from './approval-for-window.ts'
import type { ApprovalRows, ApprovalState } from './approval-rows.ts'
import { argumentsHash } from './arguments-hash.ts'
import { createParkedCall, type ParkedCall } from './parked-call.ts'
import { waitForAnswer, type AskAnswer, type AskOptions } from './wait-for-answer.ts'

const PARKED_MS = 15 * 60_000
/** Per app: more would only bury the person. */
const MOST_WAITING = 50
const OUTCOMES_KEPT_MS = 24 * 60 * 60_000

interface ApprovalDependencies {
  readonly rows: ApprovalRows
  readonly clock: Clock
  readonly vault: Vault
  /** Runs an allowed call. Called once per approval, or never. */
  readonly run: (call: Call, reason: string) => Promise<Outcome>
  readonly recordNotRun: (
    call: Call,
    outcome: ActivityEntry['outcome'],
    reason: string,
    code: ErrorCode,
  ) => void
  /** Remembers what the answer says beyond this call. */
  readonly remember: (call: Call, decision: Decision) => void
  readonly onChange: () => void
}

/** Questions to the person, and the calls that wait for the answers. Silence is no. */
export interface Approvals {
  /** Parks a call, or joins the same one, and waits for an answer as long as the app can. */
  ask(call: Call, options: AskOptions): Promise<AskAnswer>
  /** @throws HubError APPROVAL_EXPIRED when the question is no longer open */
  decide(approvalId: string, decision: Decision): void
  /** Asks again about a ticket. @throws HubError RESOURCE_NOT_FOUND */
  answerOf(appId: string, approvalId: string, options: AskOptions): Promise<AskAnswer>
  /** Open questions, oldest first. */
  list(workspaceId: string): Approval[]
  /** Takes back every open question of which `matches` is true. */
  withdraw(matches: (call: Call) => boolean): void
}

export function createApprovals(dependencies: ApprovalDependencies): Approvals {
  const { rows, clock, onChange } = dependencies
  const parked = new Map<string, ParkedCall>()
  rows.forgetOutcomesBefore(clock.now() - OUTCOMES_KEPT_MS)

  /** Whoever has a ticket may still ask for a while, and then hears more than the rows hold. */
  const retire = (entry: ParkedCall): void => {
    entry.state = 'settled'
    if (!entry.ticketed) parked.delete(entry.id)
    else clock.after(PARKED_MS, () => parked.delete(entry.id))
  }

  const close = (entry: ParkedCall, state: 'denied' | 'expired' | 'withdrawn', reason?: string): void => {
    if (entry.state !== 'waiting') return
    entry.stopTimer()
    retire(entry)
    const error = closedError(state, reason)
    try {
      rows.move(entry.id, 'waiting', state, clock.now())
      dependencies.recordNotRun(entry.call, state, reason ?? state, error.code)
    } catch {
      // Even if nothing could be written: the call does not run, and whoever waits is told.
    }
    entry.settle({ ok: false, error: error.toBody() })
    onChange()
  }

  const open = (call: Call, sameness: string): ParkedCall => {
    const waiting = [...parked.values()].filter(
      (entry) => entry.state === 'waiting' && entry.call.app.id === call.app.id,
    )
    if (waiting.length >= MOST_WAITING) {
      throw new HubError('RATE_LIMITED', `${call.app.name} already has ${waiting.length} questions open.`)
    }
    const requestedAt = clock.now()
    const entry = createParkedCall({
      id: newId('apr'),
      call,
      sameness,
      requestedAt,
      expiresAt: requestedAt + PARKED_MS,
    })
    rows.insert({
      id: entry.id,
      appId: call.app.id,
      tool: call.tool.name,
      argumentsHash: sameness,
      requestedAt,
    })
    entry.stopTimer = clock.after(PARKED_MS, () => close(entry, 'expired'))
    parked.set(entry.id, entry)
    onChange()
    return entry
  }

  const allow = (entry: ParkedCall): void => {
    if (!rows.move(entry.id, 'waiting', 'running', clock.now())) throw gone()
    entry.state = 'running'
    entry.stopTimer()
    void runOnce(dependencies, entry).then((outcome) => {
      retire(entry)
      entry.settle(outcome)
    })
    onChange()
  }

  const waitOn = (entry: ParkedCall, options: AskOptions): Promise<AskAnswer> =>
    waitForAnswer(entry, options, clock, () => close(entry, 'withdrawn', 'the app cancelled'))

  const withdraw = (matches: (call: Call) => boolean): void => {
    for (const entry of parked.values()) if (matches(entry.call)) close(entry, 'withdrawn')
  }

  return {
    async ask(call, options) {
      const sameness = argumentsHash([call.app.id, call.tool.name, call.connection.id, call.arguments])
      const same = [...parked.values()].find(
        (entry) => entry.sameness === sameness && entry.state !== 'settled',
      )
      return await waitOn(same ?? open(call, sameness), options)
    },
    decide(approvalId, decision) {
      const entry = parked.get(approvalId)
      // Timers stand still while the computer sleeps; the time of day does not.
      if (entry !== undefined && entry.expiresAt <= clock.now()) close(entry, 'expired')
      if (entry?.state !== 'waiting') throw gone()
      if (decision.kind === 'deny') return close(entry, 'denied', decision.reason)
      if (decision.kind === 'block_tool') {
        const { app, tool } = entry.call
        dependencies.remember(entry.call, decision)
        close(entry, 'denied', 'The tool was blocked.')
        return withdraw((call) => call.tool.name === tool.name && call.app.workspaceId === app.workspaceId)
      }
      allow(entry)
      return dependencies.remember(entry.call, decision)
    },
    answerOf(appId, approvalId, options) {
      const entry = parked.get(approvalId)
      if (entry?.call.app.id === appId) return waitOn(entry, options)
      return storedAnswer(dependencies, appId, approvalId)
    },
    list: (workspaceId) =>
      [...parked.values()]
        .filter(({ call, state }) => state === 'waiting' && call.app.workspaceId === workspaceId)
        .map(approvalForWindow),
    withdraw,
  }
}

/** Never rejects: whoever waits gets an answer, whatever breaks. */
async function runOnce(dependencies: ApprovalDependencies, entry: ParkedCall): Promise<Outcome> {
  const outcome = await dependencies.run(entry.call, 'approved').catch((): Outcome => {
    const error = new HubError('OUTCOME_UNKNOWN', 'The call was started, but its end could not be recorded.')
    return { ok: false, error: error.toBody() }
  })
  // An outcome that cannot be kept is still told to whoever waits now.
  await keepOutcome(dependencies, entry, outcome).catch(() => undefined)
  return outcome
}

/** Kept for whoever asks later with the ticket; sealed, because answers hold what accounts hold. */
async function keepOutcome(
  { rows, clock, vault }: ApprovalDependencies,
  entry: ParkedCall,
  outcome: Outcome,
): Promise<void> {
  rows.forgetOutcomesBefore(clock.now() - OUTCOMES_KEPT_MS)
  const sealed = entry.ticketed ? await vault.seal(entry.id, JSON.stringify(outcome)).catch(() => null) : null
  rows.finish(entry.id, sealed)
}

async function storedAnswer(
  { rows, clock, vault }: ApprovalDependencies,
  appId: string,
  approvalId: string,
): Promise<AskAnswer> {
  rows.forgetOutcomesBefore(clock.now() - OUTCOMES_KEPT_MS)
  const row = rows.get(approvalId)
  if (row?.appId !== appId) throw new HubError('RESOURCE_NOT_FOUND', 'There is no such approval.')
  if (row.sealedOutcome !== null) {
    return {
      kind: 'outcome',
      outcome: JSON.parse(await vault.unseal(approvalId, row.sealedOutcome)) as Outcome,
    }
  }
  return { kind: 'outcome', outcome: { ok: false, error: closedError(row.state).toBody() } }
}

function closedError(state: ApprovalState, reason?: string): HubError {
  if (state === 'denied') {
    const said = reason === undefined || reason === '' ? '' : ` They say: “${reason}”`
    return new HubError('APPROVAL_DENIED', `The person did not allow this call.${said}`)
  }
  if (state === 'expired') return new HubError('APPROVAL_EXPIRED', 'Nobody answered in time.')
  if (state === 'withdrawn')
    return new HubError('APPROVAL_WITHDRAWN', 'The request was withdrawn before an answer.')
  if (state === 'finished')
    return new HubError('RESOURCE_NOT_FOUND', 'The result was handed over or is over a day old.')
  return new HubError('OUTCOME_UNKNOWN', 'Gatehouse stopped while the call was running.')
}

function gone(): HubError {
  return new HubError('APPROVAL_EXPIRED', 'This question is no longer open.')
}
