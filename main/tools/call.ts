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
}

/** How a call ended. */
export type Outcome =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: ErrorBody }
