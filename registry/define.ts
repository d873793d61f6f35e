import { z } from 'zod'
import { normalizeAuth, type AuthMethod, type WrittenAuth } from './auth.ts'
import type { ProviderError } from './provider-error.ts'
import type { Preview } from './preview.ts'
import type { Site } from './site.ts'
import { defaultPolicyOf, effectOf, type Effect, type Policy } from './verbs.ts'
import type { ToolContext } from './tool-context.ts'

export type Category =
  | 'ai-ml'
  | 'communication'
  | 'crm-marketing-social'
  | 'developer-tools'
  | 'finance-ecommerce'
  | 'productivity'

/** JSON Schema 2020-12 of a tool's arguments. */
export interface JsonSchemaObject {
  readonly type: 'object'
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

export type Parameters = z.ZodObject | JsonSchemaObject

// Arguments of the plain style are checked when the tool is called, and untyped in the handler by design.
// oxlint-disable-next-line typescript/no-explicit-any
type UntypedArguments = Record<string, any>

export type ArgumentsOf<P> = P extends z.ZodObject ? z.output<P> : UntypedArguments

/** One tool as an integration's author writes it. */
export interface ToolDefinition<P> {
  readonly name: string
  /** Written for a model: terse, precise, what a repeat does. */
  readonly description: string
  readonly parameters: P
  /** The approval dialog's sentence, from the arguments alone. */
  readonly summary?: (args: ArgumentsOf<P>) => string
  /** What it will look like, shown above the arguments; undefined when these are not enough for a picture. */
  readonly preview?: (args: ArgumentsOf<P>) => Preview | undefined
  readonly defaultPolicy?: Policy
  /** Only where the name's verb does not say it. */
  readonly effect?: Effect
  readonly aliases?: readonly string[]
  /** Default: 30,000 ms. */
  readonly timeoutMs?: number
  readonly handler: (args: ArgumentsOf<P>, ctx: ToolContext) => Promise<unknown>
}

/** Who the credential belongs to, in the provider's own words. */
export interface Account {
  /** Stable id at the provider; a second connection of the same id replaces the first. */
  readonly id: string
  /** E-mail, login or team: what a person recognises. */
  readonly name: string
  /** Where the account lives, where only the provider can say it: values for `{name}` in hosts and addresses. */
  readonly site?: Site
}

/** An argument that a person may set once per account, picked from what the account holds: a team, a channel. */
export interface DefaultArgument {
  /** The argument it fills: in every read that requires it, and in every tool that makes something new. */
  readonly argument: string
  /** Two arguments that one value fills together: `owner/name`. Instead of `argument`, which only names the default. */
  readonly parts?: { readonly arguments: readonly [string, string]; readonly separator: string }
  /** Arguments that say the same in another way: a call that gives one of them is left alone. */
  readonly unless?: readonly string[]
  readonly label: string
  /** A read that lists the choices; it needs no arguments but these, or ones that have a default too. */
  readonly listedBy: string
  readonly listedWith?: Readonly<Record<string, unknown>>
  /** Where the choices stand in that tool's result. */
  readonly list: string
  /** Fields of one choice: what is sent (text or a number), and what a person reads. */
  readonly value: string
  readonly name: string
}

interface IntegrationFacts {
  readonly id: string
  readonly name: string
  readonly category: Category
  readonly description: string
  /** File in `registry/icons/`, drawn in one colour. */
  readonly icon: string
  /** Its place among those that are shown first, from 1. */
  readonly curated?: number
  /** Host names the credential may be sent to, and no others; may hold `{name}` of the account's site. */
  readonly hosts: readonly string[]
  /** Where `ctx.request` sends paths: `https://api.github.com`; may hold `{name}` of the account's site. */
  readonly apiBase?: string
  /** Where `ctx.graphql` posts documents. */
  readonly graphqlUrl?: string
  /** Headers of every `ctx.request` and `ctx.graphql`. */
  readonly headers?: Readonly<Record<string, string>>
  /**
   * What an answer of whatever status says in the provider's own words, where status and headers do not say it.
   *
   * @returns undefined when it says nothing of the kind
   */
  readonly refusal?: (answer: unknown) => ProviderError | undefined
  readonly account: { readonly identify: (ctx: ToolContext) => Promise<Account> }
  readonly defaults?: readonly DefaultArgument[]
}

/** What `defineIntegration` takes: `auth` may be one method, `parameters` zod or JSON Schema. */
export interface IntegrationDefinition<P extends readonly Parameters[]> extends Omit<
  IntegrationFacts,
  'account' | 'hosts'
> {
  readonly auth: WrittenAuth | readonly WrittenAuth[]
  readonly hosts?: readonly string[]
  readonly account?: IntegrationFacts['account']
  readonly tools: { readonly [K in keyof P]: ToolDefinition<P[K]> }
}

/** A tool as the engine uses it. */
export interface Tool {
  readonly name: string
  readonly description: string
  readonly effect: Effect
  readonly defaultPolicy: Policy
  readonly aliases: readonly string[]
  readonly timeoutMs: number
  /** Checks arguments; unknown ones are an error. Built on first use. */
  readonly parameters: z.ZodType<UntypedArguments>
  /** JSON Schema 2020-12 of the arguments, as listed to a model. Built on first use. */
  readonly inputSchema: JsonSchemaObject
  readonly summarize: (args: UntypedArguments) => string
  readonly preview: (args: UntypedArguments) => Preview | undefined
  readonly handler: (args: UntypedArguments, ctx: ToolContext) => Promise<unknown>
}

/** An integration as the engine uses it. */
export interface Integration extends IntegrationFacts {
  readonly auth: readonly AuthMethod[]
  readonly tools: readonly Tool[]
}

const DEFAULT_TIMEOUT_MS = 30_000

/**
 * Turns a definition into what the engine uses, with every default filled in.
 *
 * @param definition facts and tools, in the zod style or the plain JSON Schema style
 * @returns the normalised integration
 */
export function defineIntegration<const P extends readonly Parameters[]>(
  definition: IntegrationDefinition<P>,
): Integration {
  const { auth, tools, hosts, account, ...facts } = definition
  const methods = (isList(auth) ? auth : [auth]).map(normalizeAuth)
  return {
    ...facts,
    auth: methods,
    hosts: hosts ?? hostsOf(facts, methods),
    account: account ?? { identify: () => Promise.resolve({ id: facts.id, name: facts.name }) },
    tools: (tools as readonly ToolDefinition<Parameters>[]).map((tool) => normalizeTool(facts.id, tool)),
  }
}

function isList(auth: WrittenAuth | readonly WrittenAuth[]): auth is readonly WrittenAuth[] {
  return Array.isArray(auth)
}

/** A definition without `hosts` (the plain style) may reach its API and the host of its token endpoint. */
function hostsOf(
  facts: { apiBase?: string; graphqlUrl?: string },
  methods: readonly AuthMethod[],
): readonly string[] {
  const tokenUrls = methods.flatMap((method) => (method.type === 'oauth2' ? [method.tokenUrl] : []))
  const urls = [facts.apiBase, facts.graphqlUrl, ...tokenUrls].filter((url) => url !== undefined)
  return [...new Set(urls.map((url) => new URL(url).host))]
}

function normalizeTool(integrationId: string, tool: ToolDefinition<Parameters>): Tool {
  const effect = tool.effect ?? effectOf(integrationId, tool.name)
  let parameters: z.ZodType<UntypedArguments> | undefined
  let inputSchema: JsonSchemaObject | undefined
  return {
    name: tool.name,
    description: tool.description,
    effect,
    defaultPolicy: tool.defaultPolicy ?? defaultPolicyOf(effect),
    aliases: tool.aliases ?? [],
    timeoutMs: tool.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    handler: tool.handler,
    summarize: tool.summary ?? (() => sentenceOf(integrationId, tool.name)),
    preview: tool.preview ?? (() => undefined),
    get parameters() {
      return (parameters ??= strictParameters(tool.parameters))
    },
    get inputSchema() {
      return (inputSchema ??= inputSchemaOf(tool.parameters))
    },
  }
}

function strictParameters(parameters: Parameters): z.ZodType<UntypedArguments> {
  if (isZod(parameters)) return parameters.strict()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema of `type: object`, in zod's own type
  const schema = z.fromJSONSchema({ additionalProperties: false, ...parameters } as Parameters2020)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `type: object` yields an object
  return schema as z.ZodType<UntypedArguments>
}

type Parameters2020 = globalThis.Parameters<typeof z.fromJSONSchema>[0]

function inputSchemaOf(parameters: Parameters): JsonSchemaObject {
  if (!isZod(parameters)) return parameters
  const { $schema: _dialect, ...schema } = z.toJSONSchema(parameters.strict(), {
    io: 'input',
    override: ({ jsonSchema }) => dropSafeIntegerBounds(jsonSchema),
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a zod object becomes
  return schema as unknown as JsonSchemaObject
}

/** `z.int()` states the bounds of a double's integers, which tell a model nothing and cost tokens. */
function dropSafeIntegerBounds(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

function isZod(parameters: Parameters): parameters is z.ZodObject {
  return parameters instanceof z.ZodObject
}

/** `linear_create_issue` → `Create issue`. */
function sentenceOf(integrationId: string, toolName: string): string {
  const words = toolName.slice(integrationId.length + 1).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
