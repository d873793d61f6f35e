import { z } from 'zod'

/** Tokens as they are estimated, by what they were. */
const tokenCounts = z.object({
  /** Lists of tools that were sent to the app. */
  listed: z.number(),
  /** Answers to its calls, refusals included. */
  results: z.number(),
  /** What it sent with its calls. */
  arguments: z.number(),
})
export type TokenCounts = z.infer<typeof tokenCounts>

/** What an app has used, in days of the computer's time zone; each span ends today. */
export const appTokenUse = z.object({
  appId: z.string(),
  today: tokenCounts,
  /** 7 days. */
  week: tokenCounts,
  /** 30 days. */
  month: tokenCounts,
})
export type AppTokenUse = z.infer<typeof appTokenUse>
