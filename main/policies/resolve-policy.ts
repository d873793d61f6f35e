import type { Policy } from '../../preload/contract/shapes.ts'

/** What may decide about a call, from the most specific to the most general. */
export interface PolicySources {
  readonly grant: 'session' | 'always' | undefined
  readonly appTool: Policy | undefined
  readonly workspaceTool: Policy | undefined
  /** The definition's own, which falls back on the verb. */
  readonly definition: Policy
}

export interface PolicyAnswer {
  readonly policy: Policy
  /** Why, as the activity log keeps it. */
  readonly reason: 'blocked' | 'remembered' | 'app setting' | 'your setting' | 'default'
}

/** `block` anywhere wins; otherwise the most specific source decides. */
export function resolvePolicy(sources: PolicySources): PolicyAnswer {
  const { grant, appTool, workspaceTool, definition } = sources
  if ([appTool, workspaceTool ?? definition].includes('block')) return { policy: 'block', reason: 'blocked' }
  if (grant !== undefined) return { policy: 'auto', reason: 'remembered' }
  if (appTool !== undefined) return { policy: appTool, reason: 'app setting' }
  if (workspaceTool !== undefined) return { policy: workspaceTool, reason: 'your setting' }
  return { policy: definition, reason: 'default' }
}
