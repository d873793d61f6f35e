import { z } from 'zod'
import { effect, policy } from './shapes.ts'

/** One tool, with all that a form for its arguments needs. */
export const toolDetail = z.object({
  name: z.string(),
  description: z.string(),
  effect,
  policy,
  /** JSON Schema of its arguments. */
  schema: z.record(z.string(), z.unknown()),
})
export type ToolDetail = z.infer<typeof toolDetail>

/** What came of a call that the person made from the window. */
export const tried = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('data'), data: z.unknown(), durationMs: z.number() }),
  /** Nobody has answered the question yet: it stays open, and the activity log will say how it ended. */
  z.object({ kind: z.literal('pending'), expiresAt: z.string() }),
])
export type Tried = z.infer<typeof tried>
