import { sealedOutcomes } from './approvals/approval-rows.ts'
import { sealedMarks } from './audit/end-mark.ts'
import { sealedCredentials } from './connections/credential.ts'
import { sealedClients } from './connections/oauth-clients.ts'
import { sealedSignIns } from './connections/pending-sign-ins.ts'
import { sealedResults } from './tools/results.ts'
import type { SealedColumn } from './vault/sealed-column.ts'

/** Every column with what the vault has sealed; a test compares the list with the tables. */
export const sealedColumns: readonly SealedColumn[] = [
  sealedCredentials,
  sealedClients,
  sealedSignIns,
  sealedOutcomes,
  sealedResults,
  sealedMarks,
]
