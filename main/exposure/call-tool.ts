import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { ToolRequest } from '../tools/prepare-call.ts'
import { parseInput } from './parse-input.ts'
import { SEARCH_TOOLS } from './search-tools.ts'

export const CALL_TOOL = 'call_tool'

const parameters = z.strictObject({
  name: z.string().min(1).max(200),
  arguments: z.record(z.string(), z.unknown()).default({}),
  account: z.string().max(200).optional(),
})

/** As a model sees it; it may reach any tool, so it counts as what the worst of them does. */
export const callToolTool: ListedTool = {
  name: CALL_TOOL,
  description:
    'Call a tool that search_tools has found. Answer "approval_pending": the person has not decided yet; fetch the result with gatehouse_get_result.',
  effect: 'destructive',
  inputSchema: {
    type: 'object',
    properties: {
      name: { type: 'string' },
      arguments: { type: 'object', description: 'As its parameters say' },
      account: { type: 'string', description: 'If several are connected' },
    },
    required: ['name'],
    additionalProperties: false,
  },
}

/**
 * What a `call_tool` asks for, as the call it stands for. It does not stand for another search or call.
 *
 * @throws HubError INVALID_PARAMS
 */
export function innerRequest(input: unknown): ToolRequest {
  const { name, ...rest } = parseInput(CALL_TOOL, parameters, input)
  if (![CALL_TOOL, SEARCH_TOOLS].includes(name.toLowerCase())) return { tool: name, ...rest }
  throw new HubError('INVALID_PARAMS', sentences.exposure.useItself(CALL_TOOL, name.toLowerCase()), {
    fields: [{ path: 'name', reason: `names ${name.toLowerCase()}` }],
  })
}
