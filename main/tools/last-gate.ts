import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Apps } from '../apps/apps.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { Pause } from '../policies/pause.ts'
import type { Policies } from '../policies/policies.ts'
import type { Call } from './call.ts'

/** What may have been taken back since a call was checked: it may have waited for its turn, a person or a sign-in. */
export interface LastGate {
  /** @throws HubError PAUSED, UNAUTHORIZED, INTEGRATIONS_NOT_CONFIGURED or TOOL_BLOCKED */
  refuse(call: Call): void
}

interface GateDependencies {
  readonly pause: Pick<Pause, 'refuse'>
  readonly apps: Pick<Apps, 'has' | 'get'>
  readonly policies: Pick<Policies, 'ofApp'>
}

export function createLastGate({ pause, apps, policies }: GateDependencies): LastGate {
  return {
    refuse({ app, integration, tool, perform }) {
      pause.refuse(app)
      const isApp = app.id !== DESKTOP_ID
      if (isApp && !apps.has(app.id))
        throw new HubError('UNAUTHORIZED', sentences.tools.accessTaken(app.name))
      // What Gatehouse itself does needs no toolkit and has no setting: the person has just said yes to it.
      if (perform !== undefined) return
      if (isApp && !apps.get(app.id).toolkits.has(integration.id))
        throw new HubError(
          'INTEGRATIONS_NOT_CONFIGURED',
          sentences.tools.noLongerEnabled(integration.name, app.name),
        )
      if (policies.ofApp(app.workspaceId, app.id, tool) === 'block')
        throw new HubError('TOOL_BLOCKED', sentences.tools.blocked(tool.name))
    },
  }
}
