import type { PolicySource } from '../../preload/contract/grant.ts'
import type { Policy } from '../../preload/contract/shapes.ts'

/** What the person and the definition say about a tool, from the most specific to the most general. */
export interface PolicySettings {
  readonly appTool: Policy | undefined
  /** For all tools of the app. */
  readonly app: Policy | undefined
  readonly workspaceTool: Policy | undefined
  /** The definition's own, which falls back on the verb. */
  readonly definition: Policy
}

/** What may decide about a call: the settings, and before them a remembered answer. */
export interface PolicySources extends PolicySettings {
  /** Where the answer came from that holds for exactly this call. */
  readonly grant: 'dialog' | 'form' | undefined
}

export interface PolicyAnswer {
  readonly policy: Policy
  /** Why, as the activity log keeps it. */
  readonly reason:
    'blocked' | 'remembered' | 'rule' | 'app setting' | 'whole app setting' | 'your setting' | 'default'
}

const REASONS = {
  app_tool: 'app setting',
  app: 'whole app setting',
  tool: 'your setting',
  default: 'default',
} as const satisfies Record<PolicySource, PolicyAnswer['reason']>

/** `block` anywhere wins; otherwise the most specific source decides. */
export function resolvePolicy({ grant, ...settings }: PolicySources): PolicyAnswer {
  const { policy, because } = settle(settings)
  if (policy === 'block') return { policy, reason: 'blocked' }
  if (grant !== undefined) return { policy: 'auto', reason: grant === 'form' ? 'rule' : 'remembered' }
  return { policy, reason: REASONS[because] }
}

/** What holds before any remembered answer, and which source says so. */
export function settle({ appTool, app, workspaceTool, definition }: PolicySettings): {
  readonly policy: Policy
  readonly because: PolicySource
} {
  const general =
    workspaceTool === undefined
      ? ({ policy: definition, because: 'default' } as const)
      : ({ policy: workspaceTool, because: 'tool' } as const)
  const said = [
    ...(appTool === undefined ? [] : [{ policy: appTool, because: 'app_tool' } as const]),
    ...(app === undefined ? [] : [{ policy: app, because: 'app' } as const]),
    general,
  ]
  return said.find(({ policy }) => policy === 'block') ?? said[0] ?? general
}
