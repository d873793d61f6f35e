import type { ErrorBody } from '../../preload/contract/errors.ts'
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
      /** The account's sign-in has ended and nothing was done: the call can run when there is a new one. */
      readonly awaitsSignIn?: true
    }

export function awaitsSignIn(outcome: Outcome): boolean {
  return !outcome.ok && outcome.awaitsSignIn === true
}
