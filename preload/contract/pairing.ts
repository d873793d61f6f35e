import { z } from 'zod'

/** A program that asks to be let in. What it says of itself is text from elsewhere. */
export const pairing = z.object({
  id: z.string(),
  /** As it calls itself. */
  name: z.string(),
  /** What it will be called here unless the person says otherwise. */
  suggestedName: z.string(),
  /** Four digits, the same in the program or in the browser. */
  code: z.string(),
  /** `program` asked the bridge itself; an MCP client has `registered` itself, or names a `document` about it. */
  from: z.enum(['program', 'registered', 'document']),
  /** Where its document lies: all that is known of it for certain. */
  documentHost: z.string().nullable(),
  clientId: z.string().nullable(),
  /** Where the answer goes: this computer, a website, or the program that opens links of a scheme. */
  redirect: z.object({ to: z.enum(['computer', 'web', 'scheme']), name: z.string() }).nullable(),
  /** The app that this client became when it was let in before. */
  knownAs: z.string().nullable(),
  /** The workspace it is let into, where there are several. */
  workspace: z.string().nullable(),
  /** Ids of the integrations it would like to use, or uses already. */
  wanted: z.array(z.string()),
  /** ISO 8601 in UTC. */
  requestedAt: z.string(),
  expiresAt: z.string(),
})
export type Pairing = z.infer<typeof pairing>

/** The person's answer. Without `toolkits` the app gets what it wanted. */
export const pairingDecision = z.object({
  pairingId: z.string().min(1).max(200),
  allow: z.boolean(),
  toolkits: z.array(z.string().min(1).max(200)).max(1_000).optional(),
  name: z.string().trim().min(1).max(80).optional(),
})
