import type { Decision } from '../../preload/contract/shapes.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { ChangeEvent } from '../hub-parts.ts'
import type { Call } from '../tools/call.ts'
import type { Grants } from './grants.ts'
import type { Policies } from './policies.ts'

interface Memory {
  readonly grants: Grants
  readonly policies: Policies
  readonly changed: (event: ChangeEvent) => void
}

/** Keeps what a person's answer says beyond the one call. */
export function rememberDecision(
  { grants, policies, changed }: Memory,
  call: Call,
  decision: Decision,
): void {
  const { app, connection, tool } = call
  // What an app may do at all is decided each time.
  if (call.perform !== undefined) return
  if (decision.kind === 'block_tool') {
    policies.set(app.workspaceId, tool.name, 'block')
    return changed('catalog.changed')
  }
  if (decision.kind !== 'allow_session' && decision.kind !== 'allow_always') return
  // The window's own calls are asked about each time: there is no app to remember an answer for.
  if (app.id === DESKTOP_ID) return
  const scope = decision.kind === 'allow_session' ? 'session' : 'always'
  grants.add({ appId: app.id, connectionId: connection.id, tool: tool.name, scope })
  changed('apps.changed')
}
