import { z } from 'zod'

/** A set of accounts, apps and settings: "Personal", "Work". */
export const workspace = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether the window shows it. */
  isCurrent: z.boolean(),
})
export type Workspace = z.infer<typeof workspace>
