import { Lock, LockOpen, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import type { VaultStatus } from '../../../preload/contract/vault.ts'
import { attempt } from '../../state/toasts.ts'
import { useAction } from '../../state/use-action.ts'
import { changeVault, lookAtVault, useVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './settings.module.css'
import { UnlockForm } from './unlock-form.tsx'
import { VaultActions } from './vault-actions.tsx'

/** Where the key is, whether it fits, and what can be done about it. */
export function VaultPanel() {
  const { value: status, problem } = useVault()
  useEffect(() => void lookAtVault(), [])
  if (status === null) {
    return problem === null ? (
      <Skeleton rows={2} tall />
    ) : (
      <ProblemNotice problem={problem} onRetry={() => void lookAtVault()} />
    )
  }
  return (
    <Panel>
      <VaultState status={status} />
      {status.can.includes('unlock') && (
        <div className={styles['row']}>
          <UnlockForm />
        </div>
      )}
      <VaultActions status={status} />
    </Panel>
  )
}

function VaultState({ status }: { readonly status: VaultStatus }) {
  return (
    <div className={styles['row']} data-state={status.state}>
      <StateIcon status={status} />
      <div className={styles['words']} role="status">
        <h3>{text.settings.stateOf(status)}</h3>
        <p>{status.sentence}</p>
      </div>
      {status.can.includes('lock') && <LockButton />}
      {status.state !== 'ready' && status.state !== 'locked' && <LookAgain />}
    </div>
  )
}

/** The system may ask the person meanwhile, which takes its time. */
function LookAgain() {
  const look = useAction(lookAtVault)
  return (
    <Button busy={look.busy} onClick={() => void look.run()}>
      {text.ui.tryAgain}
    </Button>
  )
}

function LockButton() {
  const lock = (): void => void attempt(() => changeVault('vault.lock', {}), text.settings.locked)
  return (
    <Button icon={Lock} onClick={lock}>
      {text.settings.lock}
    </Button>
  )
}

function StateIcon({ status: { state, where } }: { readonly status: VaultStatus }) {
  if (state === 'locked') return <Lock size={20} aria-hidden />
  if (state !== 'ready') return <ShieldAlert size={20} aria-hidden />
  return where === 'passphrase' ? <LockOpen size={20} aria-hidden /> : <ShieldCheck size={20} aria-hidden />
}
