import type { Secret } from '../internet/secrets-seen.ts'
import { encodingsOf } from './encodings.ts'

/** What was found: the kind of a secret and how it was written, never its value. */
export type Hit = string

/** Looks for every secret in every encoding, in one pass. */
export type ByteSearch = (bytes: Uint8Array) => readonly Hit[]

type Needle = { readonly bytes: Buffer; readonly hit: Hit }

/** A shorter value is a word: it would be found everywhere. */
const shortest = 8

export const createByteSearch = (secrets: readonly Secret[]): ByteSearch => {
  const needles = secrets.flatMap(needlesOf)
  // Few pairs of bytes begin a needle, so nearly every place is passed over with one look.
  const beginnings = new Uint8Array(65_536)
  const byBeginning = new Map<number, Needle[]>()
  for (const needle of needles) {
    const first = needle.bytes.readUInt32BE(0)
    beginnings[first >>> 16] = 1
    byBeginning.set(first, [...(byBeginning.get(first) ?? []), needle])
  }
  return (given) => {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    const hits = new Set<Hit>()
    let pair = bytes[0] ?? 0
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      pair = ((pair << 8) | (bytes[at + 1] ?? 0)) & 0xffff
      if (beginnings[pair] === 0) continue
      for (const { bytes: sought, hit } of byBeginning.get(bytes.readUInt32BE(at)) ?? []) {
        if (bytes.subarray(at, at + sought.length).equals(sought)) hits.add(hit)
      }
    }
    return [...hits]
  }
}

const needlesOf = ({ kind, value }: Secret): readonly Needle[] => {
  if (value.length < shortest) throw new Error(`A ${kind} of ${value.length} characters cannot be looked for`)
  return encodingsOf(value).map(({ encoding, bytes }) => ({ bytes, hit: `${kind} (${encoding})` }))
}
