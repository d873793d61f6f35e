import { Stethoscope } from 'lucide-react'
import { useState } from 'react'
import type { Connection, IntegrationDetail } from '../../../preload/contract/shapes.ts'
import { runCheckup } from '../../state/doctor.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { DoctorDialog } from './doctor-dialog.tsx'

interface CheckConnectionProps {
  readonly detail: IntegrationDetail
  /** The account; without it what a first sign-in needs is looked at. */
  readonly connection?: Connection
  readonly onReconnect?: () => void
}

/** Opens the connection doctor. */
export function CheckConnection({ detail, connection, onReconnect }: CheckConnectionProps) {
  const [open, setOpen] = useState(false)
  const label = text.doctor.checkNamed(connection?.accountName ?? detail.name)
  const run = (): void => {
    const account = connection === undefined ? {} : { connectionId: connection.id }
    void runCheckup({ integrationId: detail.id, ...account })
  }
  const start = (): void => {
    run()
    setOpen(true)
  }
  const reconnect = (): void => {
    setOpen(false)
    onReconnect?.()
  }
  return (
    <>
      {connection === undefined ? (
        <Button tone="quiet" icon={Stethoscope} aria-label={label} onClick={start}>
          {text.doctor.check}
        </Button>
      ) : (
        <IconButton icon={Stethoscope} label={label} onClick={start} />
      )}
      {open && (
        <DoctorDialog
          detail={detail}
          connection={connection}
          runAgain={run}
          onReconnect={reconnect}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
