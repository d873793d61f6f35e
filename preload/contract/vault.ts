import { z } from 'zod'

/** What a person can do about the key that protects the credentials. */
export const vaultAction = z.enum([
  'unlock',
  'lock',
  'usePassphrase',
  'useKeychain',
  'changePassphrase',
  'rotate',
  'restoreKey',
  'startOver',
])
export type VaultAction = z.infer<typeof vaultAction>

export const vaultStatus = z.object({
  /** Where the key comes from. */
  where: z.enum(['environment', 'keychain', 'passphrase']),
  /** Where it comes from when ENCRYPTION_KEY is not set. */
  keptBy: z.enum(['environment', 'keychain', 'passphrase']),
  state: z.enum(['ready', 'locked', 'missing', 'wrong_key', 'no_keychain']),
  /** Whether nothing is encrypted yet. */
  isEmpty: z.boolean(),
  /** What is the case and what to do about it, for a person. */
  sentence: z.string(),
  /** What can be done now; everything else is refused. */
  can: z.array(vaultAction),
})
export type VaultStatus = z.infer<typeof vaultStatus>
