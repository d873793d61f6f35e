import { useId, type ReactNode } from 'react'
import styles from './dialog.module.css'
import { ScrollArea } from './scroll-area.tsx'
import { useModal } from './use-modal.ts'

interface DialogProps {
  readonly title: string
  readonly size?: 'small' | 'large'
  /** Called on Escape; without it Escape does nothing. */
  readonly onDismiss?: () => void
  readonly children: ReactNode
  readonly footer: ReactNode
}

/** A modal dialog: the platform keeps the focus inside and gives it back afterwards. */
export function Dialog({ title, size = 'small', onDismiss, children, footer }: DialogProps) {
  const element = useModal()
  const titleId = useId()
  return (
    <dialog
      ref={element}
      className={styles['dialog']}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDismiss?.()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      <ScrollArea className={styles['body']}>{children}</ScrollArea>
      <footer>{footer}</footer>
    </dialog>
  )
}
