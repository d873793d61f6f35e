import { useState } from 'react'
import type { FoundBackup } from '../../../preload/contract/preferences.ts'
import { restoreBackup } from '../../state/backup.ts'
import { text } from '../../text.ts'
import { InertText } from '../../ui/inert-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { formatClock, formatDate } from '../../ui/time.ts'
import { FormDialog } from './form-dialog.tsx'
import { PassphraseEntry } from './passphrase-entry.tsx'
import styles from './settings.module.css'

interface RestoreBackupDialogProps {
  readonly found: FoundBackup
  readonly onClose: () => void
}

/** Says what is in the file and what it takes the place of, before anything is changed. */
export function RestoreBackupDialog({ found, onClose }: RestoreBackupDialogProps) {
  const [passphrase, setPassphrase] = useState('')
  const [without, setWithout] = useState(false)
  const words = text.program.backup
  const needsPassphrase = found.key === 'backup_passphrase'
  const given = needsPassphrase && !without ? passphrase : null
  return (
    <FormDialog
      words={{ dialog: words.restoreTitle, confirm: words.confirm, done: words.confirm }}
      lead={words.restoreLead}
      tone="danger"
      isComplete={given !== ''}
      onSubmit={() => restoreBackup(found.backupId, given)}
      onClose={onClose}
    >
      {(fault, forget) => (
        <>
          <Contents found={found} />
          <Notice tone={found.key === 'missing' ? 'amber' : 'neutral'}>
            <p>{words.keys[found.key]}</p>
          </Notice>
          {needsPassphrase && !without && (
            <PassphraseEntry
              label={words.passphrase}
              passphrase={passphrase}
              fault={fault}
              forget={forget}
              onChange={setPassphrase}
            />
          )}
          {needsPassphrase && (
            <Switch on={without} onChange={setWithout}>
              {words.without}
            </Switch>
          )}
          <p className={styles['note']}>
            {words.asideNote} {words.onlyOwn}
          </p>
        </>
      )}
    </FormDialog>
  )
}

function Contents({ found }: { readonly found: FoundBackup }) {
  const words = text.program.backup
  return (
    <dl className={styles['lists']}>
      <dt>{words.file}</dt>
      <dd>
        <InertText>{found.fileName}</InertText>
      </dd>
      <dt>{words.from}</dt>
      <dd>{`${formatDate(found.createdAt)}, ${formatClock(found.createdAt)}`}</dd>
      <dt>{words.holds}</dt>
      <dd>{words.contents(found.accounts, found.apps)}</dd>
    </dl>
  )
}
