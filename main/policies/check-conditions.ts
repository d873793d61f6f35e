import { HubError } from '../../preload/contract/errors.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Tool } from '../../registry/define.ts'

type Fits = (value: Condition['value']) => boolean

const isText: Fits = (value) => typeof value === 'string' && value !== ''

const FITS: Readonly<Record<string, Fits>> = {
  equals: (value) => !Array.isArray(value),
  one_of: (value) => Array.isArray(value) && value.length > 0,
  ends_with: isText,
  matches: isText,
  at_most: (value) => typeof value === 'number' && Number.isFinite(value),
}

/**
 * Refuses a rule that could never hold, before somebody relies on it.
 *
 * @throws HubError INVALID_PARAMS
 */
export function checkConditions(tool: Tool, conditions: readonly Condition[]): void {
  for (const { path, operator, value } of conditions) {
    const [name = ''] = path.split('.')
    if (!Object.hasOwn(tool.inputSchema.properties ?? {}, name))
      throw new HubError('INVALID_PARAMS', sentences.policies.noArgument(tool.name))
    if (FITS[operator.replace('every_', '')]?.(value) !== true)
      throw new HubError('INVALID_PARAMS', sentences.policies.notFitting)
  }
}
