import { z } from 'zod'
import { ERROR_REMEDIES, type ErrorCode } from './errors.ts'
import { preview } from './preview.ts'
import { conditions } from './rule.ts'

export const errorCode = z.enum(Object.keys(ERROR_REMEDIES) as [ErrorCode, ...ErrorCode[]])

export const policy = z.enum(['auto', 'ask', 'block'])
export type Policy = z.infer<typeof policy>

export const effect = z.enum(['read', 'write', 'destructive'])
export type Effect = z.infer<typeof effect>

/** ISO 8601 in UTC, as `Date.toISOString` writes it. */
const timestamp = z.string()

export const connectionStatus = z.enum(['active', 'expired', 'error'])

export const authType = z.enum(['oauth2', 'api_key', 'client_credentials'])

export const connection = z.object({
  id: z.string(),
  integrationId: z.string(),
  /** E-mail, login or team, as the provider names the account. */
  accountName: z.string(),
  authType,
  /** Where the account lives, by field name; empty for most integrations. */
  site: z.record(z.string(), z.string()),
  status: connectionStatus,
  /** Why it no longer works; null while it does. */
  problem: z.string().nullable(),
  /** Whether calls that name no account mean this one. */
  isDefault: z.boolean(),
  scopes: z.array(z.string()),
  /** What the person was asked for and did not allow, in short words. */
  missingScopes: z.array(z.string()),
  connectedAt: timestamp,
  /** Arguments that calls of this account may leave out, and what is sent then. */
  defaults: z.array(
    z.object({
      argument: z.string(),
      label: z.string(),
      /** What the person picked, by name; null when nothing is picked. */
      picked: z.string().nullable(),
    }),
  ),
})
export type Connection = z.infer<typeof connection>

export const catalogEntry = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  icon: z.string(),
  toolCount: z.number(),
  accounts: z.array(z.object({ name: z.string(), status: connectionStatus })),
})
export type CatalogEntry = z.infer<typeof catalogEntry>

/** One value of a connect form. */
export const formField = z.object({
  name: z.string(),
  label: z.string(),
  isSecret: z.boolean(),
  /** What follows what is entered: `.atlassian.net`. */
  suffix: z.string(),
  placeholder: z.string(),
  hint: z.string(),
  /** Used when nothing is entered. */
  usual: z.string(),
})
export type FormField = z.infer<typeof formField>

const keyMethod = z.object({ label: z.string(), fields: z.array(formField) })

/** An account whose sign-in has ended. */
export const endedConnection = z.object({
  connectionId: z.string(),
  integrationId: z.string(),
  integrationName: z.string(),
  icon: z.string(),
  accountName: z.string(),
  authType,
  /** Why, for the person. */
  problem: z.string(),
  /** How many calls of apps wait for a new sign-in. */
  waitingCalls: z.number(),
})
export type EndedConnection = z.infer<typeof endedConnection>

export const authMethod = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('oauth2'),
    /** `short` is how people call the scope, `name` says what it lets apps do. */
    scopes: z.array(z.object({ scope: z.string(), short: z.string(), name: z.string().nullable() })),
    /** Asked for before the browser opens. */
    fields: z.array(formField),
    /** `missing` asks for the client id; with `automatic` the app registers itself. For the usual site. */
    client: z.enum(['environment', 'saved', 'automatic', 'missing']),
    clientSecret: z.enum(['required', 'optional']),
    clientIdEnv: z.string(),
    redirectUri: z.string(),
    /** Whether there is a sign-in by code as well. */
    byDevice: z.boolean(),
    hasConsolePage: z.boolean(),
  }),
  keyMethod.extend({ type: z.literal('api_key') }),
  keyMethod.extend({ type: z.literal('client_credentials') }),
])
export type AuthMethod = z.infer<typeof authMethod>

export const toolEntry = z.object({
  name: z.string(),
  description: z.string(),
  effect,
  /** What holds now in this workspace. */
  policy,
  defaultPolicy: policy,
})
export type ToolEntry = z.infer<typeof toolEntry>

export const integrationDetail = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  icon: z.string(),
  hosts: z.array(z.string()),
  auth: z.array(authMethod),
  connections: z.array(connection),
  tools: z.array(toolEntry),
})
export type IntegrationDetail = z.infer<typeof integrationDetail>

/** How an app sees its tools: each of them, or a search over them; automatic takes the search above a budget. */
export const chosenExposure = z.enum(['automatic', 'all', 'search'])
export type ChosenExposure = z.infer<typeof chosenExposure>

/** What its tools cost an app's model in every conversation, in tokens of four characters. */
export const appListing = z.object({
  mode: z.enum(['all', 'search']),
  /** How many tools of services it may call. */
  tools: z.number(),
  /** What it costs as it is, with all tools, and with the search. */
  tokens: z.number(),
  allTokens: z.number(),
  searchTokens: z.number(),
})
export type AppListing = z.infer<typeof appListing>

export const app = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: timestamp,
  lastSeenAt: timestamp.nullable(),
  /** How long a call waits for an answer before the app gets a ticket, in seconds. */
  approvalWaitSeconds: z.number(),
  /** Largest answer handed over at once, in tokens of four characters. */
  resultBudgetTokens: z.number(),
  /** How many calls it may make in a minute. */
  callsPerMinute: z.number(),
  /** Ids of the integrations it may use. */
  toolkits: z.array(z.string()),
  exposure: chosenExposure,
  listing: appListing,
})
export type App = z.infer<typeof app>

export const approval = z.object({
  id: z.string(),
  appId: z.string(),
  appName: z.string(),
  /** The app's workspace; null while there is only one. */
  workspaceName: z.string().nullable(),
  integrationId: z.string(),
  integrationName: z.string(),
  icon: z.string(),
  connectionId: z.string(),
  accountName: z.string(),
  tool: z.string(),
  effect,
  /** The definition's sentence: what would happen. */
  summary: z.string(),
  /** What it will look like, where the definition says so. The fields below are all there is; this is not. */
  preview: preview.nullable(),
  /** Every argument, flattened: `path` is `labels[0]`, `text` its value as inert text. */
  fields: z.array(z.object({ path: z.string(), text: z.string() })),
  /** Whether an answer may hold for later calls too. */
  isRemembered: z.boolean(),
  /** Whether the person may change the arguments first; never for what Gatehouse itself would do. */
  isEditable: z.boolean(),
  requestedAt: timestamp,
  expiresAt: timestamp,
})
export type Approval = z.infer<typeof approval>

export const decision = z.discriminatedUnion('kind', [
  /** `arguments` are the person's own: they take the place of what was asked, whole. */
  z.object({ kind: z.literal('allow_once'), arguments: z.record(z.string(), z.unknown()).optional() }),
  /** Until Gatehouse quits: the same app, tool and account run without asking, with arguments like these. */
  z.object({ kind: z.literal('allow_session'), conditions: conditions.optional() }),
  z.object({
    kind: z.literal('allow_always'),
    conditions: conditions.optional(),
    /** Null or absent: no end. */
    expiresAt: timestamp.nullable().optional(),
    /** How many more calls it holds for. */
    uses: z.number().int().min(1).max(1_000).optional(),
  }),
  z.object({ kind: z.literal('deny'), reason: z.string().max(500).optional() }),
  /** Deny, and set the tool to `block` in this workspace. */
  z.object({ kind: z.literal('block_tool') }),
])
export type Decision = z.infer<typeof decision>

export const callOutcome = z.enum([
  'started',
  'succeeded',
  'failed',
  'denied',
  'expired',
  'withdrawn',
  'refused',
  'unknown',
])

export const activityEntry = z.object({
  /** The call's place in the log: the seq of its first line. */
  id: z.number(),
  /** The line that stands for it: its end, or its start while there is none. */
  seq: z.number(),
  at: timestamp,
  callId: z.string(),
  appName: z.string(),
  integrationId: z.string(),
  tool: z.string(),
  accountName: z.string(),
  outcome: callOutcome,
  /** `auto`, `approved`, `granted`, `denied`, …: why it ran or did not. */
  reason: z.string(),
  errorCode: errorCode.nullable(),
  durationMs: z.number().nullable(),
  /** Arguments as recorded: secrets and long values are redacted. */
  details: z.string(),
})
export type ActivityEntry = z.infer<typeof activityEntry>

export const bridgeStatus = z.object({
  url: z.string().nullable(),
  /** Why the bridge is not running, for a person. */
  problem: z.string().nullable(),
  /** Whether the person has stopped all apps. */
  isPaused: z.boolean(),
})

export const signIn = z.object({
  id: z.string(),
  integrationId: z.string(),
  status: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  /** For `failed`: what happened and what to do. */
  problem: z.object({ code: errorCode, message: z.string(), remedy: z.string() }).nullable(),
  connectionId: z.string().nullable(),
  /** For a sign-in by code that waits: what to enter where. */
  device: z.object({ code: z.string(), page: z.string(), expiresAt: timestamp }).nullable(),
})
export type SignIn = z.infer<typeof signIn>
