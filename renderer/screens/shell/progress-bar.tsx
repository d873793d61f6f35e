import { text } from '../../text.ts'
import styles from './shell.module.css'

/** Something takes longer than a moment; nobody knows how long. */
export function ProgressBar() {
  return (
    <div className={styles['progress']} role="progressbar" aria-label={text.program.working}>
      <i />
    </div>
  )
}
