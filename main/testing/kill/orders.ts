import type { RequestInput, Route } from '../../../preload/contract/requests.ts'

/** What a child process is told to do, one after the other. */
export type Order =
  | {
      readonly act: 'open'
      readonly folder: string
      /** Where the provider's hosts are reached. */
      readonly origin: string
      /** How far the clock is ahead of the computer's, in milliseconds. */
      readonly aheadMs: number
      /** The step before which the process dies; absent for none. */
      readonly killAt?: string | undefined
    }
  /** Looks for the step from here on. */
  | { readonly act: 'arm'; readonly killAt?: string | undefined; readonly aheadMs: number }
  /** The names of the steps since the process was armed. */
  | { readonly act: 'steps' }
  | { readonly act: 'ask'; readonly route: Route; readonly input: RequestInput<Route> }
  /** Signs in by browser, from beginning to end. */
  | { readonly act: 'connect'; readonly code: string; readonly connectionId?: string | undefined }
  /** Calls a tool through the bridge, so many times at once. */
  | { readonly act: 'call'; readonly token: string; readonly account: string; readonly times: number }

export interface CallAnswer {
  readonly status: number
  readonly code: string | null
}
