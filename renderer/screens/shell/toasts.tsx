import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect } from 'react'
import { dismissToast, useToasts, type Toast } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './toasts.module.css'

const SUCCESS_MS = 5000

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

/** Good news goes by itself; bad news stays until it is dismissed. */
function ToastCard({ toast }: { readonly toast: Toast }) {
  const { id, kind, title, body } = toast
  useEffect(() => {
    if (kind === 'failure') return undefined
    const timer = setTimeout(() => dismissToast(id), SUCCESS_MS)
    return () => clearTimeout(timer)
  }, [id, kind])
  const Icon = kind === 'failure' ? CircleAlert : CircleCheck
  return (
    <div className={styles['toast']} data-kind={kind} role={kind === 'failure' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div>
        <p className={styles['title']}>{title}</p>
        {body !== undefined && <p>{body}</p>}
      </div>
      <IconButton label={text.ui.dismiss} icon={X} onClick={() => dismissToast(id)} />
    </div>
  )
}
