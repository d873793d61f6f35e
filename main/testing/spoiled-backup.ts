import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../platform/database.ts'
import { temporaryFolder } from './test-hub.ts'

/** So much stands before the database in a backup. */
export const HEADER_BYTES = 4096

/** One bit becomes another, as on a bad disk. */
export function flip(path: string, at: number): void {
  const content = readFileSync(path)
  content[at] = (content[at] ?? 0) ^ 1
  writeFileSync(path, content)
}

/** Changes the database inside and the header with it, as somebody would who means harm. */
export function rewrite(path: string, sql: string, header: object = {}): void {
  const content = readFileSync(path)
  const copy = join(temporaryFolder(), 'inside.db')
  writeFileSync(copy, content.subarray(HEADER_BYTES))
  const database = openDatabase(copy)
  database.exec(sql)
  database.close()
  writeHeader(path, readFileSync(copy), { ...headerOf(content), ...header })
}

export function headerOf(content: Buffer): Record<string, unknown> {
  return JSON.parse(content.toString('utf8', 0, HEADER_BYTES)) as Record<string, unknown>
}

/** @param header gets the size and the checksum of what is inside */
export function writeHeader(path: string, inside: Buffer, header: object): void {
  const sha256 = createHash('sha256').update(inside).digest('hex')
  const text = JSON.stringify({ ...header, bytes: inside.length, sha256 })
  writeFileSync(path, Buffer.concat([Buffer.from(text.padEnd(HEADER_BYTES)), inside]))
}
