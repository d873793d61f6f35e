import { z } from 'zod'

/** How an argument is compared. `every_…` holds when each element of a list does, and there is at least one. */
export const operator = z.enum([
  'equals',
  'one_of',
  'ends_with',
  'matches',
  'at_most',
  'every_equals',
  'every_one_of',
  'every_ends_with',
  'every_matches',
])
export type Operator = z.infer<typeof operator>

/** One comparison with a call's arguments; `matches` takes a pattern in which `*` stands for anything. */
export const condition = z.object({
  /** Names joined by dots, from the arguments' top: `message.channel`. */
  path: z.string().min(1).max(200),
  operator,
  value: z.union([
    z.string().max(1_000),
    z.number(),
    z.boolean(),
    z.array(z.union([z.string().max(1_000), z.number()])).max(100),
  ]),
})
export type Condition = z.infer<typeof condition>

/** All of them have to hold. None means: whatever the arguments are. */
export const conditions = z.array(condition).max(10)
