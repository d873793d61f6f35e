import { useState, type ComponentType } from 'react'
import type { VaultAction, VaultStatus } from '../../../preload/contract/vault.ts'
import { attempt } from '../../state/toasts.ts'
import { changeVault } from '../../state/vault.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { RestoreKeyDialog, StartOverDialog } from './recovery-dialogs.tsx'
import styles from './settings.module.css'
import {
  ChangePassphraseDialog,
  RotateDialog,
  UsePassphraseDialog,
  type VaultDialogProps,
} from './vault-dialogs.tsx'

type Offered = Exclude<VaultAction, 'lock' | 'unlock'>

/** In this order: what keeps everything comes before what gives it up. */
const OFFERED: readonly Offered[] = [
  'changePassphrase',
  'useKeychain',
  'usePassphrase',
  'rotate',
  'restoreKey',
  'startOver',
]

const DIALOGS: Readonly<Record<Exclude<Offered, 'useKeychain'>, ComponentType<VaultDialogProps>>> = {
  changePassphrase: ChangePassphraseDialog,
  usePassphrase: UsePassphraseDialog,
  rotate: RotateDialog,
  restoreKey: RestoreKeyDialog,
  startOver: StartOverDialog,
}

/** What can be done about the key now, a line each. */
export function VaultActions({ status }: { readonly status: VaultStatus }) {
  return OFFERED.filter((action) => status.can.includes(action)).map((action) => (
    <ActionRow key={action} action={action} status={status} />
  ))
}

function ActionRow({ action, status }: { readonly action: Offered; readonly status: VaultStatus }) {
  const [isOpen, setIsOpen] = useState(false)
  const { title, body, open } = wordsOf(action, status)
  const Dialog = action === 'useKeychain' ? undefined : DIALOGS[action]
  const start = (): void => {
    if (action !== 'useKeychain') setIsOpen(true)
    else void attempt(() => changeVault('vault.useKeychain', {}), text.settings.toKeychain.done)
  }
  return (
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h3>{title}</h3>
        <p>{body}</p>
      </div>
      <Button tone={action === 'startOver' ? 'danger-quiet' : 'plain'} onClick={start}>
        {open}
      </Button>
      {isOpen && Dialog && <Dialog status={status} onClose={() => setIsOpen(false)} />}
    </div>
  )
}

interface ActionWords {
  readonly title: string
  readonly body: string
  readonly open: string
}

const WORDS = {
  changePassphrase: text.settings.changePassphrase,
  useKeychain: text.settings.toKeychain,
  usePassphrase: text.settings.toPassphrase,
  restoreKey: text.settings.restoreKey,
  startOver: text.settings.startOver,
} as const

function wordsOf(action: Offered, { where, state }: VaultStatus): ActionWords {
  if (action === 'rotate') return state === 'ready' ? text.settings.rotate : text.settings.adopt
  const words = WORDS[action]
  if (state === 'locked' && 'bodyForgotten' in words) return { ...words, body: words.bodyForgotten }
  return where === 'environment' && 'bodyBesideVariable' in words
    ? { ...words, body: words.bodyBesideVariable }
    : words
}
