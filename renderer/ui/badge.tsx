import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type Tone = 'neutral' | 'accent' | 'amber' | 'red'

interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

/** One or two words about the state of something; never colour alone. */
export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span className={styles['badge']} data-tone={tone}>
      {Icon && <Icon size={12} aria-hidden />}
      {children}
    </span>
  )
}

/** A word with a coloured dot before it. */
export function Status({ tone = 'neutral', children }: Omit<BadgeProps, 'icon'>) {
  return (
    <span className={styles['status']} data-tone={tone}>
      <span className={styles['text']}>{children}</span>
    </span>
  )
}
