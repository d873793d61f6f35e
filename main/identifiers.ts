import { hash, randomBytes, randomUUID } from 'node:crypto'

type Prefix = 'wks' | 'con' | 'app' | 'apr' | 'res' | 'call' | 'grt' | 'dev' | 'tlk' | 'pair' | 'cli' | 'evt'

/** A fresh id that says what it names: `apr_…`, 122 random bits. */
export function newId(prefix: Prefix): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`
}

/** 256 random bits, base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 as 32 bytes. */
export function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
