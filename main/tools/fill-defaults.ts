import type { DefaultArgument, Integration, Tool } from '../../registry/define.ts'
import { makesNew } from '../../registry/verbs.ts'
import type { PickedArgument } from '../connections/default-arguments.ts'
import type { CatalogTool } from './catalog.ts'

type Picked = ReadonlyMap<string, PickedArgument>

/**
 * Fills what the call leaves open from what the person has set for the account: what a read needs, and where new
 * things go. A change of what exists is never turned elsewhere.
 *
 * @param values the call's arguments, unchecked
 */
export function fillDefaults({ integration, tool }: CatalogTool, values: unknown, picked: Picked): unknown {
  if (picked.size === 0 || typeof values !== 'object' || values === null) return values
  const isGiven = (argument: string): boolean => Object.hasOwn(values, argument)
  const filled = (integration.defaults ?? []).flatMap((fact) => {
    const value = picked.get(fact.argument)?.value
    if (value === undefined || !isTaken(integration, tool, fact)) return []
    if ([...argumentsOf(fact), ...(fact.unless ?? [])].some(isGiven)) return []
    return partsOf(fact, value).map(
      ([argument, part]) => [argument, asSchemaSays(tool, argument, part)] as const,
    )
  })
  return { ...Object.fromEntries(filled), ...values }
}

/** The arguments of a tool that a call may leave out when these defaults are set. */
export function filledArguments(
  integration: Integration,
  tool: Tool,
  picked: ReadonlySet<string>,
): readonly string[] {
  return (integration.defaults ?? [])
    .filter((fact) => picked.has(fact.argument) && isTaken(integration, tool, fact))
    .flatMap(argumentsOf)
}

function argumentsOf({ argument, parts }: DefaultArgument): readonly string[] {
  return parts?.arguments ?? [argument]
}

function isTaken({ id }: Integration, tool: Tool, fact: DefaultArgument): boolean {
  const { properties = {}, required = [] } = tool.inputSchema
  if (makesNew(id, tool.name)) return argumentsOf(fact).every((name) => name in properties)
  // Issue 8, or the first sheet, exists everywhere: what is changed or deleted has to be named in full.
  return tool.effect === 'read' && argumentsOf(fact).every((name) => required.includes(name))
}

/** `owner/name` as two arguments; whatever comes after the second separator belongs to the last. */
function partsOf(
  { argument, parts }: DefaultArgument,
  value: string,
): readonly (readonly [string, string])[] {
  if (parts === undefined) return [[argument, value]]
  const [first = '', ...rest] = value.split(parts.separator)
  const [one, other] = parts.arguments
  return [
    [one, first],
    [other, rest.join(parts.separator)],
  ]
}

/** What was picked is stored as text. */
function asSchemaSays({ inputSchema }: Tool, argument: string, text: string): unknown {
  const { type } = (inputSchema.properties?.[argument] ?? {}) as { readonly type?: unknown }
  if (type === 'integer' || type === 'number') return Number(text)
  return type === 'array' ? [text] : text
}
