import { createCipheriv, createDecipheriv, randomBytes, type CipherKey } from 'node:crypto'

/** AES-256-GCM with a fresh 96-bit nonce (NIST SP 800-38D 8.2.2). Layout: nonce, tag, ciphertext. */
const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/**
 * @param key 32 bytes
 * @param boundTo what the text belongs to; the same value is needed to open it (AAD)
 */
export function seal(key: CipherKey, boundTo: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce)
  cipher.setAAD(Buffer.from(boundTo, 'utf8'))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

/** @throws when the key is another one, the bytes were changed, or they belong to something else */
export function unseal(key: CipherKey, boundTo: string, sealed: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(boundTo, 'utf8'))
  decipher.setAuthTag(tag)
  const plain = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  return plain.toString('utf8')
}
