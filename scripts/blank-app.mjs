import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { atomicFolder, linkFolder } from './atomic-folder.mjs'
import { launchArguments } from './launch-arguments.mjs'
import { projectCache } from './project-paths.mjs'

const main = `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1100, height: 760 }).loadFile('index.html'))
`

/** @param {string} folder */
async function writeApp(folder) {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "name": "blank", "main": "main.js" }\n')
  await writeFile(join(folder, 'main.js'), main)
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Blank</title><p>A line of text.</p>\n')
}

/**
 * The least an Electron app can be, to measure against: how to start it with the same binary and flags.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @returns {Promise<readonly [string, ...string[]]>} the executable, then its arguments
 */
export async function blankApp(electron) {
  const folder = join(projectCache, `blank-${electron.version}`)
  if (electron.appArguments.length > 0) {
    await writeApp(folder)
    return [electron.path, ...launchArguments({ ...electron, appArguments: [folder] })]
  }
  // This Electron runs whatever lies in its resources/app, so it needs a copy of its own.
  await atomicFolder(folder, async (partial) => {
    await linkFolder(dirname(electron.path), partial)
    await rm(join(partial, 'resources', 'app'))
    await writeApp(join(partial, 'resources', 'app'))
  })
  return [join(folder, 'electron'), ...launchArguments(electron)]
}
