import type { FoundBackup } from '../../preload/contract/preferences.ts'
import { request } from '../hub.ts'

/** @param passphrase wraps the key of the credentials, which then goes into the file as well. @returns null for Cancel */
export async function saveBackup(passphrase: string | null): Promise<string | null> {
  const { path } = await request('backup.save', passphrase === null ? {} : { passphrase })
  return path
}

export async function openBackup(): Promise<FoundBackup | null> {
  const { found } = await request('backup.open', {})
  return found
}

export async function restoreBackup(backupId: string, passphrase: string | null): Promise<void> {
  await request('backup.restore', passphrase === null ? { backupId } : { backupId, passphrase })
}

export async function discardBackup(): Promise<void> {
  await request('backup.discard', {})
}
