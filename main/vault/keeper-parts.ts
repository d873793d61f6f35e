import type { KeyObject } from 'node:crypto'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ChangeEvent } from '../hub-parts.ts'
import type { Database } from '../platform/database.ts'
import type { KeyFinding } from './find-key.ts'
import type { VaultPlatform } from './key-holder.ts'
import type { ScryptCost } from './passphrase.ts'
import type { SealedColumn } from './sealed-column.ts'
import type { OwnVault } from './vault.ts'

/** What changes of the key work with. */
export interface KeeperParts {
  readonly platform: Pick<VaultPlatform, 'environment'>
  readonly database: Database
  readonly vault: Pick<OwnVault, 'holder' | 'records'>
  /** Every column that holds what the vault has sealed. */
  readonly columns: readonly SealedColumn[]
  /** Says of every account that it must be signed in to again; part of a transaction. */
  readonly expireAccounts: () => void
  readonly changed: (event: ChangeEvent) => void
  readonly cost: ScryptCost
  /** In the person's language. */
  readonly say: (sentence: Sentence) => string
}

/** The key of an open vault. @throws HubError what is in the way */
export function openKey(finding: KeyFinding): KeyObject {
  if (finding.state !== 'ready') throw finding.error
  if (finding.key !== undefined) return finding.key
  throw new HubError('INVALID_PARAMS', sentences.vault.empty)
}
