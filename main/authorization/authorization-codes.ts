import { createHash, timingSafeEqual } from 'node:crypto'
import { newSecret, sha256 } from '../identifiers.ts'
import type { Granted, Onward } from '../pairing/asker.ts'
import type { Clock } from '../platform/platform.ts'

const CODE_MS = 60_000
/** As long as a second use of a code is still noticed. */
const REMEMBERED_MS = 10 * 60_000
const MOST = 100

interface CodeEntry {
  readonly onward: Onward
  readonly granted: Granted
  readonly expiresAt: number
  isUsed: boolean
  /** What came of the code. */
  family: string | undefined
}

/** What a client shows for a code. */
export interface CodeProof {
  readonly clientId: string
  /** OAuth 2.1 no longer asks for it; where it is given, it has to be the one from before. */
  readonly redirectUri: string | undefined
  readonly verifier: string
}

/** Authorization codes, in memory: for one client, one redirect, one verifier, one use within a minute. */
export interface AuthorizationCodes {
  make(onward: Onward, granted: Granted): string
  /**
   * Takes a code; whatever comes of it, it is used up. A second use ends what came of the first (RFC 6749 4.1.2).
   *
   * @returns undefined when the code is not good, or not for this client
   */
  redeem(
    code: string,
    proof: CodeProof,
  ): { granted: Granted; noteFamily: (family: string) => void } | undefined
}

export function createAuthorizationCodes(
  clock: Pick<Clock, 'now'>,
  endFamily: (family: string) => void,
): AuthorizationCodes {
  const entries = new Map<string, CodeEntry>()
  const prune = (): void => {
    const oldest = [...entries.keys()].slice(0, Math.max(0, entries.size - MOST))
    for (const key of oldest) entries.delete(key)
    for (const [key, { expiresAt }] of entries) {
      if (expiresAt + REMEMBERED_MS <= clock.now()) entries.delete(key)
    }
  }
  return {
    make(onward, granted) {
      const code = newSecret()
      const expiresAt = clock.now() + CODE_MS
      entries.set(digestOf(code), { onward, granted, expiresAt, isUsed: false, family: undefined })
      prune()
      return code
    },
    redeem(code, proof) {
      const entry = entries.get(digestOf(code))
      if (entry === undefined) return undefined
      if (entry.isUsed) {
        if (entry.family !== undefined) endFamily(entry.family)
        return undefined
      }
      entry.isUsed = true
      if (entry.expiresAt <= clock.now() || !isFor(entry.onward, proof)) return undefined
      const noteFamily = (family: string): void => void (entry.family = family)
      return { granted: entry.granted, noteFamily }
    },
  }
}

function isFor(onward: Onward, { clientId, redirectUri, verifier }: CodeProof): boolean {
  if (clientId !== onward.clientId) return false
  if (redirectUri !== undefined && redirectUri !== onward.redirectUri) return false
  return provesChallenge(verifier, onward.challenge)
}

/** RFC 7636 4.6, by the one method that is allowed. */
function provesChallenge(verifier: string, challenge: string): boolean {
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return false
  const given = Buffer.from(createHash('sha256').update(verifier).digest('base64url'))
  const wanted = Buffer.from(challenge)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function digestOf(code: string): string {
  return sha256(code).toString('base64')
}
