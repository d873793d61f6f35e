import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './button.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'plain' | 'primary' | 'quiet' | 'danger' | 'danger-quiet'
  readonly size?: 'medium' | 'small' | 'large'
  readonly icon?: LucideIcon
  /** Work is under way: the button keeps its place and cannot be pressed. */
  readonly busy?: boolean
}

export function Button({
  tone = 'plain',
  size = 'medium',
  icon: Icon,
  busy = false,
  disabled,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles['button'], styles[tone], styles[size], className].filter(Boolean).join(' ')}
      disabled={busy || disabled === true}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={styles['spinner']} aria-hidden /> : Icon && <Icon size={15} aria-hidden />}
      {children}
    </button>
  )
}
