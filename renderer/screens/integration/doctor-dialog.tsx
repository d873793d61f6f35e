import { useState, type ReactNode } from 'react'
import type { Checkup } from '../../../preload/contract/doctor.ts'
import type { Connection, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { useDoctor } from '../../state/doctor.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { InertText } from '../../ui/inert-text.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ClientForm } from './client-form.tsx'
import { DoctorLineRow, type WaysOut } from './doctor-line.tsx'
import styles from './doctor.module.css'

interface DoctorDialogProps {
  readonly detail: IntegrationDetail
  readonly connection: Connection | undefined
  readonly runAgain: () => void
  readonly onReconnect: () => void
  readonly onClose: () => void
}

/** What stands between a person and a working account, line by line, each with its way out. */
export function DoctorDialog({ detail, connection, runAgain, onReconnect, onClose }: DoctorDialogProps) {
  const { checkup, problem } = useDoctor()
  const [entering, setEntering] = useState(false)
  const method = detail.auth.find(({ type }) => type === 'oauth2')
  if (entering && method?.type === 'oauth2') {
    const back = (): void => setEntering(false)
    const site = connection && { values: connection.site }
    const saved = (): void => {
      back()
      runAgain()
    }
    return (
      <ClientDialog name={detail.name} onBack={back}>
        <ClientForm detail={detail} method={method} {...site} onSaved={saved} />
      </ClientDialog>
    )
  }
  return (
    <Dialog
      title={text.doctor.title}
      size="large"
      onDismiss={onClose}
      footer={<Footer runAgain={runAgain} onClose={onClose} />}
    >
      <p className={styles['what']}>
        <strong>{detail.name}</strong>
        {connection ? <InertText lines="one">{connection.accountName}</InertText> : text.doctor.before}
      </p>
      {problem && <ProblemNotice problem={problem} onRetry={runAgain} />}
      {checkup ? (
        <Lines
          checkup={checkup}
          ways={{ detail, runAgain, onReconnect, onClose, onEnterClient: () => setEntering(true) }}
        />
      ) : (
        !problem && <Skeleton rows={6} />
      )}
    </Dialog>
  )
}

function Footer({ runAgain, onClose }: Pick<DoctorDialogProps, 'runAgain' | 'onClose'>) {
  const { checkup, busy } = useDoctor()
  return (
    <>
      {checkup && <CopyButton wide value={checkup.report} label={text.doctor.copyReport} />}
      <Button busy={busy} onClick={runAgain}>
        {text.doctor.again}
      </Button>
      <Button tone="primary" onClick={onClose}>
        {text.ui.done}
      </Button>
    </>
  )
}

interface ClientDialogProps {
  readonly name: string
  readonly onBack: () => void
  readonly children: ReactNode
}

function ClientDialog({ name, onBack, children }: ClientDialogProps) {
  return (
    <Dialog
      title={text.doctor.clientTitle(name)}
      size="large"
      onDismiss={onBack}
      footer={<Button onClick={onBack}>{text.approval.back}</Button>}
    >
      {children}
    </Dialog>
  )
}

interface LinesProps {
  readonly checkup: Checkup
  readonly ways: WaysOut
}

function Lines({ checkup: { lines }, ways }: LinesProps) {
  const problems = lines.filter(({ state }) => state === 'problem').length
  return (
    <>
      <p role="status" className={styles['summary']}>
        {text.doctor.found(problems)}
      </p>
      <Rows label={text.doctor.title}>
        {lines.map((line) => (
          <DoctorLineRow key={line.id} line={line} ways={ways} />
        ))}
      </Rows>
      <p className={styles['hint']}>{text.doctor.reportHint}</p>
    </>
  )
}
