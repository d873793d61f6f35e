import { copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** @param {string} path */
export const exists = async (path) => (await stat(path).catch(() => undefined)) !== undefined

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/**
 * Removes what interrupted runs left beside a folder.
 * @param {string} target
 */
async function removeLeftovers(target) {
  const prefix = `${basename(target)}.partial-`
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue
    await rm(join(dirname(target), name), { recursive: true, force: true })
  }
}

/**
 * Makes a folder that is either complete or absent: it is filled beside its
 * place and renamed at the end. Does nothing when it is there already.
 * @param {string} target
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<string>} the target
 */
export async function atomicFolder(target, fill) {
  if (await exists(target)) return target
  await mkdir(dirname(target), { recursive: true })
  await removeLeftovers(target)
  const partial = `${target}.partial-${process.pid}`
  await mkdir(partial)
  try {
    await fill(partial)
    await rename(partial, target).catch(async (error) => {
      // Another run finished first: its folder is as good as this one.
      if (!(await exists(target))) throw error
    })
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  return target
}

/**
 * Copies a folder by hard links, or by content where links cannot reach.
 * @param {string} from
 * @param {string} to an existing folder
 */
export async function linkFolder(from, to) {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const copy = join(to, entry.name)
    if (entry.isDirectory()) {
      await mkdir(copy)
      await linkFolder(source, copy)
    } else {
      await link(source, copy).catch(() => copyFile(source, copy))
    }
  }
}
