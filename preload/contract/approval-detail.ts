import { z } from 'zod'
import { conditions } from './rule.ts'

/** What a question holds beyond what is shown at first: for changing its arguments, or for a lasting answer. */
export const approvalDetail = z.object({
  /** JSON Schema of the tool's arguments. */
  schema: z.record(z.string(), z.unknown()),
  /** As they would be sent. */
  arguments: z.record(z.string(), z.unknown()),
  /** Comparisons that hold for this call: what “only with these values” may mean. */
  proposals: conditions,
})
export type ApprovalDetail = z.infer<typeof approvalDetail>

const id = z.string().min(1).max(200)

/** The arguments as the person has changed them so far. */
export const changedQuestion = z.object({ approvalId: id, arguments: z.record(z.string(), z.unknown()) })

/** What would happen with them, in the definition's sentence. */
export const changedSummary = z.object({ summary: z.string() })

/** Several questions of one app, tool and account, answered with one press. */
export const manyDecision = z.object({
  approvalIds: z.array(id).min(1).max(100),
  decision: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('allow_once') }),
    z.object({ kind: z.literal('deny'), reason: z.string().max(500).optional() }),
  ]),
})
export type ManyDecision = z.infer<typeof manyDecision>

export const manyDecided = z.object({
  decided: z.array(z.string()),
  /** Those that were no longer open, or could not be started: why. */
  missed: z.array(z.object({ approvalId: z.string(), message: z.string() })),
})
export type ManyDecided = z.infer<typeof manyDecided>
