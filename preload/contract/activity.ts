import { z } from 'zod'
import { activityEntry, callOutcome, errorCode } from './shapes.ts'

const nothing = z.object({})
const id = z.string().min(1).max(200)
const callId = z.object({ callId: z.string().max(200) })
/** Milliseconds since 1970. */
const moment = z.number().int().min(0).max(8_640_000_000_000_000)

/** Which calls; what is left out lets every call through. */
export const activityFilter = z.object({
  appId: id.optional(),
  integrationId: id.optional(),
  accountName: z.string().max(500).optional(),
  tool: id.optional(),
  outcome: callOutcome.optional(),
  /** Not before this moment. */
  from: moment.optional(),
  /** Before this moment. */
  to: moment.optional(),
  /** Words, or how they begin, in any order. */
  text: z.string().max(200).optional(),
})
export type ActivityFilter = z.infer<typeof activityFilter>

export const activityLine = z.object({
  seq: z.number(),
  at: z.string(),
  outcome: z.enum([...callOutcome.options, 'note']),
  reason: z.string(),
  errorCode: errorCode.nullable(),
  durationMs: z.number().nullable(),
  /** JSON as recorded: secrets and long values are redacted. */
  details: z.string(),
  /** SHA-256 over the line and the hash before it, in hexadecimal digits. */
  hash: z.string(),
})
export type ActivityLine = z.infer<typeof activityLine>

/** How calls ended, in the few groups of a chart. */
const outcomeGroup = z.enum(['done', 'failed', 'notRun', 'running'])
export type OutcomeGroup = z.infer<typeof outcomeGroup>

export const exportFormat = z.enum(['csv', 'jsonl', 'log'])
export type ExportFormat = z.infer<typeof exportFormat>

/** Work on the whole log, which can be watched and stopped. */
export const activityJob = z.enum(['verify', 'export'])

export const activityRequests = {
  /** Calls, newest first, from a place in the list; of those that were there when `newest` was `upTo`. */
  'activity.list': {
    input: activityFilter.extend({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(200).default(50),
      upTo: z.number().int().min(0).optional(),
    }),
    output: z.object({
      rows: z.array(activityEntry),
      /** How many there are; `isCapped` when a search found more than are shown. */
      total: z.number(),
      isCapped: z.boolean(),
      /** Id of the newest call of the log; with it as `upTo` the list stays as it is. */
      newest: z.number(),
      /** How many have come since `upTo`. */
      fresh: z.number(),
    }),
  },
  /** What the log's calls have; more than what exists today. */
  'activity.choices': {
    input: nothing,
    output: z.object({
      apps: z.array(z.object({ id: z.string(), name: z.string() })),
      integrations: z.array(z.string()),
      tools: z.array(z.string()),
      accounts: z.array(z.string()),
    }),
  },
  /** Every line of one call, oldest first. */
  'activity.get': { input: callId, output: z.object({ lines: z.array(activityLine), isCut: z.boolean() }) },
  /** Puts the same on the clipboard, as JSON. */
  'activity.copy': { input: callId, output: nothing },
  /** How many calls there were: a day, an app, an outcome. The last of `days` is today. */
  'activity.chart': {
    input: z.object({ days: z.number().int().min(1).max(366).default(30) }),
    output: z.object({
      days: z.array(z.object({ day: z.string(), groups: z.record(outcomeGroup, z.number()) })),
      apps: z.array(z.object({ id: z.string(), name: z.string(), calls: z.number() })),
      outcomes: z.array(z.object({ outcome: callOutcome, calls: z.number() })),
    }),
  },
  'activity.verify': {
    input: nothing,
    output: z.object({
      rows: z.number(),
      /** The first `seq` that does not follow from the line before; null when all do. */
      brokenAt: z.number().nullable(),
      /** Stopped by the person after so many rows. */
      isCancelled: z.boolean(),
      /**
       * Whether lines removed from the end while Gatehouse was closed would show. `begun`: there was no earlier start;
       * `keyless`: before this start there was no key to note it with; `unmarked`: it was not noted, or the note is gone.
       */
      end: z.enum(['checked', 'begun', 'locked', 'keyless', 'unmarked']),
      /** The end is marked since this line; 0 from the first one on. */
      markedSince: z.number(),
      /** Lines above `after`, up to `upTo`, came after the last mark of an earlier start. */
      gap: z.object({ after: z.number(), upTo: z.number() }).nullable(),
      /** The last time that a backup took the place of what was there: the line that says so. */
      restored: z.object({ seq: z.number(), at: z.string(), madeAt: z.string() }).nullable(),
      /** The last time that the vault was started over, which gives up the mark. */
      startedOver: z.object({ seq: z.number(), at: z.string() }).nullable(),
    }),
  },
  /** Asks where to, and writes there. `log` is every line of every workspace, whatever the filter. */
  'activity.export': {
    input: z.object({ format: exportFormat, filter: activityFilter }),
    output: z.discriminatedUnion('status', [
      z.object({ status: z.literal('saved'), path: z.string(), rows: z.number() }),
      z.object({ status: z.literal('cancelled') }),
    ]),
  },
  'activity.cancel': { input: z.object({ job: activityJob }), output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
