import { HubError } from '../../preload/contract/errors.ts'
import { verbatim } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Approvals } from '../approvals/approvals.ts'
import type { AskAnswer, AskOptions, Ticket } from '../approvals/wait-for-answer.ts'
import type { PairedApp } from '../apps/apps.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { Pause } from '../policies/pause.ts'
import { policyQuestion, type Policies } from '../policies/policies.ts'
import { awaitsSignIn, type Call, type Outcome } from './call.ts'
import type { CallRecorder } from './call-recorder.ts'
import type { ExecuteCall } from './execute-call.ts'
import type { LastGate } from './last-gate.ts'
import type { ToolRequest } from './prepare-call.ts'
import type { ResultPage, Results } from './results.ts'
import type { Vault } from '../vault/vault.ts'

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: AskOptions['onProgress']
}

/** Data as the app gets it, or a ticket when the person has not answered yet. */
export type RunAnswer =
  | {
      readonly kind: 'data'
      readonly data: unknown
      /** Names of the arguments that the person had changed before they allowed the call. */
      readonly edited?: readonly string[]
    }
  | { readonly kind: 'pending'; readonly ticket: Ticket }

/** The one path of a call: there is no other way to a handler. */
export interface RunTool {
  /** @throws HubError with one of the closed codes */
  run(app: PairedApp, request: ToolRequest, options?: RunOptions): Promise<RunAnswer>
  /** Asks the person about something that Gatehouse itself would do. @throws HubError */
  ask(call: Call, options?: RunOptions): Promise<RunAnswer>
  /** The answer as the app's budget allows it: the first page of a long one. */
  withinBudget(app: PairedApp, data: unknown): Promise<unknown>
  /** Fetches what a ticket became. @throws HubError */
  resultOfApproval(app: PairedApp, approvalId: string, options?: RunOptions): Promise<RunAnswer>
  /** Reads on in an answer that was too long. @throws HubError */
  resultPage(app: PairedApp, resultId: string, offset: number): Promise<ResultPage>
}

interface RunDependencies {
  readonly prepare: (app: PairedApp, request: ToolRequest) => Call
  readonly policies: Policies
  readonly approvals: Approvals
  readonly execute: ExecuteCall
  readonly recorder: CallRecorder
  readonly results: Results
  readonly vault: Pick<Vault, 'ready'>
  readonly pause: Pick<Pause, 'refuse'>
  readonly gate: LastGate
}

export function createRunTool(dependencies: RunDependencies): RunTool {
  const { prepare, policies, approvals, execute, recorder, results } = dependencies

  const deliver = async (app: PairedApp, outcome: Outcome): Promise<RunAnswer> => {
    if (!outcome.ok) throw errorOf(outcome)
    const data = await results.withinBudget(app, outcome.data)
    return outcome.edited === undefined
      ? { kind: 'data', data }
      : { kind: 'data', data, edited: outcome.edited }
  }
  const deliverAnswer = async (app: PairedApp, answer: AskAnswer): Promise<RunAnswer> =>
    answer.kind === 'pending' ? answer : await deliver(app, answer.outcome)
  const patience = (app: PairedApp, options: RunOptions): AskOptions => ({
    waitMs: app.approvalWaitSeconds * 1_000,
    ...options,
  })

  const runAtOnce = async (
    app: PairedApp,
    call: Call,
    reason: string,
    options: RunOptions,
  ): Promise<RunAnswer> => {
    const outcome = await execute(call, reason, options.signal)
    // The window is where the person would sign in: there is nobody else to wait for.
    if (!awaitsSignIn(outcome) || app.id === DESKTOP_ID) return await deliver(app, outcome)
    return await deliverAnswer(app, await approvals.awaitSignIn(call, reason, patience(app, options)))
  }

  return {
    async run(app, request, options = {}) {
      const call = prepare(app, request)
      refusePaused(dependencies, call)
      const { policy, reason } = policies.decide(policyQuestion(call))
      if (policy === 'block') {
        recorder.notRun(call, 'refused', reason, 'TOOL_BLOCKED')
        throw new HubError('TOOL_BLOCKED', sentences.tools.blocked(call.tool.name))
      }
      if (policy === 'auto') return await runAtOnce(app, call, reason, options)
      await refuseWhileLocked(dependencies, call)
      refuseTakenBack(dependencies, call)
      return await deliverAnswer(app, await approvals.ask(call, patience(app, options)))
    },
    async ask(call, options = {}) {
      refusePaused(dependencies, call)
      return await deliverAnswer(call.app, await approvals.ask(call, patience(call.app, options)))
    },
    withinBudget: (app, data) => results.withinBudget(app, data),
    async resultOfApproval(app, approvalId, options = {}) {
      return await deliverAnswer(app, await approvals.answerOf(app.id, approvalId, patience(app, options)))
    },
    resultPage: (app, resultId, offset) => results.read(app, resultId, offset),
  }
}

function errorOf({ error, sentence }: Extract<Outcome, { ok: false }>): HubError {
  return new HubError(error.code, sentence ?? verbatim(error.message), error.details)
}

function refusePaused({ pause, recorder }: Pick<RunDependencies, 'pause' | 'recorder'>, call: Call): void {
  try {
    pause.refuse(call.app)
  } catch (error) {
    recorder.notRun(call, 'refused', 'paused', 'PAUSED')
    throw error
  }
}

/** While the keychain was looked at, the person may have taken back what the call needs: then nobody asks them. */
function refuseTakenBack({ gate, recorder }: Pick<RunDependencies, 'gate' | 'recorder'>, call: Call): void {
  try {
    gate.refuse(call)
  } catch (error) {
    if (error instanceof HubError) recorder.notRun(call, 'refused', 'taken back', error.code)
    throw error
  }
}

/** Nobody is asked about a call that could not run after the answer. */
async function refuseWhileLocked(
  { vault, recorder }: Pick<RunDependencies, 'vault' | 'recorder'>,
  call: Call,
): Promise<void> {
  try {
    await vault.ready()
  } catch (error) {
    if (error instanceof HubError) recorder.notRun(call, 'refused', 'locked', error.code)
    throw error
  }
}
