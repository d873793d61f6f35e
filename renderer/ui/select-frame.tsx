import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './select-frame.module.css'

/** How every `<select>` looks. */
export function SelectFrame({ children }: { readonly children: ReactNode }) {
  return (
    <span className={styles['select']}>
      {children}
      <ChevronDown size={14} aria-hidden />
    </span>
  )
}
