import type { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'

/**
 * Checks the arguments of one of the bridge's own tools.
 *
 * @throws HubError INVALID_PARAMS with path and reason of each bad field
 */
export function parseInput<S extends z.ZodType>(tool: string, schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({
    path:
      issue.path.map(String).join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''),
    reason: issue.message,
  }))
  throw new HubError('INVALID_PARAMS', sentences.tools.badArguments(tool), { fields })
}
