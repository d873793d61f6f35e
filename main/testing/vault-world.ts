import { sealedColumns } from '../sealed-columns.ts'
import { createSettings } from '../settings/settings.ts'
import type { VaultStatus } from '../../preload/contract/vault.ts'
import { createVaultKeeper, type VaultKeeper } from '../vault/vault-keeper.ts'
import { createVault, type OwnVault } from '../vault/vault.ts'
import { createFakePlatform, type FakePlatform } from './fake-platform.ts'
import { temporaryFolder } from './test-hub.ts'

/** Enough for a test: the usual cost is half a second for each passphrase. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

export const PASSPHRASE = 'correct horse battery staple'

/** A vault over a real database and a fake keychain, with what decides about its key. */
export interface VaultWorld {
  readonly platform: FakePlatform
  readonly vault: OwnVault
  readonly keeper: VaultKeeper
  readonly events: readonly string[]
  /** Seals something into every table that holds sealed secrets. */
  fill(): Promise<void>
  /** What every sealed row opens to, in no order. @throws when one does not open */
  openAll(): Promise<string[]>
  /** Every sealed row as it is stored. */
  rows(): Buffer[]
  status(): Promise<VaultStatus>
  /** Closes the database and opens it again, as after quitting or a crash. */
  restart(changes?: Partial<Pick<FakePlatform, 'keychain' | 'environment'>>): VaultWorld
}

export function createVaultWorld(environment: Record<string, string> = {}): VaultWorld {
  return over(createFakePlatform({ folder: temporaryFolder(), environment }))
}

/** What `fill` has sealed. */
export const SECRETS = [
  'credential of one',
  'credential of two',
  'client',
  'outcome',
  'result',
  'verifier',
  'mark',
]

function over(platform: FakePlatform): VaultWorld {
  const { database } = platform
  const events: string[] = []
  const vault = createVault(platform, createSettings(database), () => events.push('vault.changed'))
  const keeper = createVaultKeeper({
    platform,
    database,
    vault,
    columns: sealedColumns,
    expireAccounts: () => database.exec("UPDATE connections SET status = 'expired'"),
    changed: (event) => events.push(event),
    cost: CHEAP,
    say: String,
  })
  return {
    platform,
    vault,
    keeper,
    events,
    fill: () => fill(platform, vault),
    openAll: () =>
      Promise.all(sealedRows(platform).map(({ boundTo, sealed }) => vault.unseal(boundTo, sealed))),
    rows: () => sealedRows(platform).map(({ sealed }) => sealed),
    status: () => keeper.status(true),
    restart({ keychain = platform.keychain, environment: given = platform.environment } = {}) {
      if (database.open) database.close()
      const { dataFolder: folder, clock } = platform
      return over(createFakePlatform({ folder, clock, keychain, environment: given }))
    },
  }
}

async function fill({ database }: FakePlatform, vault: OwnVault): Promise<void> {
  database.exec(`
    INSERT INTO workspaces VALUES ('w', 'Personal', 0);
    INSERT INTO apps (id, workspace_id, name, token_hash, created_at, approval_wait_seconds, result_budget_tokens)
    VALUES ('a', 'w', 'App', x'00', 0, 45, 8000);
    INSERT INTO connections (id, workspace_id, integration_id, auth_type, account_id, account_name, site, status,
      scopes, connected_at, signed_in_at)
    VALUES ('c1', 'w', 'notes', 'api_key', '1', 'ada', '{}', 'active', '[]', 0, 0),
      ('c2', 'w', 'notes', 'api_key', '2', 'grace', '{}', 'active', '[]', 0, 0);
  `)
  const sealed = async (boundTo: string, text: string): Promise<Buffer> => await vault.seal(boundTo, text)
  const insert = (sql: string, ...values: unknown[]): void => void database.prepare(sql).run(...values)
  insert(
    'INSERT INTO integration_credentials VALUES (?, ?, 0)',
    'c1',
    await sealed('c1', 'credential of one'),
  )
  insert(
    'INSERT INTO integration_credentials VALUES (?, ?, 0)',
    'c2',
    await sealed('c2', 'credential of two'),
  )
  insert(
    'INSERT INTO oauth_clients VALUES (?, ?, ?)',
    'w',
    'ID@x',
    await sealed('oauth-client/w/ID@x', 'client'),
  )
  insert("INSERT INTO pending_sign_ins VALUES (?, 'w', 'notes', ?, 0)", 'st', await sealed('st', 'verifier'))
  insert(
    "INSERT INTO approvals VALUES (?, 'a', 't', 'h', 'finished', 0, 0, ?)",
    'p1',
    await sealed('p1', 'outcome'),
  )
  insert("INSERT INTO approvals VALUES ('p2', 'a', 't', 'h', 'denied', 0, 0, NULL)")
  insert('INSERT INTO audit_marks VALUES (?, ?)', 'end', await sealed('audit-mark/end', 'mark'))
  insert("INSERT INTO results VALUES (?, 'a', ?, 0)", 'r1', await sealed('r1', 'result'))
}

function sealedRows({ database }: FakePlatform): { boundTo: string; sealed: Buffer }[] {
  return sealedColumns.flatMap(({ table, column, key, boundTo }) =>
    database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} WHERE ${column} IS NOT NULL`)
      .all()
      .map((row) => ({
        boundTo: boundTo(...key.map((name) => String(row[name]))),
        sealed: row[column] as Buffer,
      })),
  )
}
