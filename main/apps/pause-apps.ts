import type { Approvals } from '../approvals/approvals.ts'
import type { ChangeEvent } from '../hub-parts.ts'
import type { Pause } from '../policies/pause.ts'
import { DESKTOP_ID } from './desktop-app.ts'

interface PauseDependencies {
  readonly pause: Pause
  readonly approvals: Approvals
  readonly changed: (event: ChangeEvent) => void
}

/** Stops every app and takes back what they wait for, or lets them call again. */
export function pauseApps({ pause, approvals, changed }: PauseDependencies, on: boolean): void {
  pause.set(on)
  if (on) approvals.withdraw(({ app }) => app.id !== DESKTOP_ID)
  changed('bridge.changed')
}
