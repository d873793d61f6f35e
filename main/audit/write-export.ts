import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { newSecret } from '../identifiers.ts'
import type { LineWriter } from './export-format.ts'
import type { Portions } from './export-lines.ts'

interface ExportOptions {
  readonly path: string
  readonly portions: Portions
  readonly writer: LineWriter
  readonly signal: AbortSignal
  onProgress(done: number): void
}

/** The person's own, and nobody else's. */
const FILE_MODE = 0o600

/**
 * Writes a file as a whole or not at all: beside its place first, then there.
 *
 * @returns how many lines it has; null when it was stopped
 * @throws HubError INTERNAL when it cannot be written there
 */
export async function writeExport(options: ExportOptions): Promise<number | null> {
  const temporary = `${options.path}.${newSecret().slice(0, 8)}.part`
  try {
    const file = await open(temporary, 'wx', FILE_MODE)
    const lines = await writeAndClose(file, options)
    if (lines !== null) await rename(temporary, options.path)
    return lines
  } catch (error) {
    throw new HubError('INTERNAL', sentences.audit.notWritten(reasonOf(error)))
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function writeAndClose(file: FileHandle, options: ExportOptions): Promise<number | null> {
  try {
    return await writeAll(file, options)
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, options: ExportOptions): Promise<number | null> {
  const { portions, writer, signal, onProgress } = options
  await file.writeFile(writer.head)
  let lines = 0
  for (const portion of portions) {
    if (signal.aborted) return null
    await file.writeFile(portion.map(writer.line).join(''))
    lines += portion.length
    onProgress(lines)
    await setImmediate()
  }
  if (signal.aborted) return null
  await file.sync()
  return lines
}

const { reason } = sentences.audit
const REASONS: Readonly<Record<string, Sentence>> = {
  EACCES: reason.forbidden,
  EPERM: reason.forbidden,
  EROFS: reason.readOnly,
  ENOSPC: reason.full,
  ENOENT: reason.noFolder,
  EISDIR: reason.isFolder,
}

function reasonOf(error: unknown): Sentence {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? reason.other
}
