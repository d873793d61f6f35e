import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'

const anyAddress = 0xffff

/** @param {string | Buffer} value */
function counted(value) {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/**
 * Writes an X authority file with a fresh secret for any display (format: Xau(3)),
 * so that only who reads the file can see the windows.
 * @param {string} path
 */
export async function writeXAuthority(path) {
  const family = Buffer.alloc(2)
  family.writeUInt16BE(anyAddress)
  const fields = ['', '', 'MIT-MAGIC-COOKIE-1', randomBytes(16)].map(counted)
  await writeFile(path, Buffer.concat([family, ...fields]), { mode: 0o600 })
}
