import type { HubParts } from '../hub-parts.ts'
import { createRestoreBackup } from '../backup/restore-backup.ts'
import { saveBackup } from '../backup/save-backup.ts'
import { USUAL_COST } from '../vault/passphrase.ts'
import type { Handlers } from './router.ts'

type BackupRoute = Extract<keyof Handlers, `backup.${string}`>

/** Everything into one file, and back. */
export function backupHandlers(parts: HubParts): Pick<Handlers, BackupRoute> {
  const restoring = createRestoreBackup({ ...parts, log: parts.activity.log })
  const flush = async (): Promise<void> => {
    parts.tokenUse.flush()
    await parts.activity.settle()
  }
  return {
    'backup.save': async ({ passphrase }) => ({
      path: await saveBackup({ ...parts, flush, cost: USUAL_COST }, passphrase),
    }),
    'backup.open': async () => ({ found: await restoring.open() }),
    async 'backup.restore'({ backupId, passphrase }) {
      await restoring.restore(backupId, passphrase)
      return {}
    },
    'backup.discard'() {
      restoring.discard()
      return {}
    },
  }
}
