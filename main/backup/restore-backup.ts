import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { HubError } from '../../preload/contract/errors.ts'
import type { FoundBackup } from '../../preload/contract/preferences.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newSecret } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { createSettings } from '../settings/settings.ts'
import { findKey } from '../vault/find-key.ts'
import { createKeyEntries } from '../vault/key-entries.ts'
import { fitsCheck } from '../vault/master-key.ts'
import { unwrapMasterKey } from '../vault/passphrase.ts'
import { createVaultRecords } from '../vault/vault-record.ts'
import { syncFolder, unpackBackup, type BackupHeader } from './backup-file.ts'
import { checkDatabase } from './check-database.ts'
import { restoredPath } from './finish-restore.ts'
import { noteRestore } from './note-restore.ts'

export interface RestoreParts {
  readonly platform: Pick<
    Platform,
    'clock' | 'dataFolder' | 'environment' | 'fileDialogs' | 'keychain' | 'openDatabase' | 'restart'
  >
  readonly database: Database
  /** The activity log that the restored one takes the place of. */
  readonly log: Pick<AuditLog, 'flush' | 'head'>
}

/** Reads a backup first, and restores it only when the person says so. */
export interface RestoreBackup {
  /**
   * Asks for a file, and looks through all of it. @returns null when the person has thought better of it
   * @throws HubError INVALID_PARAMS when it cannot be restored; nothing is changed then
   */
  open(): Promise<FoundBackup | null>
  /**
   * Everything is as in the backup after the restart that follows; what is there now is kept aside.
   *
   * @param passphrase the one that the backup was made with, where its key is to be restored as well
   * @throws HubError INVALID_PARAMS when it is another one, RESOURCE_NOT_FOUND when another backup was opened since
   */
  restore(backupId: string, passphrase: string | undefined): Promise<void>
  /** Deletes what was unpacked. */
  discard(): void
}

interface Opened {
  readonly found: FoundBackup
  readonly header: BackupHeader
}

export function createRestoreBackup({ platform, database, log }: RestoreParts): RestoreBackup {
  const { dataFolder } = platform
  const folder = join(dataFolder, 'restore')
  const unpacked = join(folder, 'unpacked.db')
  let opened: Opened | undefined

  const discard = (): void => {
    opened = undefined
    rmSync(folder, { recursive: true, force: true })
  }

  const read = async (source: string): Promise<Opened> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const header = await unpackBackup(source, unpacked, schemaOf(database))
    const restored = openUnpacked(platform, unpacked)
    try {
      checkDatabase(restored, database)
      return { header, found: await describe(platform, restored, header, basename(source)) }
    } finally {
      restored.close()
    }
  }

  return {
    discard,
    async open() {
      const source = await platform.fileDialogs.open()
      if (source === null) return null
      discard()
      try {
        opened = await read(source)
        return opened.found
      } catch (error) {
        discard()
        throw error instanceof HubError ? error : unreadable()
      }
    },
    async restore(backupId, passphrase) {
      if (opened?.found.backupId !== backupId) {
        throw new HubError('RESOURCE_NOT_FOUND', sentences.backup.closed)
      }
      const { header } = opened
      if (passphrase !== undefined) await takeKey(platform, unpacked, header, passphrase)
      log.flush()
      noteRestore(platform, unpacked, { madeAt: header.createdAt, replaced: log.head() })
      await flushed(unpacked)
      // Its age is what the folder of the present data is named by.
      const now = new Date(platform.clock.now())
      utimesSync(unpacked, now, now)
      renameSync(unpacked, restoredPath(dataFolder))
      await syncFolder(restoredPath(dataFolder))
      discard()
      platform.restart()
    },
  }
}

/** From now on the vault of the restored database is opened by this passphrase, wherever it was kept before. */
async function takeKey(
  platform: RestoreParts['platform'],
  path: string,
  { key: wrapped }: BackupHeader,
  passphrase: string,
): Promise<void> {
  if (wrapped === null) throw new HubError('INVALID_PARAMS', sentences.backup.key.none)
  const key = await unwrapMasterKey(wrapped, passphrase).catch(() => {
    throw new HubError('INVALID_PARAMS', sentences.backup.key.notPassphrase)
  })
  const restored = platform.openDatabase(path)
  try {
    const records = createVaultRecords(createSettings(restored))
    const { check } = records.read()
    if (check === undefined || !fitsCheck(key, check)) {
      throw new HubError('INVALID_PARAMS', sentences.backup.key.other)
    }
    records.write({ protector: 'passphrase', wrapped, entry: undefined, leftovers: [] })
  } finally {
    restored.close()
  }
}

async function describe(
  platform: RestoreParts['platform'],
  restored: Database,
  header: BackupHeader,
  fileName: string,
): Promise<FoundBackup> {
  const count = (table: 'connections' | 'apps'): number =>
    Number(restored.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return {
    backupId: newSecret(),
    fileName,
    createdAt: header.createdAt,
    version: header.version,
    accounts: count('connections'),
    apps: count('apps'),
    key: await keyOf(platform, restored, header),
  }
}

/** What will open its credentials on this computer. */
async function keyOf(
  { keychain, clock, environment }: RestoreParts['platform'],
  restored: Database,
  header: BackupHeader,
): Promise<FoundBackup['key']> {
  const record = createVaultRecords(createSettings(restored)).read()
  if (record.check === undefined) return 'not_needed'
  const places = { entries: createKeyEntries(keychain, clock), environment }
  const { state } = await findKey(places, record, true)
  if (state === 'ready') return 'here'
  if (state === 'locked') return 'vault_passphrase'
  return header.key === null ? 'missing' : 'backup_passphrase'
}

function openUnpacked(platform: RestoreParts['platform'], path: string): Database {
  try {
    return platform.openDatabase(path)
  } catch {
    throw unreadable()
  }
}

async function flushed(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const schemaOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

function unreadable(): HubError {
  return new HubError('INVALID_PARAMS', sentences.backup.database.unreadable)
}
