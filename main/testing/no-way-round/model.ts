import type { Policy } from '../../../preload/contract/shapes.ts'
import type { Caller } from './entries.ts'
import { DEFINED } from './gated.ts'

export type GrantKind =
  | 'none'
  | 'session'
  | 'always'
  | 'conditions hold'
  | 'conditions differ'
  | 'one use'
  | 'used up'
  | 'expired'
  | 'revoked'
  | 'other app'
  | 'other account'
  | 'other tool'

/** `none` has no account, `off` is not enabled for apps, `two` has two accounts and no usual one. */
export type Integrated = 'gatedone' | 'gatedtwo' | 'gatednone' | 'gatedoff'

/** Everything that decides about a call. */
export interface Situation {
  readonly caller: Caller
  readonly integration: Integrated
  readonly verb: string
  readonly account: 'absent' | 'first' | 'second' | 'unknown'
  readonly workspaceTool: Policy | undefined
  readonly app: Policy | undefined
  readonly appTool: Policy | undefined
  readonly grant: GrantKind
  readonly isPaused: boolean
}

/** What has to happen: it runs, the person is asked, or it is refused for one of these reasons. */
export type Verdict =
  | { readonly kind: 'runs' }
  | { readonly kind: 'asks' }
  | { readonly kind: 'refused'; readonly codes: readonly string[] }

const HOLDING: readonly GrantKind[] = ['session', 'always', 'conditions hold', 'one use']

/** The rules in a few lines, written from their description and not from the code. */
export function verdictOf(situation: Situation): Verdict {
  const { caller, integration, account, isPaused } = situation
  if (caller === 'revoked') return { kind: 'refused', codes: ['UNAUTHORIZED'] }
  const isApp = caller !== 'desktop'
  const settings = settingsOf(situation, isApp)
  const codes = [
    ...(isApp && integration === 'gatedoff' ? ['INTEGRATIONS_NOT_CONFIGURED'] : []),
    ...(integration === 'gatednone' ? ['INTEGRATIONS_NOT_CONNECTED'] : []),
    ...(account === 'unknown' || (account === 'second' && integration !== 'gatedtwo')
      ? ['INVALID_PARAMS']
      : []),
    ...(account === 'absent' && integration === 'gatedtwo' ? ['ACCOUNT_AMBIGUOUS'] : []),
    ...(isApp && isPaused ? ['PAUSED'] : []),
    ...(settings.includes('block') ? ['TOOL_BLOCKED'] : []),
  ]
  if (codes.length > 0) return { kind: 'refused', codes }
  if (settings[0] === 'auto') return { kind: 'runs' }
  return isApp && HOLDING.includes(situation.grant) ? { kind: 'runs' } : { kind: 'asks' }
}

/** The most specific first. The window itself has no settings as an app. */
function settingsOf({ appTool, app, workspaceTool, verb }: Situation, isApp: boolean): readonly Policy[] {
  const general = workspaceTool ?? DEFINED[verb]
  return [...(isApp ? [appTool, app] : []), general].filter((policy) => policy !== undefined)
}
