import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { Settings } from '../settings/settings.ts'

const PAUSED = 'apps.paused'

/** One switch that stops every app, of every workspace, until the person turns it back; also across a restart. */
export interface Pause {
  isOn(): boolean
  set(on: boolean): void
  /** What the person does in the window goes on. @throws HubError PAUSED */
  refuse(app: { readonly id: string }): void
}

export function createPause(settings: Settings): Pause {
  let on = settings.get(PAUSED) === 'yes'
  return {
    isOn: () => on,
    set(next) {
      // Stopping comes before writing: a full disk must not keep apps going.
      if (next) on = true
      settings.change({ [PAUSED]: next ? 'yes' : null })
      on = next
    },
    refuse(app) {
      if (on && app.id !== DESKTOP_ID) throw new HubError('PAUSED', sentences.policies.paused)
    },
  }
}
