import { hasCommand, hasDisplay, hasPackage, offersSecretService, sharedLibraries } from './linux-facts.mjs'

/**
 * What the app needs from Debian: how to see that it is there, and the
 * packages that bring it, the newest release's name first.
 * @typedef {{ packages: readonly string[], library: string }
 *   | { packages: readonly string[], command: string }
 *   | { packages: readonly string[], debianPackage: string }} Need
 */

/** @type {readonly Need[]} */
const libraries = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
  { library: 'libXss.so.1', packages: ['libxss1'] },
  { library: 'libXtst.so.6', packages: ['libxtst6'] },
  { library: 'libatspi.so.0', packages: ['libatspi2.0-0t64', 'libatspi2.0-0'] },
  { library: 'libdrm.so.2', packages: ['libdrm2'] },
  { library: 'libnotify.so.4', packages: ['libnotify4'] },
]

/** @type {readonly Need[]} */
const virtualDisplay = [{ command: 'Xvfb', packages: ['xvfb'] }]

/** @type {readonly Need[]} */
const keyring = [
  { command: 'dbus-daemon', packages: ['dbus'] },
  { command: 'dbus-send', packages: ['dbus'] },
  { command: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
]

/** @type {readonly Need[]} */
const schemeHandler = [
  { command: 'xdg-mime', packages: ['xdg-utils'] },
  { command: 'update-desktop-database', packages: ['desktop-file-utils'] },
]

/** @type {readonly Need[]} */
const tests = [
  { command: 'chromium', packages: ['chromium'] },
  { command: 'secret-tool', packages: ['libsecret-tools'] },
]

/** @type {readonly Need[]} */
const fonts = [
  { debianPackage: 'fonts-liberation', packages: ['fonts-liberation'] },
  { debianPackage: 'fonts-inter', packages: ['fonts-inter'] },
]

/** @type {readonly Need[]} */
const compiler = [
  { command: 'gcc', packages: ['build-essential'] },
  { command: 'g++', packages: ['build-essential'] },
]

async function hasSecretService() {
  const address = process.env.DBUS_SESSION_BUS_ADDRESS
  return Boolean(address) && offersSecretService(/** @type {string} */ (address))
}

/**
 * @param {{ forTests: boolean, forCompiling: boolean }} purpose
 * @returns {Promise<readonly Need[]>}
 */
async function needsFor({ forTests, forCompiling }) {
  return [
    ...libraries,
    ...schemeHandler,
    ...(forTests || !hasDisplay() ? virtualDisplay : []),
    ...(forTests || !(await hasSecretService()) ? keyring : []),
    ...(forTests ? tests : []),
    // Other distributions name fonts in their own ways, and only screenshots depend on them.
    ...(forTests && (await hasCommand('dpkg-query')) ? fonts : []),
    ...(forCompiling ? compiler : []),
  ]
}

/**
 * @param {Need} need
 * @param {(soname: string) => boolean} hasLibrary
 */
async function isPresent(need, hasLibrary) {
  if ('library' in need) return hasLibrary(need.library)
  return 'command' in need ? hasCommand(need.command) : hasPackage(need.debianPackage)
}

/**
 * What is missing on this machine.
 * @param {{ forTests: boolean, forCompiling: boolean }} purpose
 * @returns {Promise<readonly (readonly string[])[]>} for each need the packages that may bring it
 */
export async function missingPackages(purpose) {
  const hasLibrary = await sharedLibraries()
  const missing = []
  for (const need of await needsFor(purpose)) {
    const present = await isPresent(need, hasLibrary)
    if (!present) missing.push(need.packages)
  }
  return missing
}
