import { randomUUID } from 'node:crypto'
import { sentences } from '../../preload/messages/sentences.ts'
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { refusal } from './refusal.ts'

const MOST_BYTES = 4 * 1_024 * 1_024
const PRIVATE = 0o600
const PRIVATE_FOLDER = 0o700

/** A configuration as it lies on the disk. */
export interface ConfigFile {
  /** What the client opens. */
  readonly path: string
  /** What is written: the end of the links. */
  readonly target: string
  /** Null when there is none yet. */
  readonly bytes: Buffer | null
  readonly text: string
  readonly isLink: boolean
  /** Whether other people of this computer may read it. */
  readonly isOpenToOthers: boolean
}

/** @throws HubError when it cannot be read, or what is there is not the person's own file */
export function readConfigFile(path: string): ConfigFile {
  const link = quietly(() => lstatSync(path))
  const target = link?.isSymbolicLink() === true ? endOfLinks(path) : path
  const isLink = target !== path
  const facts = quietly(() => statSync(target))
  if (facts === undefined) {
    refuseUnwritable(nearestFolder(target))
    return { path, target, bytes: null, text: '', isLink, isOpenToOthers: false }
  }
  refuseForeign(target, facts)
  refuseUnwritable(target)
  refuseUnwritable(dirname(target))
  const bytes = readBytes(target)
  const isOpenToOthers = process.platform !== 'win32' && (facts.mode & 0o077) !== 0
  return { path, target, bytes, text: decode(bytes), isLink, isOpenToOthers }
}

/**
 * Puts new bytes in the place of a file in one step: a stop at any moment leaves the old ones or the new ones. Rights
 * and owner stay; a new file is the person's alone, because it holds a token.
 *
 * @throws HubError when the file is no longer what was read, or cannot be written
 */
export function replaceConfigFile({ target, bytes: before }: ConfigFile, after: Buffer | null): void {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    mkdirSync(dirname(target), { recursive: true, mode: PRIVATE_FOLDER })
    const facts = quietly(() => statSync(target))
    if (after !== null) writeDurably(temporary, after, facts)
    refuseChanged(target, before)
    if (after === null) rmSync(target)
    else renameSync(temporary, target)
    syncFolder(dirname(target))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw asRefusal(error, target)
  }
}

function writeDurably(path: string, bytes: Buffer, like: Stats | undefined): void {
  const file = openSync(path, 'wx', PRIVATE)
  try {
    writeSync(file, bytes)
    if (like !== undefined) {
      fchmodSync(file, like.mode & 0o7777)
      if (like.gid !== process.getgid?.()) quietly(() => chownSync(path, like.uid, like.gid))
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function refuseChanged(target: string, before: Buffer | null): void {
  const now = existsSync(target) ? readFileSync(target) : null
  if (before === null ? now === null : now?.equals(before) === true) return
  throw refusal(sentences.clients.file.changed)
}

/** The rename itself must survive a power cut; Windows has no such call for folders. */
function syncFolder(folder: string): void {
  quietly(() => {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  })
}

function endOfLinks(path: string): string {
  const target = quietly(() => realpathSync(path))
  if (target !== undefined) return target
  throw refusal(sentences.clients.file.deadLink(path))
}

function refuseForeign(path: string, facts: Stats): void {
  if (!facts.isFile()) throw refusal(sentences.clients.file.noFile(path))
  if (facts.size > MOST_BYTES) throw refusal(sentences.clients.file.tooLarge(path))
  const me = process.getuid?.()
  if (me !== undefined && facts.uid !== me) {
    throw refusal(sentences.clients.file.foreign(path))
  }
}

function refuseUnwritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
  } catch {
    throw refusal(sentences.clients.file.noRights(path))
  }
}

function nearestFolder(path: string): string {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder)
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw asRefusal(error, path)
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw refusal(sentences.clients.file.notUtf8)
  }
}

function asRefusal(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && error.name === 'HubError') return error
  if (code === 'ENOSPC') return refusal(sentences.clients.file.diskFull)
  const { notWritten, notWrittenBecause } = sentences.clients.file
  return refusal(code === '' ? notWritten(path) : notWrittenBecause(path, code))
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
