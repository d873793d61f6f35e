import { z } from 'zod'
import type { JsonSchemaObject } from '../define.ts'

const propertySchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
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
})

type PropertySchema = z.output<typeof propertySchema>

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

function sampleObject({ properties = {}, required = [] }: PropertySchema): Readonly<Record<string, unknown>> {
  return Object.fromEntries(required.map((name) => [name, sample(name, properties[name] ?? ANY)]))
}

function sample(name: string, schema: PropertySchema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf?.[0]) return sample(name, schema.anyOf[0])
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'array') return [sample(name, schema.items ?? ANY)]
  if (type === 'object') return sampleObject(schema)
  return FORMATS[schema.format ?? ''] ?? `sample ${name}`
}
