import { isRoot } from './linux-facts.mjs'

/**
 * What Electron is started with before the app's own arguments.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {boolean} [isVisible] whether somebody sees its windows
 * @returns {readonly string[]}
 */
export function launchArguments(electron, isVisible = false) {
  // Root cannot use Chromium's sandbox; everybody else keeps it.
  const sandbox = isRoot ? ['--no-sandbox'] : []
  const graphics = isVisible ? [] : ['--disable-gpu']
  return [...electron.appArguments, ...sandbox, ...graphics]
}
