import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { ActivityEntry, Approval, Decision, Policy } from '../../preload/contract/shapes.ts'
import type { Clock } from '../platform/platform.ts'
import { awaitsSignIn, failure, type Call, type Outcome } from '../tools/call.ts'
import type { Vault } from '../vault/vault.ts'
import { approvalForWindow, type ShownLanguage } from './approval-for-window.ts'
import type { ApprovalRows } from './approval-rows.ts'
import { editedCall, withEdited } from './edited-call.ts'
import { closedError, createKeptOutcomes } from './kept-outcomes.ts'
import { APPROVED, APPROVED_WITH_CHANGES, isApproved, type ParkedCall } from './parked-call.ts'
import { createParkedCalls, samenessOf } from './parked-calls.ts'
import { waitForAnswer, type AskAnswer, type AskOptions } from './wait-for-answer.ts'

/** How a call ends that does not run. */
type Closed = 'denied' | 'expired' | 'withdrawn'

interface ApprovalDependencies extends ShownLanguage {
  readonly rows: ApprovalRows
  readonly clock: Clock
  readonly vault: Vault
  /** Runs an allowed call. Once per approval, or never; again only when its sign-in had ended and nothing was done. */
  readonly run: (call: Call, reason: string) => Promise<Outcome>
  readonly recordNotRun: (
    call: Call,
    outcome: ActivityEntry['outcome'],
    reason: string,
    code: ErrorCode,
  ) => void
  /** Remembers what the answer says beyond this call. */
  readonly remember: (call: Call, decision: Decision) => void
  /** What the call needs now, a remembered answer included. */
  readonly policyOf: (call: Call) => Policy
  /** When the person last signed in to the call's account; undefined when it is gone. */
  readonly signedInAt: (call: Call) => number | undefined
  /** What the person calls the workspace; null while there is only one. */
  readonly workspaceName: (workspaceId: string) => string | null
  readonly onChange: () => void
}

/** Questions to the person, and the calls that wait for the answers. Silence is no. */
export interface Approvals {
  /** Parks a call, or joins the same one, and waits for an answer as long as the app can. */
  ask(call: Call, options: AskOptions): Promise<AskAnswer>
  /** Parks a call that may run, as soon as the person has signed in to its account again. */
  awaitSignIn(call: Call, reason: string, options: AskOptions): Promise<AskAnswer>
  /** Runs what waited for sign-ins that are done. */
  resume(): void
  /** Whose sign-in parked calls wait for: connection ids, one per call. */
  awaitedSignIns(workspaceId: string): string[]
  /**
   * @throws HubError APPROVAL_EXPIRED when the question is no longer open; INVALID_PARAMS with `fields` when the
   *   person's own arguments are not valid: the question then stays open
   */
  decide(approvalId: string, decision: Decision): void
  /** The call of an open question. @throws HubError APPROVAL_EXPIRED */
  callOf(approvalId: string): Call
  /** Asks again about a ticket. @throws HubError RESOURCE_NOT_FOUND */
  answerOf(appId: string, approvalId: string, options: AskOptions): Promise<AskAnswer>
  /** Open questions of every workspace, oldest first: whatever the window shows, the person is asked. */
  list(): Approval[]
  /** Takes back every open question of which `matches` is true. */
  withdraw(matches: (call: Call) => boolean): void
}

export function createApprovals(dependencies: ApprovalDependencies): Approvals {
  const { rows, clock, onChange } = dependencies
  const parked = createParkedCalls({ rows, clock, onExpiry: (entry) => close(entry, 'expired'), onChange })
  const outcomes = createKeptOutcomes(dependencies)

  const close = (entry: ParkedCall, state: Closed, reason?: string | Sentence): void => {
    if (entry.state !== 'waiting') return
    entry.stopTimer()
    parked.retire(entry)
    const error =
      state === 'expired' && entry.awaits === 'signIn'
        ? notReconnected(entry.call)
        : closedError(state, reason)
    try {
      rows.move(entry.id, 'waiting', state, clock.now())
      dependencies.recordNotRun(entry.call, state, String(reason ?? state), error.code)
    } catch {
      // Even if nothing could be written: the call does not run, and whoever waits is told.
    }
    const outcome = failure(error)
    void outcomes.keepClosed(entry, outcome)
    entry.settle(outcome)
    onChange()
  }

  /** What runs from here on are the person's own arguments, frozen and hashed anew. */
  const startEdited = (entry: ParkedCall, values: Readonly<Record<string, unknown>>): void => {
    const call = editedCall(entry.call, values)
    if (call === entry.call) return start(entry)
    rows.changeArguments(entry.id, samenessOf(call))
    start(entry, { call, reason: APPROVED_WITH_CHANGES })
  }

  /** @param changes made only if it starts: a question that stays open is the one that was asked */
  const start = (entry: ParkedCall, changes: Partial<Pick<ParkedCall, 'call' | 'reason'>> = {}): void => {
    if (!rows.move(entry.id, 'waiting', 'running', clock.now())) throw gone()
    Object.assign(entry, changes, { state: 'running' })
    entry.triedSignIn = dependencies.signedInAt(entry.call) ?? 0
    entry.stopTimer()
    void finish(entry)
    onChange()
  }

  /** Never rejects: whoever waits gets an answer, whatever breaks. */
  const finish = async (entry: ParkedCall): Promise<void> => {
    const ended = await dependencies.run(entry.call, entry.reason).catch(unrecorded)
    const outcome = withEdited(entry.call, ended)
    if (awaitsSignIn(outcome) && hold(entry)) return
    // An outcome that cannot be kept is still told to whoever waits now.
    await outcomes.keep(entry, outcome).catch(() => undefined)
    parked.retire(entry)
    entry.settle(outcome)
  }

  /** Back to waiting, for as long as is left. @returns false when it cannot wait any more */
  const hold = (entry: ParkedCall): boolean => {
    const left = entry.expiresAt - clock.now()
    try {
      if (left <= 0 || !rows.move(entry.id, 'running', 'waiting', clock.now())) return false
    } catch {
      return false
    }
    entry.state = 'waiting'
    entry.awaits = 'signIn'
    entry.stopTimer = clock.after(left, () => close(entry, 'expired'))
    onChange()
    startIfSignedIn(entry)
    return true
  }

  const startIfSignedIn = (entry: ParkedCall): void => {
    if (entry.state !== 'waiting' || entry.awaits !== 'signIn') return
    const signedInAt = dependencies.signedInAt(entry.call)
    if (signedInAt === undefined) return close(entry, 'withdrawn', 'the account was disconnected')
    if (signedInAt <= entry.triedSignIn) return
    try {
      startIfStillAllowed(entry)
    } catch {
      close(entry, 'withdrawn')
    }
  }

  /** What ran without asking when it was called may have to ask by now: a rule changed, an answer taken back. */
  const startIfStillAllowed = (entry: ParkedCall): void => {
    const policy = isApproved(entry) ? 'auto' : dependencies.policyOf(entry.call)
    if (policy === 'auto') return start(entry)
    if (policy === 'block') return close(entry, 'withdrawn', 'the tool was blocked')
    entry.awaits = 'answer'
    entry.reason = APPROVED
    onChange()
  }

  const waitOn = (entry: ParkedCall, options: AskOptions): Promise<AskAnswer> =>
    waitForAnswer(entry, options, clock, () => close(entry, 'withdrawn', 'the app cancelled'))

  const withdraw = (matches: (call: Call) => boolean): void => {
    for (const entry of parked.all()) if (matches(entry.call)) close(entry, 'withdrawn')
  }

  /** The question as long as it can be answered. */
  const opened = (approvalId: string): ParkedCall => {
    const entry = parked.find(approvalId)
    // Timers stand still while the computer sleeps; the time of day does not.
    if (entry !== undefined && !(entry.expiresAt > clock.now())) close(entry, 'expired')
    if (entry?.state !== 'waiting' || entry.awaits !== 'answer') throw gone()
    return entry
  }

  return {
    ask: async (call, options) => await waitOn(parked.joinOrOpen(call), options),
    async awaitSignIn(call, reason, options) {
      const entry = parked.joinOrOpen(call)
      if (entry.awaits === 'answer' && entry.state === 'waiting') {
        Object.assign(entry, { awaits: 'signIn', reason, triedSignIn: call.connection.signedInAt })
        onChange()
        startIfSignedIn(entry)
      }
      return await waitOn(entry, options)
    },
    resume() {
      for (const entry of parked.all()) startIfSignedIn(entry)
    },
    awaitedSignIns: (workspaceId) =>
      parked
        .all()
        .filter(
          ({ call, state, awaits }) =>
            state === 'waiting' && awaits === 'signIn' && call.app.workspaceId === workspaceId,
        )
        .map(({ call }) => call.connection.id),
    decide(approvalId, decision) {
      const entry = opened(approvalId)
      if (decision.kind === 'deny') return close(entry, 'denied', decision.reason)
      if (decision.kind === 'block_tool') {
        const { app, tool } = entry.call
        dependencies.remember(entry.call, decision)
        close(entry, 'denied', sentences.approvals.toolBlocked)
        return withdraw((call) => call.tool.name === tool.name && call.app.workspaceId === app.workspaceId)
      }
      if (decision.kind === 'allow_once' && decision.arguments !== undefined) {
        return startEdited(entry, decision.arguments)
      }
      start(entry)
      return dependencies.remember(entry.call, decision)
    },
    callOf: (approvalId) => opened(approvalId).call,
    answerOf(appId, approvalId, options) {
      const entry = parked.find(approvalId)
      if (entry?.call.app.id === appId) return waitOn(entry, options)
      return outcomes.answerOf(appId, approvalId)
    },
    list: () =>
      parked
        .all()
        .filter(({ state, awaits }) => state === 'waiting' && awaits === 'answer')
        .map((entry) =>
          approvalForWindow(entry, dependencies.workspaceName(entry.call.app.workspaceId), dependencies),
        ),
    withdraw,
  }
}

function notReconnected({ connection }: Call): HubError {
  return new HubError('RECONNECT_REQUIRED', sentences.approvals.notRenewed(connection.accountName))
}

function gone(): HubError {
  return new HubError('APPROVAL_EXPIRED', sentences.approvals.noLongerOpen)
}

function unrecorded(): Outcome {
  return failure(new HubError('OUTCOME_UNKNOWN', sentences.approvals.unrecorded))
}
