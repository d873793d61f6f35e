import { z } from 'zod'
import { ENTRY_SHAPES } from './client-facts.ts'
import type { Settings } from '../settings/settings.ts'

const SETTING = 'clients.added'

const record = z.object({
  appId: z.string(),
  /** Tells our entry from one that somebody else wrote; hex SHA-256. */
  tokenHash: z.string(),
  path: z.string(),
  shape: z.enum(ENTRY_SHAPES),
  /** The file as it was written; hex SHA-256. */
  afterHash: z.string(),
  /** How it was before: no file, or bytes of which there is a copy. Null where it cannot be brought back as it was. */
  before: z
    .union([
      z.object({ kind: z.literal('missing') }),
      z.object({ kind: z.literal('bytes'), hash: z.string(), backup: z.string() }),
    ])
    .nullable(),
  /** Whether the place for entries was made together with ours. */
  madeContainer: z.boolean(),
  at: z.number(),
})

/** What was done to a client's file, as far as it is needed to undo it. No token is in it. */
export type ClientRecord = z.infer<typeof record>

const all = z.record(z.string(), record)

export interface ClientRecords {
  get(clientId: string): ClientRecord | undefined
  set(clientId: string, value: ClientRecord | null): void
}

export function createClientRecords(settings: Settings): ClientRecords {
  const read = (): Record<string, ClientRecord> => {
    try {
      return all.parse(JSON.parse(settings.get(SETTING) ?? '{}'))
    } catch {
      return {}
    }
  }
  return {
    get(clientId) {
      const records = read()
      return Object.hasOwn(records, clientId) ? records[clientId] : undefined
    },
    set(clientId, value) {
      const { [clientId]: _old, ...others } = read()
      settings.set(SETTING, JSON.stringify(value === null ? others : { ...others, [clientId]: value }))
    },
  }
}
