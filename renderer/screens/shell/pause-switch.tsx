import { CirclePause } from 'lucide-react'
import { pauseApps, useBridge } from '../../state/bridge.ts'
import { attempt } from '../../state/toasts.ts'
import { text } from '../../text.ts'
import styles from './sidebar.module.css'

/** Stops every app at once; says so for as long as it is on. */
export function PauseSwitch() {
  const isPaused = useBridge(({ value }) => value?.isPaused)
  if (isPaused === undefined) return null
  const { off, on, onBody } = text.program.pause
  return (
    <button
      type="button"
      role="switch"
      className={styles['pause']}
      aria-checked={isPaused}
      title={isPaused ? `${on}. ${onBody}` : off}
      onClick={() => void attempt(() => pauseApps(!isPaused))}
    >
      <CirclePause size={15} aria-hidden />
      <b className="visually-hidden">{off}</b>
      <span aria-hidden>{isPaused ? on : off}</span>
      <span className={styles['knob']} aria-hidden />
    </button>
  )
}
