/** One place of a form: what its value may be, and what is said about it. */
export type FormNode = NodeKind & NodeFacts

export interface NodeFacts {
  readonly description: string
  /** What is sent when it is left out; undefined when nothing is. */
  readonly usual: unknown
}

export type NodeKind =
  | {
      readonly kind: 'text'
      readonly shortest: number
      readonly longest: number
      readonly pattern: string | undefined
      /** Never of several lines: an address, a code. */
      readonly isLine: boolean
    }
  | {
      readonly kind: 'number'
      readonly isWhole: boolean
      readonly least: number
      readonly most: number
    }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'choice'; readonly choices: readonly unknown[] }
  | { readonly kind: 'null' }
  | { readonly kind: 'list'; readonly item: FormNode; readonly fewest: number; readonly most: number }
  | { readonly kind: 'object'; readonly members: readonly Member[] }
  /** One of several kinds: a text or a list of texts, a date or nothing. */
  | { readonly kind: 'either'; readonly options: readonly FormNode[] }
  /** Whatever this form has no control for: entered as JSON. */
  | { readonly kind: 'json' }

export interface Member {
  readonly name: string
  readonly isRequired: boolean
  readonly node: FormNode
}

type Schema = Readonly<Record<string, unknown>>

/**
 * What a form shows for a JSON Schema (2020-12): the part of it that tools use. Anything else becomes a field for
 * JSON, never nothing; the tool itself checks what is entered.
 *
 * @param schema of any shape: it may come from elsewhere
 */
export function formNode(schema: unknown): FormNode {
  if (!isSchema(schema)) return { kind: 'json', description: '', usual: undefined }
  const description = typeof schema['description'] === 'string' ? schema['description'] : ''
  return { ...kindOf(schema), description, usual: schema['default'] }
}

function kindOf(schema: Schema): NodeKind {
  const { type, anyOf, oneOf } = schema
  if (Array.isArray(schema['enum'])) return { kind: 'choice', choices: schema['enum'] }
  if ('const' in schema) return { kind: 'choice', choices: [schema['const']] }
  const options = anyOf ?? oneOf
  if (Array.isArray(options) && options.length > 0) return { kind: 'either', options: options.map(formNode) }
  if (Array.isArray(type))
    return {
      kind: 'either',
      options: type.map((one) =>
        formNode({ ...schema, type: one, description: undefined, default: undefined }),
      ),
    }
  if (typeof type !== 'string') return { kind: 'json' }
  return KINDS[type]?.(schema) ?? { kind: 'json' }
}

const KINDS: Readonly<Record<string, (schema: Schema) => NodeKind>> = {
  string: textKind,
  number: (schema) => numberKind(schema, false),
  integer: (schema) => numberKind(schema, true),
  boolean: () => ({ kind: 'boolean' }),
  null: () => ({ kind: 'null' }),
  array: listKind,
  object: objectKind,
}

function textKind(schema: Schema): NodeKind {
  const { format, pattern } = schema
  const longest = numberOr(schema['maxLength'], Number.POSITIVE_INFINITY)
  return {
    kind: 'text',
    shortest: numberOr(schema['minLength'], 0),
    longest,
    pattern: typeof pattern === 'string' ? pattern : undefined,
    isLine: format !== undefined || pattern !== undefined || longest <= 64,
  }
}

function numberKind(schema: Schema, isWhole: boolean): NodeKind {
  return {
    kind: 'number',
    isWhole,
    least: numberOr(schema['minimum'], Number.NEGATIVE_INFINITY),
    most: numberOr(schema['maximum'], Number.POSITIVE_INFINITY),
  }
}

function listKind(schema: Schema): NodeKind {
  if (!isSchema(schema['items'])) return { kind: 'json' }
  return {
    kind: 'list',
    item: formNode(schema['items']),
    fewest: numberOr(schema['minItems'], 0),
    most: numberOr(schema['maxItems'], Number.POSITIVE_INFINITY),
  }
}

/** Only objects whose names are known; one with names of its own is entered as JSON. */
function objectKind(schema: Schema): NodeKind {
  const { properties, required } = schema
  if (!isSchema(properties)) return { kind: 'json' }
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const members = Object.entries(properties).map(([name, member]) => ({
    name,
    isRequired: needed.includes(name),
    node: formNode(member),
  }))
  return { kind: 'object', members: members.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired)) }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
