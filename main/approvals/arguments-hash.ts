import { createHash } from 'node:crypto'

/**
 * SHA-256 over arguments in a canonical form (keys sorted), so that the same call is recognised.
 *
 * @returns 64 hexadecimal digits
 */
export function argumentsHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
