import type { App, AppListing, ChosenExposure } from '../../preload/contract/shapes.ts'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newId, newSecret, sha256 } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import { createAppTokens, type AppTokens } from './app-tokens.ts'

const DEFAULT_WAIT_SECONDS = 45
const DEFAULT_BUDGET_TOKENS = 8_000
const SEEN_EVERY_MS = 10_000

/** A paired program as the engine knows it: the window's `App`, its workspace, ready for fast checks. */
export interface PairedApp {
  readonly id: string
  readonly name: string
  readonly workspaceId: string
  readonly createdAt: number
  readonly lastSeenAt: number | null
  readonly approvalWaitSeconds: number
  readonly resultBudgetTokens: number
  /** How many calls it may make in a minute; a burst may use them all. */
  readonly callsPerMinute: number
  /** How it sees its tools. */
  readonly exposure: ChosenExposure
  readonly toolkits: ReadonlySet<string>
}

export interface Apps {
  list(workspaceId: string): PairedApp[]
  /** @throws HubError RESOURCE_NOT_FOUND */
  get(appId: string): PairedApp
  has(appId: string): boolean
  add(workspaceId: string, name: string): { app: PairedApp; token: string }
  renewToken(appId: string): { app: PairedApp; token: string }
  update(appId: string, change: AppChange): PairedApp
  setToolkit(appId: string, integrationId: string, enabled: boolean): PairedApp
  /** Enables a toolkit and keeps what was asked for. @returns the setting's id */
  configureToolkit(appId: string, integrationId: string, asked: ToolkitSettings): { id: string }
  remove(appId: string): void
  /** @returns the app whose token this is, or undefined */
  findByToken(token: string): PairedApp | undefined
  /** What apps got by authorization. */
  readonly tokens: AppTokens
}

export interface ToolkitSettings {
  readonly scopes?: readonly string[] | undefined
  readonly displayName?: string | undefined
}

export interface AppChange {
  readonly name?: string | undefined
  readonly approvalWaitSeconds?: number | undefined
  readonly resultBudgetTokens?: number | undefined
  readonly callsPerMinute?: number | undefined
  readonly exposure?: ChosenExposure | undefined
}

interface AppRow extends Omit<PairedApp, 'toolkits'> {
  readonly tokenHash: Buffer
}

const SELECT_APPS =
  'SELECT id, name, workspace_id AS workspaceId, token_hash AS tokenHash, created_at AS createdAt,' +
  ' last_seen_at AS lastSeenAt, approval_wait_seconds AS approvalWaitSeconds,' +
  ' result_budget_tokens AS resultBudgetTokens, calls_per_minute AS callsPerMinute, exposure FROM apps ORDER BY created_at'

const UPSERT_TOOLKIT =
  'INSERT INTO app_toolkits (app_id, integration_id, id, display_name, scopes) VALUES (?, ?, ?, ?, ?)' +
  ' ON CONFLICT DO UPDATE SET display_name = excluded.display_name, scopes = excluded.scopes'

/** Kept in memory and written through: the bridge asks on every request. */
export function createApps(database: Database, clock: Clock): Apps {
  const byId = new Map<string, PairedApp>()
  // The lookup compares SHA-256 digests, so its timing tells nothing about a token that was never known.
  const idByTokenHash = new Map<string, string>()
  const tokens = createAppTokens(database, clock)

  const load = (): void => {
    byId.clear()
    idByTokenHash.clear()
    for (const { tokenHash, ...row } of database.prepare<[], AppRow>(SELECT_APPS).all()) {
      byId.set(row.id, { ...row, toolkits: toolkitsOf(database, row.id) })
      idByTokenHash.set(tokenHash.toString('base64'), row.id)
    }
  }
  const get = (appId: string): PairedApp => {
    const app = byId.get(appId)
    if (app === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.apps.none)
    return app
  }
  const write = (appId: string, sql: string, ...values: unknown[]): PairedApp => {
    durably(database, () => void database.prepare(sql).run(...values))
    load()
    return get(appId)
  }
  const markSeen = (app: PairedApp): void => {
    const now = clock.now()
    if (app.lastSeenAt !== null && now - app.lastSeenAt < SEEN_EVERY_MS) return
    database.prepare('UPDATE apps SET last_seen_at = ? WHERE id = ?').run(now, app.id)
    byId.set(app.id, { ...app, lastSeenAt: now })
  }
  load()

  return {
    list: (workspaceId) => [...byId.values()].filter((app) => app.workspaceId === workspaceId),
    get,
    has: (appId) => byId.has(appId),
    add(workspaceId, name) {
      const token = newToken()
      const id = newId('app')
      const app = write(
        id,
        'INSERT INTO apps (id, workspace_id, name, token_hash, created_at, approval_wait_seconds, result_budget_tokens)' +
          ' VALUES (?, ?, ?, ?, ?, ?, ?)',
        id,
        workspaceId,
        name,
        sha256(token),
        clock.now(),
        DEFAULT_WAIT_SECONDS,
        DEFAULT_BUDGET_TOKENS,
      )
      return { app, token }
    },
    renewToken(appId) {
      const token = newToken()
      const { id } = get(appId)
      tokens.endOf(id)
      return { app: write(id, 'UPDATE apps SET token_hash = ? WHERE id = ?', sha256(token), id), token }
    },
    update(appId, change) {
      const { name, approvalWaitSeconds, resultBudgetTokens, callsPerMinute, exposure } = {
        ...get(appId),
        ...withoutUndefined(change),
      }
      return write(
        appId,
        'UPDATE apps SET name = ?, approval_wait_seconds = ?, result_budget_tokens = ?, calls_per_minute = ?,' +
          ' exposure = ? WHERE id = ?',
        name,
        approvalWaitSeconds,
        resultBudgetTokens,
        callsPerMinute,
        exposure,
        appId,
      )
    },
    setToolkit(appId, integrationId, enabled) {
      if (enabled) {
        const sql =
          'INSERT INTO app_toolkits (app_id, integration_id, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
        return write(get(appId).id, sql, appId, integrationId, newId('tlk'))
      }
      const sql = 'DELETE FROM app_toolkits WHERE app_id = ? AND integration_id = ?'
      return write(get(appId).id, sql, appId, integrationId)
    },
    configureToolkit(appId, integrationId, { scopes, displayName }) {
      const scopesText = scopes === undefined ? null : JSON.stringify(scopes)
      const values = [get(appId).id, integrationId, newId('tlk'), displayName ?? null, scopesText]
      write(appId, UPSERT_TOOLKIT, ...values)
      const select = database.prepare<[string, string], string>(
        'SELECT id FROM app_toolkits WHERE app_id = ? AND integration_id = ?',
      )
      return { id: select.pluck().get(appId, integrationId) ?? '' }
    },
    remove(appId) {
      get(appId)
      tokens.endOf(appId)
      durably(database, () => void database.prepare('DELETE FROM apps WHERE id = ?').run(appId))
      load()
    },
    findByToken(token) {
      const digest = sha256(token).toString('base64')
      const app = byId.get(idByTokenHash.get(digest) ?? tokens.appOf(digest) ?? '')
      if (app !== undefined) markSeen(app)
      return app
    },
    tokens,
  }
}

/** What the window may know of an app. @param listing what its tools cost it */
export function appForWindow(app: PairedApp, listing: AppListing): App {
  return {
    id: app.id,
    name: app.name,
    createdAt: new Date(app.createdAt).toISOString(),
    lastSeenAt: app.lastSeenAt === null ? null : new Date(app.lastSeenAt).toISOString(),
    approvalWaitSeconds: app.approvalWaitSeconds,
    resultBudgetTokens: app.resultBudgetTokens,
    callsPerMinute: app.callsPerMinute,
    toolkits: [...app.toolkits],
    exposure: app.exposure,
    listing,
  }
}

/** The prefix lets secret scanners recognise a leaked one. */
function newToken(): string {
  return `gatehouse_${newSecret()}`
}

function toolkitsOf(database: Database, appId: string): ReadonlySet<string> {
  const rows = database
    .prepare<[string], { id: string }>(
      'SELECT integration_id AS id FROM app_toolkits WHERE app_id = ? ORDER BY id',
    )
    .all(appId)
  return new Set(rows.map(({ id }) => id))
}

function withoutUndefined(change: AppChange): { [K in keyof AppChange]?: NonNullable<AppChange[K]> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
