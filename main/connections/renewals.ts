import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { Credential } from './credential.ts'
import { InvalidGrant, OutcomeUnknown } from './refresh-error.ts'
import type { RefreshNotes } from './refresh-notes.ts'
import type { Renew } from './renew.ts'

/** The refresh token was spent by a request whose answer never got here. */
export class GrantLost extends InvalidGrant {
  /** For the person. */
  readonly problem: Sentence

  constructor({ name }: Pick<Integration, 'name'>) {
    super('the answer to an earlier request is lost')
    this.problem = sentences.connections.cutOff(name)
  }
}

interface RenewalDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly notes: RefreshNotes
  readonly renew: Renew
}

/**
 * Renewing without ever losing track of a refresh token: a note is on the disk before the token leaves, and goes in
 * the very transaction that stores what came of it. A token under a note is all there is, so it is shown again, as
 * providers allow for a short time (RFC 9700 4.14.2); one whose outcome is known never is.
 */
export interface Renewals {
  /** @throws GrantLost when the token was spent by an earlier request; else as `Renew` */
  readonly renew: Renew
  /** Whether this credential's refresh token was sent, and nobody knows what came of it. */
  isOpen(connectionId: string, credential: Credential): boolean
  /** Writes what came of a renewal, durably and together with the end of its note. @throws HubError INTERNAL */
  settle(connectionId: string, write: () => void): void
}

export function createRenewals({ database, clock, notes, renew }: RenewalDependencies): Renewals {
  // Answers not on the disk yet, as when it is full: the token they replaced is spent.
  const answers = new Map<string, { readonly spent: string; readonly fresh: Credential }>()

  const ask = async (isRepeat: boolean, ...what: Parameters<Renew>): Promise<Credential> => {
    const [integration, { id }] = what
    try {
      return await renew(...what)
    } catch (error) {
      if (error instanceof InvalidGrant) throw isRepeat ? new GrantLost(integration) : error
      if (error instanceof OutcomeUnknown && !isRepeat) return await ask(true, ...what)
      if (!(error instanceof OutcomeUnknown) && !isRepeat) notes.remove(id)
      throw error
    }
  }

  return {
    async renew(integration, row, old) {
      const token = refreshTokenOf(old)
      if (token === undefined) return await renew(integration, row, old)
      const known = answers.get(row.id)
      if (known?.spent === token) return known.fresh
      const isRepeat = notes.has(row.id, token)
      if (!isRepeat) onDisk(database, () => notes.write(row.id, token, clock.now()))
      const fresh = await ask(isRepeat, integration, row, old)
      if (refreshTokenOf(fresh) !== token) answers.set(row.id, { spent: token, fresh })
      return fresh
    },
    isOpen(connectionId, credential) {
      const token = refreshTokenOf(credential)
      return token !== undefined && notes.has(connectionId, token)
    },
    settle(connectionId, write) {
      onDisk(database, () => {
        write()
        notes.remove(connectionId)
      })
      answers.delete(connectionId)
    },
  }
}

function refreshTokenOf(credential: Credential): string | undefined {
  return credential.type === 'oauth2' ? credential.refreshToken : undefined
}

function onDisk(database: Database, write: () => void): void {
  try {
    durably(database, write)
  } catch {
    throw new HubError('INTERNAL', sentences.connections.renewal.notWritten)
  }
}
