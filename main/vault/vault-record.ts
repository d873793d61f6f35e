import { z } from 'zod'
import type { Settings } from '../settings/settings.ts'
import { wrappedKey, type WrappedKey } from './passphrase.ts'

const SETTING = {
  check: 'vault.key_check',
  protector: 'vault.protector',
  entry: 'vault.keychain_entry',
  wrapped: 'vault.wrapped_key',
  leftovers: 'vault.leftover_entries',
} as const

/** Vaults from before there was a choice have their key under this name. */
const FIRST_ENTRY = 'master-key'

const protector = z.enum(['environment', 'keychain', 'passphrase'])
const names = z.array(z.string())

/** What keeps the master key while Gatehouse is not running. */
export type Protector = z.infer<typeof protector>

/** What is stored about the master key; never the key itself. */
export interface VaultRecord {
  /** By which the key is recognised; absent as long as nothing is encrypted. */
  readonly check: string | undefined
  readonly protector: Protector
  /** The keychain's entry, for the protector `keychain`. */
  readonly entry: string
  /** The key, sealed with the passphrase; absent, too, when it cannot be read. */
  readonly wrapped: WrappedKey | undefined
  /** Entries of the keychain that are of no use any more, or never came to be of use. */
  readonly leftovers: readonly string[]
}

type RecordChange = { readonly [K in keyof VaultRecord]?: VaultRecord[K] | undefined }

export interface VaultRecords {
  read(): VaultRecord
  /** Durable; `undefined` forgets a value. @param together undone with it when either fails */
  write(change: RecordChange, together?: () => void): void
}

export function createVaultRecords(settings: Settings): VaultRecords {
  return {
    read: () => ({
      check: settings.get(SETTING.check),
      protector: protector.catch('keychain').parse(settings.get(SETTING.protector)),
      entry: settings.get(SETTING.entry) ?? FIRST_ENTRY,
      wrapped: wrappedKey.safeParse(parsed(settings.get(SETTING.wrapped))).data,
      leftovers: names.catch([]).parse(parsed(settings.get(SETTING.leftovers))),
    }),
    write(change, together) {
      const values = Object.entries(change).map(([name, value]) => [
        SETTING[name as keyof VaultRecord],
        value === undefined || typeof value === 'string' ? (value ?? null) : JSON.stringify(value),
      ])
      settings.change(Object.fromEntries(values) as Record<string, string | null>, together)
    },
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
