import type { ReactNode } from 'react'
import styles from './panel.module.css'

/** A bordered list; each child is a row, a hairline between two. */
export function Rows({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={styles['panel']} aria-label={label}>
      {children}
    </ul>
  )
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <li className={styles['row']}>{children}</li>
}

/** A bordered area. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return <div className={styles['panel']}>{children}</div>
}
