import { hasCommand, isRoot } from './linux-facts.mjs'
import { missingPackages } from './needed-packages.mjs'
import { say, step } from './progress.mjs'
import { run, succeeds } from './run-command.mjs'

/**
 * @param {readonly string[]} alternatives
 * @returns {Promise<string>} the first that this release of Debian has, else the last
 */
async function nameHere(alternatives) {
  const last = /** @type {string} */ (alternatives.at(-1))
  for (const name of alternatives.slice(0, -1)) {
    if (await succeeds('apt-cache', ['show', '--no-all-versions', name])) return name
  }
  return last
}

/** @param {readonly (readonly string[])[]} missing */
async function namesHere(missing) {
  const names = new Set()
  for (const alternatives of missing) names.add(await nameHere(alternatives))
  return [...names]
}

/** @param {readonly string[]} names */
const installArguments = (names) => ['install', '-y', '--no-install-recommends', ...names]

/** @param {readonly (readonly string[])[]} missing */
async function install(missing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step('Update the list of system packages', () => run('apt-get', ['update'], { env }))
  const names = await namesHere(missing)
  await step(`Install ${names.join(' ')}`, () => run('apt-get', installArguments(names), { env }))
}

/** @param {readonly (readonly string[])[]} missing */
async function explain(missing) {
  say('Some system packages are missing.')
  if (await hasCommand('apt-get')) {
    const command = ['apt-get', ...installArguments(await namesHere(missing))].join(' ')
    say(`Install them, then run this again:\n\n  sudo apt-get update && sudo ${command}\n`)
    return
  }
  const names = missing.map((alternatives) => alternatives.at(-1))
  say(`Install what your distribution calls these Debian packages, then run this again:`)
  say(`\n  ${[...new Set(names)].join(' ')}\n`)
}

/**
 * Makes sure that the system has what the app, or its tests, need. Installs
 * with apt when it may; else says what to install and ends the process with 1.
 * Does nothing on macOS and Windows, which have all of it.
 * @param {{ forTests?: boolean, forCompiling?: boolean }} [purpose] forCompiling adds a C++ compiler
 */
export async function ensureSystemPackages({ forTests = false, forCompiling = false } = {}) {
  if (process.platform !== 'linux') return
  const purpose = { forTests, forCompiling }
  const missing = await missingPackages(purpose)
  if (missing.length === 0) return
  if (isRoot && (await hasCommand('apt-get'))) {
    await install(missing)
    return
  }
  await explain(missing)
  process.exit(1)
}
