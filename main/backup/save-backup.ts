import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Database } from '../platform/database.ts'
import type { Platform } from '../platform/platform.ts'
import { wrapMasterKey, type ScryptCost, type WrappedKey } from '../vault/passphrase.ts'
import type { OwnVault } from '../vault/vault.ts'
import { BACKUP_EXTENSION, writeBackup } from './backup-file.ts'

export interface SaveBackupParts {
  readonly platform: Pick<Platform, 'clock' | 'dataFolder' | 'fileDialogs' | 'version'>
  readonly database: Database
  readonly vault: Pick<OwnVault, 'holder' | 'records' | 'hold'>
  /** Writes the lines of the activity log and the counts that are not written yet. */
  readonly flush: () => Promise<void>
  readonly cost: ScryptCost
}

/**
 * Asks for a place and writes everything there is into one file. Credentials stay encrypted in it.
 *
 * @param passphrase puts the key of the credentials into the file as well, wrapped by this
 * @returns the path; null when the person has thought better of it
 * @throws HubError INVALID_PARAMS for a passphrase too short or a place that will not do, VAULT_LOCKED, INTERNAL
 */
export async function saveBackup(
  parts: SaveBackupParts,
  passphrase: string | undefined,
): Promise<string | null> {
  const { platform } = parts
  const day = new Date(platform.clock.now()).toISOString().slice(0, 10)
  const target = await platform.fileDialogs.save(`Gatehouse ${day}.${BACKUP_EXTENSION}`, 'backup')
  if (target === null) return null
  refuseOwnFolder(target, platform.dataFolder)
  await writable(() => save(parts, target, passphrase))
  return target
}

async function save(parts: SaveBackupParts, target: string, passphrase: string | undefined): Promise<void> {
  const { vault } = parts
  const isEmpty = vault.records.read().check === undefined
  if (passphrase === undefined || isEmpty) return await write(parts, target, null)
  // The key in the file must be the one that its credentials are encrypted with.
  await vault.hold(async () => {
    const key = await wrapMasterKey(await vault.holder.key(), passphrase, parts.cost)
    await write(parts, target, key)
  })
}

async function write(parts: SaveBackupParts, target: string, key: WrappedKey | null): Promise<void> {
  const { platform, database, flush } = parts
  const folder = mkdtempSync(join(platform.dataFolder, 'backup-'))
  try {
    const copy = join(folder, 'copy.db')
    // SQLite would make it with rights for others.
    closeSync(openSync(copy, 'wx', 0o600))
    await flush()
    // Whole and of one moment, the write-ahead log included, while calls go on.
    await database.backup(copy)
    await writeBackup(target, copy, {
      createdAt: new Date(platform.clock.now()).toISOString(),
      version: platform.version,
      schema: Number(database.pragma('user_version', { simple: true })),
      key,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A backup there would go with what it is a backup of, and might take its place. */
function refuseOwnFolder(target: string, dataFolder: string): void {
  if (!resolve(target).startsWith(resolve(dataFolder) + sep)) return
  throw new HubError('INVALID_PARAMS', sentences.backup.ownFolder)
}

async function writable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof HubError || !(error instanceof Error && 'code' in error)) throw error
    const code = String(error.code)
    throw new HubError('INVALID_PARAMS', sentences.backup.notWritten(reasonOf(code)))
  }
}

const { reason } = sentences.backup
const REASONS: Readonly<Record<string, Sentence>> = {
  ENOSPC: reason.full,
  EACCES: reason.forbidden,
  EPERM: reason.forbidden,
  EROFS: reason.readOnly,
  ENOENT: reason.gone,
}

const reasonOf = (code: string): Sentence => REASONS[code] ?? reason.other(code)
