import { HubError } from '../../preload/contract/errors.ts'
import type { Workspace } from '../../preload/contract/workspace.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newId } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Clock } from '../platform/platform.ts'
import type { Settings } from '../settings/settings.ts'

/** The setting that says which workspace the window shows. */
export const CURRENT = 'workspace.current'

/** A workspace is a set of accounts, apps and settings; everything belongs to one. */
export interface Workspaces {
  /** The one that the window shows. Apps go on in theirs, whatever the window shows. */
  currentId(): string
  /** Oldest first. */
  list(): readonly Workspace[]
  /** @throws HubError RESOURCE_NOT_FOUND */
  get(workspaceId: string): Workspace
  /** @throws HubError INVALID_PARAMS when there is one of that name */
  create(name: string): Workspace
  /** @throws HubError RESOURCE_NOT_FOUND or INVALID_PARAMS */
  rename(workspaceId: string, name: string): Workspace
  /** @throws HubError RESOURCE_NOT_FOUND */
  show(workspaceId: string): void
  /** @throws HubError RESOURCE_NOT_FOUND, or INVALID_PARAMS when it is the only one */
  refuseLast(workspaceId: string): void
  /** Forgets a workspace and its rows; the window goes to another one. @throws HubError as `refuseLast` */
  remove(workspaceId: string): void
}

/**
 * The first start makes a workspace; there is always one.
 *
 * @param firstName what that one is called; from then on the name is the person's
 */
export function createWorkspaces(
  database: Database,
  settings: Settings,
  clock: Clock,
  firstName: string,
): Workspaces {
  const select = database.prepare<[], { id: string; name: string }>(
    'SELECT id, name FROM workspaces ORDER BY created_at, rowid',
  )
  const insert = database.prepare('INSERT INTO workspaces (id, name, created_at) VALUES (?, ?, ?)')
  const update = database.prepare('UPDATE workspaces SET name = ? WHERE id = ?')
  let rows: readonly { id: string; name: string }[] = []
  let current = ''

  const load = (): void => {
    rows = select.all()
    const kept = settings.get(CURRENT)
    current = rows.find(({ id }) => id === kept)?.id ?? rows[0]?.id ?? ''
  }
  const add = (name: string): string => {
    const id = newId('wks')
    durably(database, () => void insert.run(id, name, clock.now()))
    load()
    return id
  }
  const get = (workspaceId: string): Workspace => {
    const row = rows.find(({ id }) => id === workspaceId)
    if (row === undefined) throw new HubError('RESOURCE_NOT_FOUND', sentences.workspaces.none)
    return { ...row, isCurrent: row.id === current }
  }
  /** Two of one name could not be told apart where an app asks to be let in. */
  const refuseTaken = (name: string, but?: string): void => {
    const taken = rows.some((row) => row.id !== but && row.name.toLowerCase() === name.toLowerCase())
    if (taken) throw new HubError('INVALID_PARAMS', sentences.workspaces.taken(name))
  }
  const refuseLast = (workspaceId: string): void => {
    get(workspaceId)
    if (rows.length === 1) throw new HubError('INVALID_PARAMS', sentences.workspaces.only)
  }
  load()
  if (rows.length === 0) add(firstName)

  return {
    currentId: () => current,
    list: () => rows.map(({ id }) => get(id)),
    get,
    create(name) {
      refuseTaken(name)
      return get(add(name))
    },
    rename(workspaceId, name) {
      get(workspaceId)
      refuseTaken(name, workspaceId)
      durably(database, () => void update.run(name, workspaceId))
      load()
      return get(workspaceId)
    },
    show(workspaceId) {
      get(workspaceId)
      settings.set(CURRENT, workspaceId)
      load()
    },
    refuseLast,
    remove(workspaceId) {
      refuseLast(workspaceId)
      durably(database, () => {
        for (const table of TABLES) {
          database.prepare(`DELETE FROM ${table} WHERE workspace_id = ?`).run(workspaceId)
        }
        database.prepare('DELETE FROM workspaces WHERE id = ?').run(workspaceId)
      })
      load()
    },
  }
}

/** Whose rows go with a workspace. The activity log stays: it only grows. */
const TABLES = ['pending_sign_ins', 'oauth_clients', 'tool_policies', 'apps', 'connections'] as const
