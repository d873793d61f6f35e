import { defineIntegration, type JsonSchemaObject, type ToolDefinition } from '../../registry/define.ts'

const none: JsonSchemaObject = { type: 'object', properties: {} }
const auth = { type: 'api_key', label: 'Key', helpUrl: 'https://example.com/keys' } as const

/** Uses what only 2020-12 has; the suite looks for each keyword in the listing. */
const schema2020: JsonSchemaObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false,
}

const tool = (
  name: string,
  handler: ToolDefinition<JsonSchemaObject>['handler'],
  more: Partial<ToolDefinition<JsonSchemaObject>> = {},
): ToolDefinition<JsonSchemaObject> => ({
  name,
  description: 'Stands for one behaviour that the conformance suite asks for.',
  parameters: none,
  effect: 'read',
  handler,
  ...more,
})

/** Comes and goes, so that the list of tools is another one. */
export const CHANGING_TOOL = 'test_changing_tool'

/**
 * Tools under the names by which the public MCP conformance suite calls them.
 *
 * @param changeTools makes the app's tools others
 */
export const conformanceTools = (changeTools: () => Promise<void>) => [
  defineIntegration({
    id: 'test',
    name: 'Conformance',
    category: 'developer-tools',
    description: 'What the conformance suite calls.',
    icon: 'test.svg',
    auth,
    hosts: [],
    tools: [
      tool('test_simple_text', () => Promise.resolve('This is a simple text response for testing.')),
      tool('test_error_handling', () =>
        Promise.reject(new Error('This tool intentionally returns an error')),
      ),
      tool('test_trigger_tool_change', changeTools),
      tool(CHANGING_TOOL, () => Promise.resolve({})),
      // What it reports is that the person has not answered yet.
      tool('test_tool_with_progress', () => Promise.resolve({ done: true }), { defaultPolicy: 'ask' }),
    ],
  }),
  defineIntegration({
    id: 'json-schema-2020-12',
    name: 'JSON Schema',
    category: 'developer-tools',
    description: 'A tool whose schema uses what 2020-12 has.',
    icon: 'test.svg',
    auth,
    hosts: [],
    tools: [
      tool('json_schema_2020_12_tool', (args) => Promise.resolve(args), {
        parameters: schema2020,
      }),
    ],
  }),
]
