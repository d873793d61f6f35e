import { z } from 'zod'
import { conditions } from './rule.ts'
import { effect, policy } from './shapes.ts'

/** ISO 8601 in UTC, as `Date.toISOString` writes it. */
const timestamp = z.string()

/** What a remembered answer holds for, and for how long. */
const grantTerms = z.object({
  /** All have to hold; none means: whatever the arguments are. */
  conditions,
  /** `session` ends when Gatehouse quits. */
  scope: z.enum(['session', 'always']),
  expiresAt: timestamp.nullable(),
  /** How many more calls it allows; null is no limit. */
  usesLeft: z.number().int().nullable(),
})

/** A remembered answer: this app may call this tool with this account without asking. */
export const grant = grantTerms.extend({
  id: z.string(),
  appId: z.string(),
  appName: z.string(),
  connectionId: z.string(),
  accountName: z.string(),
  integrationId: z.string(),
  tool: z.string(),
  madeFrom: z.enum(['dialog', 'form']),
  createdAt: timestamp,
  lastUsedAt: timestamp.nullable(),
  timesUsed: z.number(),
  /** One that has ended allows nothing; it is shown until the next start. */
  state: z.enum(['active', 'expired', 'used_up']),
})
export type Grant = z.infer<typeof grant>

/** The part of a rule that can be changed later. */
export const grantChange = grantTerms.extend({
  expiresAt: z.iso.datetime().nullable(),
  usesLeft: z.number().int().min(1).max(1_000_000).nullable(),
})

/** Which source decides, from the most specific to the most general. */
export const policySource = z.enum(['app_tool', 'app', 'tool', 'default'])
export type PolicySource = z.infer<typeof policySource>

const settled = z.object({ policy, because: policySource })

/** Why a tool does what it does, and what is excepted. */
export const explanation = settled.extend({
  tool: z.string(),
  effect,
  /** The name of the tool, taken apart: `send` and `channel message`. */
  verb: z.string(),
  object: z.string(),
  /** Whom it is about; null for every app of the workspace. */
  appName: z.string().nullable(),
  /** Apps for which something else holds; empty when it is about one app. */
  apps: z.array(settled.extend({ appId: z.string(), appName: z.string() })),
  /** Remembered answers that hold now. */
  exceptions: z.array(grant),
})
export type Explanation = z.infer<typeof explanation>

/** What the person has set for one app: for all its tools, and for single ones. */
export const appPolicies = z.object({
  all: policy.nullable(),
  tools: z.array(z.object({ tool: z.string(), policy })),
})
export type AppPolicies = z.infer<typeof appPolicies>

/** How a rule would have answered the last calls, as far as the activity log still knows them. */
export const ruleTrial = z.object({
  of: z.number(),
  matched: z.number(),
  /** The log keeps long and secret values shortened: of these calls nobody can say. */
  unknown: z.number(),
  /** The newest few. */
  examples: z.array(
    z.object({
      at: timestamp,
      appName: z.string(),
      verdict: z.enum(['matched', 'not_matched', 'unknown']),
      /** The arguments as recorded, JSON. */
      details: z.string(),
    }),
  ),
})
export type RuleTrial = z.infer<typeof ruleTrial>

/** When remembered answers end by themselves. */
export const forgetting = z.object({
  /** When the computer locks or goes to sleep. */
  onLock: z.boolean(),
  /** After so many minutes without a key or a mouse; null is never. */
  idleMinutes: z.number().int().min(1).max(1_440).nullable(),
  /** Those of the session, or all of them. */
  which: z.enum(['session', 'all']),
})
export type Forgetting = z.infer<typeof forgetting>

/** What a rule can be about: a tool and its arguments, flat. */
export const ruleTool = z.object({
  tool: z.string(),
  integrationId: z.string(),
  integrationName: z.string(),
  effect,
  arguments: z.array(
    z.object({
      /** As a condition names it. */
      path: z.string(),
      kind: z.enum(['text', 'number', 'boolean', 'text_list', 'other']),
      /** The values it may have, where there are only a few. */
      choices: z.array(z.string()),
    }),
  ),
  accounts: z.array(z.object({ connectionId: z.string(), name: z.string() })),
})
export type RuleTool = z.infer<typeof ruleTool>
