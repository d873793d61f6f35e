import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { atomicFolder, exists } from './atomic-folder.mjs'
import { step } from './progress.mjs'
import { inPackage, projectCache, projectRoot, userCache } from './project-paths.mjs'
import { run } from './run-command.mjs'
import { experimentalHeader, sqliteRecipe } from './sqlite-recipe.mjs'

const napiVersionOfPrebuilds = 10

/**
 * Whether better-sqlite3's prebuilt addon cannot be loaded.
 * @param {number} napiVersion the runtime's Node-API version
 */
export const needsOwnAddon = (napiVersion) => napiVersion < napiVersionOfPrebuilds

/** @returns {Promise<string>} where this user's compiled addon lies, or will lie */
async function sharedFolder() {
  const { version } = JSON.parse(await readFile(inPackage('better-sqlite3', 'package.json'), 'utf8'))
  const { compileSqlite, compileAddon, link } = await sqliteRecipe('')
  const recipe = [...compileSqlite, ...compileAddon, ...link, experimentalHeader].join('\n')
  // Folder names are no part of the recipe: two copies of the project share one addon.
  const portable = recipe.replaceAll(projectRoot, '')
  const key = createHash('sha256').update(portable).digest('hex').slice(0, 12)
  return join(userCache, `better-sqlite3-${version}-napi9-${process.arch}-${key}`)
}

/** @param {string} folder */
async function compile(folder) {
  const recipe = await sqliteRecipe(folder)
  const header = join(folder, 'experimental.h')
  await writeFile(header, experimentalHeader)
  await Promise.all([run('gcc', recipe.compileSqlite), run('g++', recipe.compileAddon)])
  await run('g++', recipe.link)
  await Promise.all([...recipe.objects, header].map((path) => rm(path)))
}

/** Whether the addon must be compiled on this machine first, which needs a C++ compiler. */
export async function mustCompileAddon() {
  return !(await exists(join(await sharedFolder(), 'better_sqlite3.node')))
}

/**
 * The addon file to give to better-sqlite3's `nativeBinding`. Compiled once
 * per user for runtimes below Node-API 10, where the prebuilt one crashes.
 * @param {number} napiVersion the runtime's Node-API version
 * @returns {Promise<string | undefined>} undefined when the prebuilt addon works
 * @throws {Error} on other systems than Linux, and when the compiler fails
 */
export async function sqliteAddon(napiVersion) {
  if (!needsOwnAddon(napiVersion)) return undefined
  if (process.platform !== 'linux') {
    throw new Error('better-sqlite3 needs Electron 36 or newer on this system.')
  }
  const shared = await sharedFolder()
  await atomicFolder(shared, (folder) => step('Compile better-sqlite3 for Node-API 9', () => compile(folder)))
  const target = join(projectCache, 'better_sqlite3-napi9.node')
  await mkdir(projectCache, { recursive: true })
  await copyFile(join(shared, 'better_sqlite3.node'), `${target}.${process.pid}`)
  await rename(`${target}.${process.pid}`, target)
  return target
}
