import type { ErrorBody, HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { CatalogTool } from './catalog.ts'

/** One call that has passed every check but the person's: from here on it does not change. */
export interface Call extends CatalogTool {
  readonly id: string
  readonly app: PairedApp
  readonly connection: ConnectionRow
  /** Parsed, frozen: what was shown is what runs. */
  readonly arguments: Readonly<Record<string, unknown>>
  /** What the app had asked for, when the person changed the arguments before they allowed the call. */
  readonly asked?: Readonly<Record<string, unknown>>
  /** What Gatehouse itself does, in place of the tool's handler. The person is asked each time. */
  readonly perform?: () => unknown
  /** What Gatehouse itself would do, in place of the sentence of the tool’s definition. */
  readonly summary?: Sentence
}

/** How a call ended. */
export type Outcome =
  | {
      readonly ok: true
      readonly data: unknown
      /** Names of the arguments that the person had changed. */
      readonly edited?: readonly string[]
    }
  | {
      readonly ok: false
      readonly error: ErrorBody
      /** What `error.message` says in English. Not kept when the outcome is: apps, which fetch it, read English. */
      readonly sentence?: Sentence
      /** The account's sign-in has ended and nothing was done: the call can run when there is a new one. */
      readonly awaitsSignIn?: true
    }

/** How a call ends that failed. */
export function failure(error: HubError): Extract<Outcome, { ok: false }> {
  return { ok: false, error: error.toBody(), sentence: error.sentence }
}

export function awaitsSignIn(outcome: Outcome): boolean {
  return !outcome.ok && outcome.awaitsSignIn === true
}
