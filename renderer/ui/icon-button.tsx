import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './icon-button.module.css'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  readonly label: string
  readonly icon: LucideIcon
}

/** A button that is only a picture; the label is its name and its tooltip. */
export function IconButton({ label, icon: Icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={styles['button']} aria-label={label} title={label}>
      <Icon size={15} aria-hidden />
    </button>
  )
}
