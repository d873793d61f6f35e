import { z } from 'zod'

/** An AI program of this computer that can be set up for the person. */
export const client = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether something of it is on this computer. */
  found: z.boolean(),
  /** The file that would be, or was, written. */
  configPath: z.string(),
  /** `other`: an entry of our name that is not ours; `stale`: ours, but it no longer leads here. */
  installed: z.enum(['no', 'yes', 'stale', 'other']),
  appId: z.string().nullable(),
  addedAt: z.iso.datetime().nullable(),
  /** When it was here last, since it was added. */
  lastSeenAt: z.iso.datetime().nullable(),
  backupPath: z.string().nullable(),
  /** What makes it read its file again. */
  restart: z.string(),
  /** Why its file cannot be read or changed, and what to do. */
  problem: z.string().nullable(),
})
export type Client = z.infer<typeof client>

export const diffLine = z.object({
  /** `gap`: lines are left out here. */
  kind: z.enum(['same', 'added', 'removed', 'gap']),
  text: z.string(),
})
export type DiffLine = z.infer<typeof diffLine>

/** What adding would do. No secret is in it: the token does not exist yet, and those of others are hidden. */
export const clientPlan = z.object({
  clientId: z.string(),
  configPath: z.string(),
  /** Where the file really is, when its path is a link. */
  linkTarget: z.string().nullable(),
  isNewFile: z.boolean(),
  lines: z.array(diffLine),
  warnings: z.array(z.string()),
  /** Where the copy of the file will be; null when there is nothing to copy. */
  backupPath: z.string().nullable(),
  /** Names this very plan: `clients.add` refuses when something has changed since. */
  hash: z.string(),
})
export type ClientPlan = z.infer<typeof clientPlan>
