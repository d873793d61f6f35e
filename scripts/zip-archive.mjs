import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

// Record layouts: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
const endRecordSize = 22
const endSignature = 0x06054b50
const directoryEntrySize = 46
const localHeaderSize = 30
const deflated = 8

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} mode Unix permissions
 * @property {number} method
 * @property {number} compressedSize bytes
 * @property {number} offset of its local header
 */

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {number} position
 * @param {number} length
 */
async function bytesAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('The zip file ends too early.')
  return buffer
}

/**
 * @param {Buffer} directory
 * @returns {ZipEntry[]}
 */
function parseDirectory(directory) {
  const entries = []
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    const nameStart = at + directoryEntrySize
    entries.push({
      name: directory.toString('utf8', nameStart, nameStart + nameLength),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameStart + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** @param {import('node:fs/promises').FileHandle} file */
async function readEntries(file) {
  const { size } = await file.stat()
  const end = await bytesAt(file, size - endRecordSize, endRecordSize)
  if (end.readUInt32LE(0) !== endSignature) throw new Error('This is not a plain zip file.')
  return parseDirectory(await bytesAt(file, end.readUInt32LE(16), end.readUInt32LE(12)))
}

/**
 * @param {string} zipPath
 * @param {import('node:fs/promises').FileHandle} file
 * @param {ZipEntry} entry
 * @param {string} path where to write it
 */
async function extractEntry(zipPath, file, entry, path) {
  const header = await bytesAt(file, entry.offset, localHeaderSize)
  const start = entry.offset + localHeaderSize + header.readUInt16LE(26) + header.readUInt16LE(28)
  await mkdir(dirname(path), { recursive: true })
  const output = createWriteStream(path, { mode: entry.mode || 0o644 })
  if (entry.compressedSize === 0) return pipeline(new PassThrough().end(), output)
  const compressed = createReadStream(zipPath, { start, end: start + entry.compressedSize - 1 })
  const decoder = entry.method === deflated ? createInflateRaw() : new PassThrough()
  await pipeline(compressed, decoder, output)
}

/**
 * Unpacks the wanted files of a zip archive (no zip64, no encryption).
 * @param {string} zipPath
 * @param {string} folder
 * @param {(name: string) => string | undefined} destination where an entry goes inside the folder
 */
export async function extractZip(zipPath, folder, destination) {
  const file = await open(zipPath)
  try {
    for (const entry of await readEntries(file)) {
      const to = entry.name.endsWith('/') ? undefined : destination(entry.name)
      if (to === undefined) continue
      if (normalize(to).startsWith('..')) throw new Error(`Unsafe name in the zip file: ${to}`)
      await extractEntry(zipPath, file, entry, join(folder, to))
    }
  } finally {
    await file.close()
  }
}
