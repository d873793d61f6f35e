import type { Tool as AnthropicTool } from '@anthropic-ai/sdk/resources/messages/messages.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions/completions.js'
import { describe, expect, it } from 'vitest'
import { integrations } from '../../registry/index.ts'
import { conformanceTools } from '../testing/conformance-tools.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { anthropicTools, openAiTools } from './manifest.ts'

const catalog = integrations.flatMap((integration) => integration.tools)
/** Its schema has unions, conditions and a dialect at the top, which definitions in JSON Schema may. */
const odd = conformanceTools(() => Promise.resolve()).flatMap((integration) => integration.tools)
const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true })

/** What both vendors document for names: OpenAI's function names, Anthropic's `^[a-zA-Z0-9_-]{1,64}$`. */
const NAME = /^[a-zA-Z0-9_-]{1,64}$/
/** Anthropic’s rule for the names of arguments. */
const ARGUMENT = /^[a-zA-Z0-9_.-]{1,64}$/
/** OpenAI’s longest description of a function. */
const LONGEST_DESCRIPTION = 1_024
const REFUSED_AT_TOP = ['anyOf', 'oneOf', 'allOf', 'not', 'enum']

/** What a vendor would refuse of one tool, in words. */
function faults(name: string, description: string | undefined, schema: Record<string, unknown>): string[] {
  const { type, properties, required = [] } = schema
  const found: string[] = []
  if (!NAME.test(name)) found.push('its name')
  if (description === undefined || description === '') found.push('no description')
  if ((description?.length ?? 0) > LONGEST_DESCRIPTION) found.push('a long description')
  if (type !== 'object' || typeof properties !== 'object' || properties === null) found.push('no object')
  const names = Object.keys(properties ?? {})
  found.push(...names.filter((argument) => !ARGUMENT.test(argument)))
  found.push(...(required as string[]).filter((argument) => !names.includes(argument)))
  found.push(...REFUSED_AT_TOP.filter((keyword) => keyword in schema))
  if (ajv.validateSchema(schema) !== true) found.push('no valid JSON Schema 2020-12')
  return found
}

const asOpenAi = (tools: typeof catalog) =>
  // The vendor's own type: whatever it does not take does not compile.
  (openAiTools(tools) satisfies ChatCompletionFunctionTool[]).map(
    ({ function: { name, description, parameters } }) => ({
      name,
      faults: faults(name, description, parameters),
    }),
  )

const asAnthropic = (tools: typeof catalog) =>
  (anthropicTools(tools) satisfies AnthropicTool[]).map(({ name, description, input_schema: schema }) => ({
    name,
    faults: faults(name, description, schema),
  }))

describe.each([
  ['OpenAI', asOpenAi],
  ['Anthropic', asAnthropic],
])('for %s', (_vendor, shaped) => {
  it('no tool of the catalog would be refused by the vendor', () => {
    const all = shaped(catalog)
    expect(all.length).toBeGreaterThan(400)
    expect(all.filter(({ faults: found }) => found.length > 0)).toEqual([])
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it('no tool is refused for keywords at the top of its schema either', () => {
    const all = shaped(odd)
    expect(all.map(({ name }) => name)).toContain('json_schema_2020_12_tool')
    expect(all.filter(({ faults: found }) => found.length > 0)).toEqual([])
  })

  it('a bad tool is found out by these rules', () => {
    const [tool] = catalog
    const bad = { ...tool, name: 'a'.repeat(65), description: '' } as (typeof catalog)[number]
    expect(shaped([bad])).toEqual([{ name: bad.name, faults: ['its name', 'no description'] }])
  })
})

it('keeps whatever else a schema says', () => {
  const [{ function: { parameters } } = { function: { parameters: {} } }] = openAiTools(odd.slice(-1))
  expect(parameters).toMatchObject({
    additionalProperties: false,
    $defs: { address: { $anchor: 'addressDef' } },
    properties: { address: { $ref: '#/$defs/address' } },
  })
})

it.each(['all', 'search'] as const)(
  'serves the bridge’s own tools in each format too, exposure %s',
  async (exposure) => {
    const test = await createConnectedHub()
    const app = await test.pair()
    await test.ask('apps.update', { appId: app.appId, exposure })
    const served = async <Tool>(format: string): Promise<Tool[]> =>
      (await app.get(`/v1/manifest?format=${format}`)).body['tools'] as Tool[]
    const listed = (await served<{ name: string }>('mcp')).map(({ name }) => name)
    expect(listed).toContain(exposure === 'all' ? 'notes_list_notes' : 'search_tools')
    const openAi = (await served<ChatCompletionFunctionTool>('openai')).map(({ function: its }) => its)
    const anthropic = await served<AnthropicTool>('anthropic')
    expect(openAi.map(({ name }) => name)).toEqual(listed)
    expect(anthropic.map(({ name }) => name)).toEqual(listed)
    const all = [
      ...openAi.map(({ name, description, parameters = {} }) => faults(name, description, parameters)),
      ...anthropic.map(({ name, description, input_schema: schema }) => faults(name, description, schema)),
    ]
    expect(all.flat()).toEqual([])
  },
)

it('is not served in a shape nobody has', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  expect((await app.get('/v1/manifest?format=gemini')).status).toBe(422)
})
