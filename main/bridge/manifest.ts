import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ListedTool } from '../tools/listing.ts'

const formats = z.enum(['mcp', 'openai', 'anthropic'])

/** Keywords that both vendors refuse beside `type: object`, and the dialect, which says nothing to a model. */
const NOT_AT_TOP = new Set([
  '$schema',
  'anyOf',
  'oneOf',
  'allOf',
  'not',
  'enum',
  'const',
  'if',
  'then',
  'else',
])

/** A JSON Schema as the vendors take it for a tool's arguments. */
interface VendorSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, unknown>>
  // A list of their types' own kind: they have no readonly ones.
  readonly required?: string[]
  readonly [keyword: string]: unknown
}

/** One entry of `tools` of OpenAI's Chat Completions. */
interface OpenAiTool {
  readonly type: 'function'
  readonly function: {
    readonly name: string
    readonly description: string
    readonly parameters: VendorSchema
  }
}

/** One entry of `tools` of Anthropic's Messages. */
interface AnthropicTool {
  readonly name: string
  readonly description: string
  readonly input_schema: VendorSchema
}

/**
 * The tools in the shape a model's vendor expects in its `tools` parameter.
 *
 * @param format `mcp` (default), `openai` (Chat Completions function tools) or `anthropic` (Messages tools)
 * @throws HubError INVALID_PARAMS
 */
export function manifest(tools: readonly ListedTool[], format: string | null): unknown {
  const parsed = formats.safeParse(format ?? 'mcp')
  if (!parsed.success) throw new HubError('INVALID_PARAMS', sentences.bridge.call.format)
  if (parsed.data === 'openai') return { tools: openAiTools(tools) }
  if (parsed.data === 'anthropic') return { tools: anthropicTools(tools) }
  return { tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema })) }
}

/** @see https://platform.openai.com/docs/guides/function-calling */
export function openAiTools(tools: readonly ListedTool[]): OpenAiTool[] {
  return tools.map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description, parameters: vendorSchema(inputSchema) },
  }))
}

/** @see https://docs.anthropic.com/en/docs/agents-and-tools/tool-use/implement-tool-use */
export function anthropicTools(tools: readonly ListedTool[]): AnthropicTool[] {
  return tools.map(({ name, description, inputSchema }) => ({
    name,
    description,
    input_schema: vendorSchema(inputSchema),
  }))
}

/** Leaves out what vendors refuse. A model is told less then; the call itself is checked by the whole schema. */
function vendorSchema({
  type,
  properties = {},
  required,
  ...others
}: ListedTool['inputSchema']): VendorSchema {
  const kept = Object.entries(others).filter(([keyword]) => !NOT_AT_TOP.has(keyword))
  const needs = required === undefined ? {} : { required: [...required] }
  return { type, properties, ...needs, ...Object.fromEntries(kept) }
}
