import { z } from 'zod'
import type { JsonSchemaObject } from '../define.ts'

/** What of a property's JSON Schema the tests go by. */
export const propertySchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get items() {
    return propertySchema.optional()
  },
  get anyOf() {
    return z.array(propertySchema).optional()
  },
  get properties() {
    return z.record(z.string(), propertySchema).optional()
  },
  get additionalProperties() {
    return z.union([z.boolean(), propertySchema]).optional()
  },
})

export type PropertySchema = z.output<typeof propertySchema>

const ANY: PropertySchema = {}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-02T03:04:05Z',
  date: '2026-01-02',
  email: 'ada@example.com',
  uri: 'https://example.com/',
}

/** The least a tool accepts: every required argument, a string as `sample <name>`. */
export function requiredArguments(schema: JsonSchemaObject): Readonly<Record<string, unknown>> {
  return sampleObject(propertySchema.parse(schema))
}

function sampleObject({ properties = {}, required = [] }: PropertySchema, fill: Fill = 'required') {
  const names = fill === 'all' ? Object.keys(properties) : required
  return Object.fromEntries(names.map((name) => [name, sample(name, properties[name] ?? ANY, fill)]))
}

/** Which properties of an object are filled in. */
type Fill = 'required' | 'all'

/** A value that a property's schema accepts, the same every time. */
export function sample(name: string, schema: PropertySchema, fill: Fill = 'required'): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return sample(name, schema.anyOf[0], fill)
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (type === 'array') return schema.maxItems === 0 ? [] : [sample(name, schema.items ?? ANY, fill)]
  if (type === 'object') return sampleObject(schema, fill)
  return FORMATS[schema.format ?? ''] ?? `sample ${name}`
}
