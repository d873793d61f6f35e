import { packageCommand } from './project-paths.mjs'
import { launchArguments } from './launch-arguments.mjs'
import { inDesktopSession } from './session.mjs'

/**
 * Runs the end-to-end tests in a session of their own.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>} Playwright's exit code
 */
export const runEndToEnd = (electron, args) =>
  inTestSession(electron, 'playwright', ['test', '--config', 'e2e/playwright.config.ts', ...args])

/**
 * Runs the demonstration in a session of its own.
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {readonly string[]} args for the demonstration
 * @returns {Promise<number>} its exit code
 */
export const runDemo = (electron, args) => inTestSession(electron, 'node', ['e2e/demo/demo.ts', ...args])

/**
 * @param {import('./electron-binary.mjs').ElectronBinary} electron
 * @param {string} command of an installed package
 * @param {readonly string[]} args
 */
const inTestSession = (electron, command, args) =>
  inDesktopSession(packageCommand(command), args, {
    keyring: 'private',
    env: {
      GATEHOUSE_ELECTRON: electron.path,
      // JSON: what must come before the app's own arguments.
      GATEHOUSE_ELECTRON_ARGUMENTS: JSON.stringify(launchArguments(electron)),
    },
  })
