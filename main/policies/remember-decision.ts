import type { Decision } from '../../preload/contract/shapes.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { ChangeEvent } from '../hub-parts.ts'
import type { Clock } from '../platform/platform.ts'
import type { Call } from '../tools/call.ts'
import type { GrantTerms } from './grant-rows.ts'
import type { Grants } from './grants.ts'
import type { Policies } from './policies.ts'

interface Memory {
  readonly grants: Grants
  readonly policies: Policies
  readonly clock: Clock
  readonly changed: (event: ChangeEvent) => void
}

/** Keeps what a person's answer says beyond the one call. */
export function rememberDecision(
  { grants, policies, clock, changed }: Memory,
  call: Call,
  decision: Decision,
): void {
  const { app, connection, tool } = call
  // What an app may do at all is decided each time.
  if (call.perform !== undefined) return
  if (decision.kind === 'block_tool') {
    policies.set({ workspaceId: app.workspaceId, tool: tool.name }, 'block')
    return changed('catalog.changed')
  }
  if (decision.kind !== 'allow_session' && decision.kind !== 'allow_always') return
  // The window's own calls are asked about each time: there is no app to remember an answer for.
  if (app.id === DESKTOP_ID) return
  const terms = termsOf(decision)
  // What ends before it begins, or at no time that can be read, holds for the one call alone.
  if (terms.expiresAt !== null && !(terms.expiresAt > clock.now())) return
  grants.add({
    appId: app.id,
    connectionId: connection.id,
    tool: tool.name,
    madeFrom: 'dialog',
    ...terms,
  })
  changed('apps.changed')
}

type Remembered = Extract<Decision, { readonly kind: 'allow_session' | 'allow_always' }>

/** What the person has chosen in the dialog; a yes without more is one to whatever the arguments are. */
function termsOf(decision: Remembered): GrantTerms {
  const { conditions = [] } = decision
  if (decision.kind === 'allow_session')
    return { conditions, scope: 'session', expiresAt: null, usesLeft: null }
  const { expiresAt = null, uses = null } = decision
  return {
    conditions,
    scope: 'always',
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    usesLeft: uses,
  }
}
