import type { RuleTool } from '../../preload/contract/grant.ts'
import type { Integration, Tool } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'

type RuleArgument = RuleTool['arguments'][number]
type Kind = RuleArgument['kind']
type Schema = Readonly<Record<string, unknown>>

/** Deeper arguments can be named by hand. */
const DEEPEST = 3
const MOST_CHOICES = 50

/** What a rule about this tool can compare, and with whose account. */
export function ruleTool(integration: Integration, tool: Tool, accounts: readonly ConnectionRow[]): RuleTool {
  return {
    tool: tool.name,
    integrationId: integration.id,
    integrationName: integration.name,
    effect: tool.effect,
    arguments: argumentsOf(tool.inputSchema, '', 1),
    accounts: accounts.map(({ id, accountName }) => ({ connectionId: id, name: accountName })),
  }
}

function argumentsOf(schema: Schema, above: string, depth: number): RuleArgument[] {
  return Object.entries(fieldsOf(schema['properties'])).flatMap(([name, written]) => {
    // A name with a dot in it cannot be told from a way through two names.
    if (name.includes('.')) return []
    const path = above + name
    const part = withoutNull(fieldsOf(written))
    const inner = depth < DEEPEST ? argumentsOf(part, `${path}.`, depth + 1) : []
    return inner.length > 0 ? inner : [{ path, kind: kindOf(part), choices: choicesOf(part) }]
  })
}

/** Of `string or null` only the string can be compared. */
function withoutNull(schema: Schema): Schema {
  const parts = Array.isArray(schema['anyOf']) ? schema['anyOf'].map(fieldsOf) : []
  const [only, ...others] = parts.filter(({ type }) => type !== 'null')
  return only !== undefined && others.length === 0 ? only : schema
}

function kindOf({ type, enum: choices, items }: Schema): Kind {
  if (type === 'string' || (type === undefined && Array.isArray(choices))) return 'text'
  if (type === 'number' || type === 'integer') return 'number'
  if (type === 'boolean') return 'boolean'
  return type === 'array' && kindOf(fieldsOf(items)) === 'text' ? 'text_list' : 'other'
}

function choicesOf({ enum: choices, items }: Schema): string[] {
  const listed = Array.isArray(choices) ? choices : fieldsOf(items)['enum']
  if (!Array.isArray(listed)) return []
  return listed.filter((choice): choice is string => typeof choice === 'string').slice(0, MOST_CHOICES)
}

function fieldsOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {}
}
