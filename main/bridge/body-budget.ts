import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { PairedApp } from '../apps/apps.ts'

const MIB = 1_024 * 1_024

/** Bytes of bodies that are held while they are being read, at most. */
export interface BodyLimits {
  readonly ofApp: number
  readonly inAll: number
}

export const BODY_LIMITS: BodyLimits = { ofApp: 64 * MIB, inAll: 256 * MIB }

/** Of one body from a program without a token: names and addresses, and there may be many such programs. */
const UNPAIRED_BYTES = 65_536

/** Pays for one body. */
export interface BodyAccount {
  /** To be called before so many more bytes are kept. @throws HubError RATE_LIMITED or PAYLOAD_TOO_LARGE */
  take(bytes: number): void
  /** Gives back all that was taken; may be called again. */
  close(): void
}

/** Keeps many bodies that come slowly from filling the memory. */
export interface BodyBudget {
  open(app: PairedApp): BodyAccount
}

export function createBodyBudget(limits: BodyLimits = BODY_LIMITS): BodyBudget {
  const byApp = new Map<string, number>()
  let inAll = 0
  const add = (appId: string, bytes: number): void => {
    const held = (byApp.get(appId) ?? 0) + bytes
    if (held === 0) byApp.delete(appId)
    else byApp.set(appId, held)
    inAll += bytes
  }
  return {
    open({ id, name }) {
      let taken = 0
      return {
        take(bytes) {
          if ((byApp.get(id) ?? 0) + bytes > limits.ofApp) throw tooMuch(sentences.bridge.limits.bodies(name))
          if (inAll + bytes > limits.inAll) throw tooMuch(sentences.bridge.limits.allBodies)
          add(id, bytes)
          taken += bytes
        },
        close() {
          add(id, -taken)
          taken = 0
        },
      }
    },
  }
}

/** For whoever has shown no token yet. */
export function openUnpairedBody(): BodyAccount {
  let left = UNPAIRED_BYTES
  return {
    take(bytes) {
      left -= bytes
      if (left < 0) throw new HubError('PAYLOAD_TOO_LARGE', sentences.bridge.body.tooLargeUnpaired)
    },
    close: () => undefined,
  }
}

function tooMuch(sentence: Sentence): HubError {
  return new HubError('RATE_LIMITED', sentence, { retryAfterSeconds: 1 })
}
