import type { Grant } from '../../preload/contract/grant.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newId } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import { conditionsHold } from './evaluate-condition.ts'
import {
  createGrantRows,
  type GrantPlace,
  type GrantRow,
  type GrantTerms,
  type HeldGrant,
} from './grant-rows.ts'

/** More for one app, account and tool would only slow its calls down. */
const MOST_PER_PLACE = 100

/** A call that looks for an answer already given. */
export interface GrantedCall extends GrantPlace {
  /** Frozen, defaults filled in. */
  readonly arguments: Readonly<Record<string, unknown>>
  /** The call itself: one that has taken a use keeps it, however often it is looked at. */
  readonly identity: object
}

/** Remembered yeses, each bound to one app, one account and one tool, and to conditions on the arguments. */
export interface Grants {
  /** The answer that would allow a call now; nothing is counted. */
  find(call: GrantedCall): HeldGrant | undefined
  /**
   * Takes an answer for a call that is about to run. A limited one is counted down on the disk before this returns:
   * no two calls share a use, and a call that fails has had it.
   *
   * @throws when the count cannot be written; the call must then not run
   */
  take(call: GrantedCall): HeldGrant | undefined
  /** @returns its id, or that of one that already allows as much. @throws HubError INVALID_PARAMS when there are too many */
  add(grant: GrantPlace & GrantTerms & Pick<GrantRow, 'madeFrom'>): string
  /** @throws HubError RESOURCE_NOT_FOUND */
  update(grantId: string, terms: GrantTerms): void
  /** Newest first. */
  list(workspaceId: string): GrantRow[]
  /** @throws HubError RESOURCE_NOT_FOUND */
  get(grantId: string): GrantRow
  revoke(grantIds: readonly string[]): void
  /** @returns how many ended */
  forget(which: 'session' | 'all'): number
  /** As the window shows it. */
  forWindow(row: GrantRow): Grant
}

/** Answers remembered "for this session" end here, when the next session begins; ended ones go with them. */
export function createGrants(database: Database, clock: Clock): Grants {
  const rows = createGrantRows(database)
  const taken = new WeakMap<object, string>()
  rows.removeOld(clock.now())

  const holding = (call: GrantedCall): HeldGrant[] =>
    rows
      .of(call)
      .filter(
        (row) =>
          (stateOf(row, clock.now()) === 'active' || isKept(row, call)) &&
          conditionsHold(row.conditions, call.arguments),
      )
  const isKept = (row: HeldGrant, { identity }: GrantedCall): boolean =>
    taken.get(identity) === row.id && stateOf(row, clock.now()) === 'used_up'
  const use = (row: HeldGrant, { identity }: GrantedCall): boolean => {
    if (taken.get(identity) === row.id) return true
    if (!rows.use(row.id, clock.now(), row.usesLeft !== null)) return false
    taken.set(identity, row.id)
    return true
  }
  const get = (grantId: string): GrantRow => {
    const row = rows.get(grantId)
    if (row === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.policies.noRule)
    return row
  }
  return {
    find: (call) => holding(call)[0],
    take: (call) => holding(call).find((row) => use(row, call)),
    add(grant) {
      const others = rows.of(grant)
      const wider = others.find((row) => stateOf(row, clock.now()) === 'active' && allowsAsMuch(row, grant))
      if (wider !== undefined) return wider.id
      const narrower = others.filter((row) => allowsAsMuch(grant, row))
      if (others.length - narrower.length >= MOST_PER_PLACE)
        throw new HubError('INVALID_PARAMS', sentences.policies.tooMany(MOST_PER_PLACE))
      const id = newId('grt')
      rows.insert({ ...grant, id, createdAt: clock.now() })
      rows.remove(narrower.map((row) => row.id))
      return id
    },
    update(grantId, terms) {
      if (!rows.change(get(grantId).id, terms)) get(grantId)
    },
    list: rows.list,
    get,
    revoke: rows.remove,
    forget: rows.removeScope,
    forWindow: (row) => grantForWindow(row, clock.now()),
  }
}

/** Whether the one holds whenever the other does: under the same conditions, for as long, as often. */
function allowsAsMuch(one: GrantTerms, other: GrantTerms): boolean {
  return (
    JSON.stringify(one.conditions) === JSON.stringify(other.conditions) &&
    (one.scope === 'always' || other.scope === 'session') &&
    reaches(one.expiresAt, other.expiresAt) &&
    // Two limited ones add up.
    one.usesLeft === null
  )
}

const reaches = (one: number | null, other: number | null): boolean =>
  one === null || (other !== null && one >= other)

function stateOf({ expiresAt, usesLeft }: GrantTerms, now: number): Grant['state'] {
  // Written so that a clock without a time ends it, too.
  if (expiresAt !== null && !(expiresAt > now)) return 'expired'
  return usesLeft === 0 ? 'used_up' : 'active'
}

function grantForWindow(row: GrantRow, now: number): Grant {
  const { id, appId, appName, connectionId, accountName, integrationId, tool } = row
  const { scope, madeFrom, timesUsed, usesLeft } = row
  const place = { id, appId, appName, connectionId, accountName, integrationId, tool }
  return {
    ...place,
    scope,
    madeFrom,
    timesUsed,
    usesLeft,
    conditions: [...row.conditions],
    createdAt: iso(row.createdAt),
    lastUsedAt: isoOrNull(row.lastUsedAt),
    expiresAt: isoOrNull(row.expiresAt),
    state: stateOf(row, now),
  }
}

const iso = (at: number): string => new Date(at).toISOString()
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at))
