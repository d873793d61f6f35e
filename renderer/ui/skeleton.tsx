import { text } from '../text.ts'
import styles from './skeleton.module.css'

/** Grey bars where content is about to be. They wait a moment, so that a quick answer shows no flicker. */
export function Skeleton({ rows = 4, tall = false }: { readonly rows?: number; readonly tall?: boolean }) {
  return (
    <div className={styles['bars']} data-tall={tall} role="status" aria-label={text.ui.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}
