import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { exists } from './atomic-folder.mjs'
import { say, step } from './progress.mjs'
import { inPackage, packageCommand, userCache } from './project-paths.mjs'
import { run } from './run-command.mjs'

const dayMilliseconds = 24 * 60 * 60 * 1000
const stallMilliseconds = 20_000

/** @param {string} version */
const failureNote = (version) => join(userCache, `electron-${version}.unreachable`)

/** @param {string} path */
async function failedToday(path) {
  const note = await stat(path).catch(() => undefined)
  return note !== undefined && Date.now() - note.mtimeMs < dayMilliseconds
}

/**
 * @param {readonly string[]} folders
 * @returns {Promise<number>} bytes
 */
async function sizeOf(folders) {
  let total = 0
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    for (const name of names) total += (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size
  }
  return total
}

/**
 * Ends the download when no byte has arrived for a while, however long it takes in all.
 * @param {readonly string[]} folders
 * @param {AbortController} stop
 */
function watchForStall(folders, stop) {
  let lastSize = 0
  let lastGrowth = Date.now()
  return setInterval(async () => {
    const size = await sizeOf(folders)
    if (size > lastSize) lastGrowth = Date.now()
    lastSize = size
    if (Date.now() - lastGrowth > stallMilliseconds) stop.abort()
  }, 1_000)
}

async function download() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-electron-'))
  const stop = new AbortController()
  const watch = watchForStall([folder, inPackage('electron', 'dist')], stop)
  const node = (await exists(packageCommand('node'))) ? packageCommand('node') : process.execPath
  try {
    await run(node, [inPackage('electron', 'install.js')], {
      env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
      signal: stop.signal,
    })
    return true
  } catch {
    return false
  } finally {
    clearInterval(watch)
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Tries to download the pinned Electron from its release page. A failure is
 * remembered for a day, so that a machine that cannot reach it does not wait each time.
 * @param {string} version
 * @returns {Promise<void>} also when it failed
 */
export async function installElectron(version) {
  const note = failureNote(version)
  if (await failedToday(note)) return
  const arrived = await step(`Look for Electron ${version} on its release page`, download)
  if (arrived) return rm(note, { force: true })
  await mkdir(userCache, { recursive: true })
  await writeFile(note, '')
  say(`  Not reachable; not tried again for a day, or until you delete ${note}`)
}
