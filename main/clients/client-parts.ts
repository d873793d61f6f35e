import type { Backups } from './backups.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { ClientRecords } from './client-records.ts'
import type { Look, Surroundings } from './config-place.ts'
import type { FoundNode } from './find-node.ts'
import type { StdioProgram } from './stdio-program.ts'

/** What setting up clients needs of the paired apps. */
export interface ClientApps {
  /** @returns undefined when it was removed */
  find(appId: string): { readonly id: string; readonly lastSeenAt: number | null } | undefined
  add(name: string): { readonly appId: string; readonly token: string }
  /** The old token ends at once. */
  renew(appId: string): { readonly appId: string; readonly token: string }
  /** Ends its token, withdraws its questions. Does nothing when it is gone. */
  remove(appId: string): void
}

/** What the work on clients' files rests on, wired by `createClients`. */
export interface ClientParts {
  readonly around: Surroundings
  readonly look: Look
  readonly records: ClientRecords
  readonly backups: Backups
  readonly program: StdioProgram
  readonly apps: ClientApps
  readonly dataFolder: string
  readonly now: () => number
  /** The words of a sentence in the person’s language. */
  readonly say: (sentence: Sentence) => string
  /** The bridge's address, null while it does not run. */
  readonly bridgeUrl: () => string | null
  readonly node: () => Promise<FoundNode | undefined>
}
