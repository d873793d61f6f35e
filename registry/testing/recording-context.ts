import { z } from 'zod'
import type { Integration } from '../define.ts'
import { createProviderClient } from '../provider-client.ts'
import type { ToolContext } from '../tool-context.ts'
import { propertySchema, sample } from './sample-arguments.ts'
import { atSampleSite } from './sample-site.ts'

type QueryValues = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** One request as a handler put it together, and as it left. */
export interface RecordedRequest {
  /** Absent when the handler called `fetchOAuth` itself. */
  readonly route?: string | undefined
  readonly query?: QueryValues | undefined
  readonly base?: string | undefined
  readonly method: string
  readonly address: string
  readonly headers: Headers
  readonly body: unknown
}

interface Asked {
  readonly route?: string | undefined
  readonly query?: QueryValues | undefined
  readonly base?: string | undefined
  readonly schema?: z.ZodType
  readonly isText?: boolean
}

/** More than any tool needs for one page; beyond it every request is refused, so that a handler comes to its end. */
const MOST_REQUESTS = 12

/**
 * The real client over a network that answers every request with what its handler wants to see, every field filled.
 *
 * @param word stands in the answers wherever a text does
 */
export function recordingContext(written: Integration, word: string) {
  const { integration, site } = atSampleSite(written)
  const requests: RecordedRequest[] = []
  const { signal } = new AbortController()
  const fetchFor =
    ({ schema, isText, ...asked }: Asked): ToolContext['fetchOAuth'] =>
    (_integrationId, address, { method = 'GET', headers, body } = {}) => {
      requests.push({ ...asked, method, address, headers: new Headers(headers), body })
      if (requests.length > MOST_REQUESTS) return Promise.resolve(new Response('{}', { status: 404 }))
      const text = schema === undefined ? '{}' : answerText(schema, word, isText === true)
      return Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } }))
    }
  const clientFor = (asked: Asked) => createProviderClient(integration, fetchFor(asked), signal)
  const context: ToolContext = {
    request: (route, options) => {
      const { query, base, schema, answer } = options
      return clientFor({ route, query, base, schema, isText: answer === 'text' }).request(route, options)
    },
    graphql: (document, variables, schema) =>
      clientFor({ schema: z.object({ data: schema }) }).graphql(document, variables, schema),
    fetchOAuth: fetchFor({}),
    site,
    workspaceId: 'wsp_test',
    userId: 'con_test',
    projectId: 'app_test',
    audit: () => {},
    signal,
  }
  return { context, requests }
}

const samples = new WeakMap<z.ZodType, unknown>()

function answerText(schema: z.ZodType, word: string, isText: boolean): string {
  if (isText) return word
  if (!samples.has(schema)) samples.set(schema, sampleAnswer(schema))
  return JSON.stringify(samples.get(schema), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('sample ') ? word : value,
  )
}

function sampleAnswer(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return sample('answer', propertySchema.parse(unrolled(json, json, 0)), 'all')
}

/** How often a schema that contains itself (a mail's parts, a block's children) goes into itself. */
const MOST_LEVELS = 2

/** The schema without `$ref`: each is replaced by what it points to, and in the end by nothing. */
function unrolled(schema: unknown, root: unknown, level: number): unknown {
  if (Array.isArray(schema)) return schema.map((one) => unrolled(one, root, level))
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema) {
    const target = level < MOST_LEVELS ? pointedTo(String(schema.$ref), root) : { type: 'null' }
    return unrolled(target, root, level + 1)
  }
  if ('items' in schema && level >= MOST_LEVELS && JSON.stringify(schema.items).includes('$ref')) {
    return { type: 'array', maxItems: 0 }
  }
  const entries = Object.entries(schema).filter(([name]) => name !== '$defs')
  return Object.fromEntries(entries.map(([name, value]) => [name, unrolled(value, root, level)]))
}

/** `#` is the whole schema, `#/$defs/part` a part of it (RFC 6901). */
function pointedTo(reference: string, root: unknown): unknown {
  const names = reference.split('/').slice(1)
  return names.reduce<unknown>((place, name) => z.record(z.string(), z.unknown()).parse(place)[name], root)
}
