import type { Grant } from '../../preload/contract/grant.ts'
import type { Condition } from '../../preload/contract/rule.ts'
import { durably, type Database } from '../platform/database.ts'
import { createConditionReader } from './read-conditions.ts'

/** What a remembered answer holds for, and for how long. */
export interface GrantTerms {
  readonly conditions: readonly Condition[]
  readonly scope: Grant['scope']
  /** Milliseconds since 1970; null is never. */
  readonly expiresAt: number | null
  readonly usesLeft: number | null
}

/** What a grant is bound to, besides its terms. */
export interface GrantPlace {
  readonly appId: string
  readonly connectionId: string
  readonly tool: string
}

/** What deciding about a call needs. */
export interface HeldGrant extends GrantTerms {
  readonly id: string
  readonly madeFrom: Grant['madeFrom']
}

export interface GrantRow extends HeldGrant, GrantPlace {
  readonly appName: string
  readonly workspaceId: string
  readonly accountName: string
  readonly integrationId: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly timesUsed: number
}

export interface GrantRows {
  /** Those of one app, account and tool, the ones without a limit of uses first. */
  of(place: GrantPlace): HeldGrant[]
  /** Newest first. */
  list(workspaceId: string): GrantRow[]
  get(id: string): GrantRow | undefined
  insert(grant: GrantPlace & HeldGrant & Pick<GrantRow, 'createdAt'>): void
  /** @returns whether there is one of that id */
  change(id: string, terms: GrantTerms): boolean
  /** Counts a use. @returns false when none was left: then nothing is counted */
  use(id: string, at: number, isLimited: boolean): boolean
  remove(ids: readonly string[]): void
  /** @returns how many there were */
  removeScope(which: 'session' | 'all'): number
  /** What a new start does not take over: the session's, and what has ended. */
  removeOld(now: number): void
}

type Stored<Row> = Omit<Row, 'conditions'> & { readonly conditions: string }

const HELD =
  'grants.id, scope, conditions, made_from AS madeFrom, grants.expires_at AS expiresAt, uses_left AS usesLeft'

const SELECT_HELD =
  `SELECT ${HELD} FROM grants WHERE app_id = ? AND connection_id = ? AND tool = ?` +
  ' ORDER BY uses_left IS NOT NULL, created_at, rowid'

const SELECT =
  `SELECT ${HELD}, app_id AS appId, connection_id AS connectionId, tool, grants.created_at AS createdAt,` +
  ' times_used AS timesUsed, last_used_at AS lastUsedAt, apps.name AS appName, apps.workspace_id AS workspaceId,' +
  ' account_name AS accountName, integration_id AS integrationId' +
  ' FROM grants JOIN apps ON apps.id = app_id JOIN connections ON connections.id = connection_id'

const INSERT =
  'INSERT INTO grants (id, app_id, connection_id, tool, scope, made_from, conditions, created_at, expires_at,' +
  ' uses_left) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

const CHANGE = 'UPDATE grants SET conditions = ?, scope = ?, expires_at = ?, uses_left = ? WHERE id = ?'

const USE =
  'UPDATE grants SET times_used = times_used + 1, last_used_at = ?, uses_left = uses_left - 1' +
  ' WHERE id = ? AND (uses_left IS NULL OR uses_left > 0)'

/** Read anew for every call: what an app or an account takes along when it goes is gone here too. */
export function createGrantRows(database: Database): GrantRows {
  return { ...createReads(database), ...createWrites(database) }
}

function createReads(database: Database): Pick<GrantRows, 'of' | 'list' | 'get'> {
  const parse = createConditionReader()
  const readAll = <Row>(rows: readonly Stored<Row>[]) =>
    rows.flatMap((row) => {
      const conditions = parse(row.conditions)
      // Conditions that cannot be read allow nothing.
      return conditions === undefined ? [] : [{ ...row, conditions }]
    })
  const of = database.prepare<[string, string, string], Stored<HeldGrant>>(SELECT_HELD)
  const list = database.prepare<[string], Stored<GrantRow>>(
    `${SELECT} WHERE apps.workspace_id = ? ORDER BY grants.created_at DESC, grants.rowid DESC`,
  )
  const get = database.prepare<[string], Stored<GrantRow>>(`${SELECT} WHERE grants.id = ?`)
  return {
    of: ({ appId, connectionId, tool }) => readAll<HeldGrant>(of.all(appId, connectionId, tool)),
    list: (workspaceId) => readAll<GrantRow>(list.all(workspaceId)),
    get: (id) => readAll<GrantRow>(get.all(id))[0],
  }
}

function createWrites(database: Database): Omit<GrantRows, 'of' | 'list' | 'get'> {
  const insert = database.prepare(INSERT)
  const change = database.prepare(CHANGE)
  const use = database.prepare(USE)
  const remove = database.prepare('DELETE FROM grants WHERE id = ?')
  const removeScope = {
    session: database.prepare("DELETE FROM grants WHERE scope = 'session'"),
    all: database.prepare('DELETE FROM grants'),
  }
  const removeEnded = database.prepare('DELETE FROM grants WHERE expires_at <= ? OR uses_left = 0')
  return {
    insert({ id, appId, connectionId, tool, scope, madeFrom, createdAt, expiresAt, usesLeft, ...rest }) {
      const text = JSON.stringify(rest.conditions)
      const values = [id, appId, connectionId, tool, scope, madeFrom, text, createdAt, expiresAt, usesLeft]
      durably(database, () => void insert.run(...values))
    },
    change: (id, { conditions, scope, expiresAt, usesLeft }) =>
      durably(
        database,
        () => change.run(JSON.stringify(conditions), scope, expiresAt, usesLeft, id).changes === 1,
      ),
    use(id, at, isLimited) {
      const count = (): boolean => use.run(at, id).changes === 1
      // A use that is forgotten by a power cut would be had twice; how often an unlimited one was used may be.
      return isLimited ? durably(database, count) : count()
    },
    remove: (ids) => durably(database, () => ids.forEach((id) => void remove.run(id))),
    removeScope: (which) => durably(database, () => removeScope[which].run().changes),
    removeOld: (now) =>
      durably(database, () => {
        removeScope.session.run()
        removeEnded.run(now)
      }),
  }
}
