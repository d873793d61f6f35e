import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { ListedTool } from '../tools/listing.ts'

const formats = z.enum(['mcp', 'openai', 'anthropic'])

/**
 * The tools in the shape a model's vendor expects in its `tools` parameter.
 *
 * @param format `mcp` (default), `openai` (Chat Completions function tools) or `anthropic` (Messages tools)
 * @throws HubError INVALID_PARAMS
 */
export function manifest(tools: readonly ListedTool[], format: string | null): unknown {
  const parsed = formats.safeParse(format ?? 'mcp')
  if (!parsed.success) throw new HubError('INVALID_PARAMS', 'format is one of: mcp, openai, anthropic.')
  if (parsed.data === 'openai') {
    return {
      tools: tools.map(({ name, description, inputSchema }) => openAiTool(name, description, inputSchema)),
    }
  }
  if (parsed.data === 'anthropic') {
    return {
      tools: tools.map(({ name, description, inputSchema }) => ({
        name,
        description,
        input_schema: inputSchema,
      })),
    }
  }
  return { tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })) }
}

function openAiTool(name: string, description: string, parameters: unknown): unknown {
  return { type: 'function', function: { name, description, parameters } }
}
