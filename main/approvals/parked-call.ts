import type { Call, Outcome } from '../tools/call.ts'

/** Why a call runs that the person has allowed. */
export const APPROVED = 'approved'
/** The same, after the person has put their own arguments in. */
export const APPROVED_WITH_CHANGES = 'approved with changes'

/** Whether the person themselves has allowed it. */
export function isApproved({ reason }: Pick<ParkedCall, 'reason'>): boolean {
  return reason === APPROVED || reason === APPROVED_WITH_CHANGES
}

/** A call that waits for the person, or runs because they said yes. */
export interface ParkedCall {
  readonly id: string
  /** What was shown, frozen; replaced as a whole when the person changes its arguments. */
  call: Call
  /** Same app, tool, account and arguments as the app sent them: the same question. */
  readonly sameness: string
  readonly requestedAt: number
  readonly expiresAt: number
  readonly settled: Promise<Outcome>
  readonly settle: (outcome: Outcome) => void
  /** Cancels the expiry. */
  stopTimer: () => void
  state: 'waiting' | 'running' | 'settled'
  /** What the person has to do: answer, or sign in to the account again. */
  awaits: 'answer' | 'signIn'
  /** Why it may run once that is done. */
  reason: string
  /** The sign-in it was last tried with: when that was. */
  triedSignIn: number
  /** How many requests wait for the answer right now. */
  waiters: number
  /** Whether an app has a ticket with which to ask later. */
  ticketed: boolean
}

export function createParkedCall(
  parts: Pick<ParkedCall, 'id' | 'call' | 'sameness' | 'requestedAt' | 'expiresAt'>,
): ParkedCall {
  const { promise, resolve } = withResolvers<Outcome>()
  return {
    ...parts,
    settled: promise,
    settle: resolve,
    stopTimer: () => undefined,
    state: 'waiting',
    awaits: 'answer',
    reason: APPROVED,
    triedSignIn: 0,
    waiters: 0,
    ticketed: false,
  }
}

/** `Promise.withResolvers`, which the oldest runtime we serve does not have in its types. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
