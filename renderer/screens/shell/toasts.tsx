import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { dismissToast, undoToast, useToasts, type Toast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './toasts.module.css'

const SUCCESS_MS = 5000
/** Time to think twice. */
const UNDO_MS = 10_000

export function Toasts() {
  const toasts = useToasts(({ toasts }) => toasts)
  return (
    <section className={styles['toasts']} aria-live="polite" aria-label={text.shell.notifications}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

/** Good news goes by itself, but not while somebody is at it; bad news stays until it is dismissed. */
function ToastCard({ toast }: { readonly toast: Toast }) {
  const { id, kind, title, body, undo } = toast
  const [isHeld, setIsHeld] = useState(false)
  const lasting = undo === undefined ? SUCCESS_MS : UNDO_MS
  useEffect(() => {
    if (kind === 'failure' || isHeld) return undefined
    const timer = setTimeout(() => dismissToast(id), lasting)
    return () => clearTimeout(timer)
  }, [id, kind, isHeld, lasting])
  const Icon = kind === 'failure' ? CircleAlert : CircleCheck
  return (
    <div
      className={styles['toast']}
      data-kind={kind}
      role={kind === 'failure' ? 'alert' : 'status'}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon size={16} aria-hidden />
      <div>
        <p className={styles['title']}>{title}</p>
        {body !== undefined && <p>{body}</p>}
        {undo !== undefined && (
          <Button size="small" className={styles['undo']} onClick={() => void undoToast(toast)}>
            {text.program.undo}
          </Button>
        )}
      </div>
      <IconButton label={text.ui.dismiss} icon={X} onClick={() => dismissToast(id)} />
    </div>
  )
}
