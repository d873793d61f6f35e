import { useState } from 'react'
import type { FoundBackup } from '../../../preload/contract/preferences.ts'
import { discardBackup, openBackup } from '../../state/backup.ts'
import { attempt } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RestoreBackupDialog } from './backup-panel-restore.tsx'
import { SaveBackupDialog } from './backup-panel-save.tsx'
import styles from './settings.module.css'

/** Everything into one file, and back. */
export function BackupPanel() {
  const words = text.program.backup
  return (
    <Section title={words.title} note={words.note}>
      <Panel>
        <SaveRow />
        <RestoreRow />
      </Panel>
    </Section>
  )
}

function SaveRow() {
  const [isOpen, setIsOpen] = useState(false)
  const words = text.program.backup
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h3>{words.save}</h3>
        <p>{words.saveBody}</p>
      </div>
      <Button onClick={() => setIsOpen(true)}>{words.saveOpen}</Button>
      {isOpen && <SaveBackupDialog onClose={() => setIsOpen(false)} />}
    </div>
  )
}

/** The file is chosen and looked through first; then it is asked about. */
function RestoreRow() {
  const [found, setFound] = useState<FoundBackup | null>(null)
  const words = text.program.backup
  const choosing = useAction(async () => setFound(await openBackup()))
  const close = (): void => {
    setFound(null)
    void attempt(discardBackup)
  }
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h3>{words.restore}</h3>
        <p>{words.restoreBody}</p>
      </div>
      <Button busy={choosing.busy} onClick={() => void choosing.run()}>
        {words.restoreOpen}
      </Button>
      {choosing.problem && (
        <div className={styles['whole']}>
          <Notice tone="red" role="alert" title={choosing.problem.message} />
        </div>
      )}
      {found && <RestoreBackupDialog found={found} onClose={close} />}
    </div>
  )
}
