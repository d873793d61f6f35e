import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ByteSearch } from './byte-search.ts'

/**
 * Looks into every file below a folder, its name included, and into every value of every database: there a long
 * value lies in pieces.
 *
 * @param except names at the folder's top that are not the app's
 * @returns a line for each find: where, and what kind of secret
 */
export const searchFolder = async (
  folder: string,
  search: ByteSearch,
  except: readonly string[] = [],
): Promise<readonly string[]> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const found: string[] = []
  for (const name of names) {
    if (except.some((one) => name === one || name.startsWith(`${one}/`))) continue
    const path = join(folder, name)
    const bytes = await contentOf(path)
    const hits = [...search(Buffer.from(name)), ...search(bytes)]
    found.push(...hits.map((hit) => `${name}: ${hit}`))
    if (isDatabase(bytes)) found.push(...searchDatabase(path, search).map((line) => `${name}, ${line}`))
  }
  return found
}

/** Of a file its bytes, of a link where it leads, of anything else nothing. */
const contentOf = async (path: string): Promise<Buffer> => {
  const info = await lstat(path).catch(() => undefined)
  if (info?.isSymbolicLink() === true) return Buffer.from(await readlink(path).catch(() => ''))
  return info?.isFile() === true ? await readFile(path).catch(() => Buffer.alloc(0)) : Buffer.alloc(0)
}

const isDatabase = (bytes: Buffer): boolean => bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3'

const searchDatabase = (path: string, search: ByteSearch): readonly string[] => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    return tables.flatMap(({ name }) => searchTable(database, String(name), search))
  } finally {
    database.close()
  }
}

const searchTable = (database: DatabaseSync, table: string, search: ByteSearch): readonly string[] => {
  const select = database.prepare(`SELECT * FROM "${table.replaceAll('"', '""')}"`)
  // The text index has numbers of 64 bits.
  select.setReadBigInts(true)
  const rows = select.all()
  const lines = rows.flatMap((row) =>
    Object.entries(row).flatMap(([column, value]) =>
      search(value instanceof Uint8Array ? value : Buffer.from(String(value))).map(
        (hit) => `column ${table}.${column}: ${hit}`,
      ),
    ),
  )
  return [...new Set(lines)]
}
