import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

/** This project's own cache; `npm ci` empties it. */
export const projectCache = join(projectRoot, 'node_modules', '.cache', 'gatehouse')

/** This user's cache, shared by every copy of the project on the machine. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gatehouse-dev')

/**
 * A file inside an installed package.
 * @param {string} name
 * @param {...string} parts
 */
export const inPackage = (name, ...parts) => join(projectRoot, 'node_modules', name, ...parts)

/**
 * The path of a command that an installed package brings.
 * @param {string} name
 */
export const packageCommand = (name) =>
  join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
