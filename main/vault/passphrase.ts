import { createSecretKey, randomBytes, scrypt, type KeyObject, type ScryptOptions } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { KEY_BYTES, seal, unseal } from './cipher.ts'
import { decodeMasterKey, encodeMasterKey } from './master-key.ts'

/** Fewer can be tried through by whoever has a copy of the database. */
const FEWEST_CHARACTERS = 12
const SALT_BYTES = 16
const BOUND_TO = 'master key'

const MEBIBYTE = 2 ** 20
/** Whatever a changed database asks for, deriving takes no more memory than this. */
const MOST_MEMORY = 1024 * MEBIBYTE

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** How much work one guess is: scrypt (RFC 7914) with N, r and p takes 128·N·r bytes. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and about half a second for one guess. */
export const USUAL_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** A master key sealed with a key that is derived from a passphrase, and how to derive it again. */
export const wrappedKey = z.object({
  salt: z.base64(),
  N: z
    .int()
    .min(2)
    .max(2 ** 24),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(16),
  sealed: z.base64(),
})
export type WrappedKey = z.infer<typeof wrappedKey>

/**
 * @param passphrase what the person has chosen
 * @throws HubError INVALID_PARAMS when it is too short
 */
export async function wrapMasterKey(
  key: KeyObject,
  passphrase: string,
  cost: ScryptCost,
): Promise<WrappedKey> {
  if (Array.from(passphrase).length < FEWEST_CHARACTERS) {
    throw new HubError('INVALID_PARAMS', sentences.vault.passphrase.short(FEWEST_CHARACTERS))
  }
  const salt = randomBytes(SALT_BYTES)
  const wrapping = await derive(passphrase, salt, cost)
  const sealed = seal(wrapping, BOUND_TO, encodeMasterKey(key))
  return { ...cost, salt: salt.toString('base64'), sealed: sealed.toString('base64') }
}

/** @throws HubError INVALID_PARAMS when the passphrase is another one, or what is stored was changed */
export async function unwrapMasterKey(
  { salt, sealed, ...cost }: WrappedKey,
  passphrase: string,
): Promise<KeyObject> {
  const wrapping = await derive(passphrase, Buffer.from(salt, 'base64'), cost)
  const key = decodeMasterKey(opened(wrapping, Buffer.from(sealed, 'base64')))
  if (key !== undefined) return key
  throw new HubError('INVALID_PARAMS', sentences.vault.passphrase.wrong)
}

function opened(wrapping: KeyObject, sealed: Buffer): string {
  try {
    return unseal(wrapping, BOUND_TO, sealed)
  } catch {
    return ''
  }
}

/** Runs on a thread of its own. The same characters count as the same, however the keyboard composes them. */
async function derive(passphrase: string, salt: Buffer, { N, r, p }: ScryptCost): Promise<KeyObject> {
  const maxmem = Math.min(MOST_MEMORY, 128 * r * (N + p) + MEBIBYTE)
  try {
    return createSecretKey(
      await scryptAsync(passphrase.normalize('NFC'), salt, KEY_BYTES, { N, r, p, maxmem }),
    )
  } catch {
    throw new HubError('VAULT_LOCKED', sentences.vault.passphrase.damaged)
  }
}
