import { createHash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { wrappedKey } from '../vault/passphrase.ts'

export const BACKUP_EXTENSION = 'gatehouse-backup'

/** What stands before the database in a backup: JSON, filled up with spaces to this many bytes. */
const HEADER_BYTES = 4096
const CHUNK_BYTES = 2 ** 20

const backupHeader = z.object({
  format: z.literal('gatehouse-backup'),
  formatVersion: z.number().int(),
  createdAt: z.iso.datetime(),
  /** Of the Gatehouse that made it. */
  version: z.string().max(100),
  /** `user_version` of the database. */
  schema: z.number().int().min(1),
  bytes: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The master key, wrapped by a passphrase; null where the person wanted none in it. */
  key: wrappedKey.nullable(),
})
export type BackupHeader = z.infer<typeof backupHeader>

const FORMAT_VERSION = 1

/** What the writer of a backup adds by itself. */
type OwnFacts = 'format' | 'formatVersion' | 'bytes' | 'sha256'

/**
 * Writes one file: header, then database. It is complete under its name or not there at all, and nobody else's to read.
 *
 * @param database a closed database file
 * @throws whatever the disk says
 */
export async function writeBackup(
  target: string,
  database: string,
  facts: Omit<BackupHeader, OwnFacts>,
): Promise<void> {
  const part = `${target}.${process.pid}.part`
  try {
    const file = await open(part, 'wx', 0o600)
    try {
      await writeAll(file, Buffer.alloc(HEADER_BYTES, ' '), 0)
      const { bytes, sha256 } = await copyAndHash(database, 0, file, HEADER_BYTES)
      const header = { format: 'gatehouse-backup', formatVersion: FORMAT_VERSION, ...facts, bytes, sha256 }
      const text = Buffer.from(JSON.stringify(header))
      await writeAll(file, text, 0)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, target)
    await syncFolder(target)
  } finally {
    await rm(part, { force: true })
  }
}

/**
 * Takes the database out of a backup and checks that it is, byte for byte, the one that was put in.
 *
 * @param target a path where nothing is yet
 * @param newestSchema the newest that this version knows
 * @throws HubError INVALID_PARAMS when the file is no backup, is damaged, or is of a newer version
 */
export async function unpackBackup(
  source: string,
  target: string,
  newestSchema: number,
): Promise<BackupHeader> {
  const header = await readHeader(source)
  if (header.formatVersion > FORMAT_VERSION || header.schema > newestSchema) {
    throw invalid(sentences.backup.newer(header.version))
  }
  const file = await open(target, 'wx', 0o600)
  try {
    const { bytes, sha256 } = await copyAndHash(source, HEADER_BYTES, file, 0)
    if (bytes !== header.bytes || sha256 !== header.sha256) throw damaged()
    await file.sync()
  } finally {
    await file.close()
  }
  return header
}

/** Makes sure that the name of a file outlives a power cut; Windows does that by itself and cannot be asked. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch {
    // The file itself is on the disk.
  }
}

async function readHeader(source: string): Promise<BackupHeader> {
  const file = await open(source, 'r').catch(() => {
    throw invalid(sentences.backup.notOpened)
  })
  try {
    const buffer = Buffer.alloc(HEADER_BYTES)
    const { bytesRead } = await file.read(buffer, 0, HEADER_BYTES, 0)
    const header = backupHeader.safeParse(parsed(buffer.toString('utf8', 0, bytesRead)))
    if (header.success) return header.data
    throw invalid(sentences.backup.notOurs)
  } finally {
    await file.close()
  }
}

async function copyAndHash(
  source: string,
  from: number,
  target: FileHandle,
  at: number,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(CHUNK_BYTES)
  const file = await open(source, 'r')
  try {
    let bytes = 0
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, from + bytes)
      if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(chunk.subarray(0, bytesRead))
      await writeAll(target, chunk.subarray(0, bytesRead), at + bytes)
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}

/** One write may take less than it is given. */
async function writeAll(target: FileHandle, data: Buffer, at: number): Promise<void> {
  let written = 0
  while (written < data.length) {
    const { bytesWritten } = await target.write(data, written, data.length - written, at + written)
    written += bytesWritten
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function invalid(sentence: Sentence): HubError {
  return new HubError('INVALID_PARAMS', sentence)
}

function damaged(): HubError {
  return invalid(sentences.backup.damaged)
}
