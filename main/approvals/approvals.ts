import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { ActivityEntry, Approval, Decision, Policy } from '../../preload/contract/shapes.ts'
import { newId } from '../identifiers.ts'
import type { Clock } from '../platform/platform.ts'
import { awaitsSignIn, type Call, type Outcome } from '../tools/call.ts'
import type { Vault } from '../vault/vault.ts'
import { approvalForWindow } from './approval-for-window.ts'
import type { ApprovalRows } from './approval-rows.ts'
import { argumentsHash } from './arguments-hash.ts'
import { closedError, createKeptOutcomes } from './kept-outcomes.ts'
import { APPROVED, createParkedCall, type ParkedCall } from './parked-call.ts'
import { waitForAnswer, type AskAnswer, type AskOptions } from './wait-for-answer.ts'

const PARKED_MS = 15 * 60_000
/** Per app: more would only bury the person. */
const MOST_WAITING = 50

interface ApprovalDependencies {
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
  const outcomes = createKeptOutcomes(dependencies)

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
    const error =
      state === 'expired' && entry.awaits === 'signIn'
        ? notReconnected(entry.call)
        : closedError(state, reason)
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

  const start = (entry: ParkedCall): void => {
    if (!rows.move(entry.id, 'waiting', 'running', clock.now())) throw gone()
    entry.state = 'running'
    entry.triedSignIn = dependencies.signedInAt(entry.call) ?? 0
    entry.stopTimer()
    void finish(entry)
    onChange()
  }

  /** Never rejects: whoever waits gets an answer, whatever breaks. */
  const finish = async (entry: ParkedCall): Promise<void> => {
    const outcome = await dependencies.run(entry.call, entry.reason).catch(unrecorded)
    if (awaitsSignIn(outcome) && hold(entry)) return
    // An outcome that cannot be kept is still told to whoever waits now.
    await outcomes.keep(entry, outcome).catch(() => undefined)
    retire(entry)
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
    const policy = entry.reason === APPROVED ? 'auto' : dependencies.policyOf(entry.call)
    if (policy === 'auto') return start(entry)
    if (policy === 'block') return close(entry, 'withdrawn', 'the tool was blocked')
    entry.awaits = 'answer'
    entry.reason = APPROVED
    onChange()
  }

  const waitOn = (entry: ParkedCall, options: AskOptions): Promise<AskAnswer> =>
    waitForAnswer(entry, options, clock, () => close(entry, 'withdrawn', 'the app cancelled'))

  const withdraw = (matches: (call: Call) => boolean): void => {
    for (const entry of parked.values()) if (matches(entry.call)) close(entry, 'withdrawn')
  }

  /** The same call, asked again while it is parked, is the same call. */
  const joinOrOpen = (call: Call): ParkedCall => {
    const sameness = argumentsHash([call.app.id, call.tool.name, call.connection.id, call.arguments])
    const same = [...parked.values()].find(
      (entry) => entry.sameness === sameness && entry.state !== 'settled',
    )
    return same ?? open(call, sameness)
  }

  return {
    ask: async (call, options) => await waitOn(joinOrOpen(call), options),
    async awaitSignIn(call, reason, options) {
      const entry = joinOrOpen(call)
      if (entry.awaits === 'answer' && entry.state === 'waiting') {
        Object.assign(entry, { awaits: 'signIn', reason, triedSignIn: call.connection.signedInAt })
        onChange()
        startIfSignedIn(entry)
      }
      return await waitOn(entry, options)
    },
    resume() {
      for (const entry of parked.values()) startIfSignedIn(entry)
    },
    awaitedSignIns: (workspaceId) =>
      [...parked.values()]
        .filter(({ call, state, awaits }) => isOpen(call, state, workspaceId) && awaits === 'signIn')
        .map(({ call }) => call.connection.id),
    decide(approvalId, decision) {
      const entry = parked.get(approvalId)
      // Timers stand still while the computer sleeps; the time of day does not.
      if (entry !== undefined && entry.expiresAt <= clock.now()) close(entry, 'expired')
      if (entry?.state !== 'waiting' || entry.awaits !== 'answer') throw gone()
      if (decision.kind === 'deny') return close(entry, 'denied', decision.reason)
      if (decision.kind === 'block_tool') {
        const { app, tool } = entry.call
        dependencies.remember(entry.call, decision)
        close(entry, 'denied', 'The tool was blocked.')
        return withdraw((call) => call.tool.name === tool.name && call.app.workspaceId === app.workspaceId)
      }
      start(entry)
      return dependencies.remember(entry.call, decision)
    },
    answerOf(appId, approvalId, options) {
      const entry = parked.get(approvalId)
      if (entry?.call.app.id === appId) return waitOn(entry, options)
      return outcomes.answerOf(appId, approvalId)
    },
    list: (workspaceId) =>
      [...parked.values()]
        .filter(({ call, state, awaits }) => isOpen(call, state, workspaceId) && awaits === 'answer')
        .map(approvalForWindow),
    withdraw,
  }
}

function isOpen(call: Call, state: ParkedCall['state'], workspaceId: string): boolean {
  return state === 'waiting' && call.app.workspaceId === workspaceId
}

function notReconnected({ connection }: Call): HubError {
  return new HubError(
    'RECONNECT_REQUIRED',
    `The sign-in of ${connection.accountName} was not renewed in time.`,
  )
}

function gone(): HubError {
  return new HubError('APPROVAL_EXPIRED', 'This question is no longer open.')
}

function unrecorded(): Outcome {
  const error = new HubError('OUTCOME_UNKNOWN', 'The call was started, but its end could not be recorded.')
  return { ok: false, error: error.toBody() }
}
