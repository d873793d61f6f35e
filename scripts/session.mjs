import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { hasDisplay } from './linux-facts.mjs'
import { say } from './progress.mjs'
import { projectRoot } from './project-paths.mjs'
import { exitCodeOf } from './run-command.mjs'
import { endSession, sessionMark, startBus, startDisplay } from './session-helpers.mjs'
import { keepKeyring } from './session-keyring.mjs'

/**
 * @typedef {object} SessionOptions
 * @property {'own' | 'private'} [keyring] `own`: the user's, else a lasting one of this project's;
 *   `private`: a display, a bus, a keyring and a home of its own, gone at the end
 * @property {NodeJS.ProcessEnv} [env] added to the command's environment
 */

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Folders of a user who has just been created.
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function freshHome(folder) {
  const home = join(folder, 'home')
  const runtime = join(folder, 'runtime')
  const folders = {
    HOME: home,
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_RUNTIME_DIR: runtime,
  }
  for (const path of Object.values(folders)) await mkdir(path, { recursive: true, mode: 0o700 })
  return { ...folders, GNOME_KEYRING_CONTROL: undefined, XDG_CURRENT_DESKTOP: undefined }
}

/**
 * Where a machine without a keychain keeps this project's secrets. The password
 * beside the keyring protects no more than the folder's permissions do.
 * @returns {Promise<{ folder: string, password: string }>}
 */
async function lastingKeyring() {
  const data = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
  const folder = join(data, 'gatehouse-dev', 'keyring')
  const passwordFile = join(folder, 'password')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fresh = randomBytes(24).toString('hex')
  await writeFile(passwordFile, fresh, { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  return { folder, password: await readFile(passwordFile, 'utf8') }
}

/**
 * What a command needs of a desktop, and how to let go of it.
 * @typedef {{ env: NodeJS.ProcessEnv, release: () => void }} Prepared
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @param {boolean} isPrivate
 * @returns {Promise<Prepared>}
 */
async function addKeyring(env, folder, isPrivate) {
  if (!isPrivate && env.DBUS_SESSION_BUS_ADDRESS) return { env, release: () => {} }
  const withBus = { ...env, ...(await startBus(env, isPrivate ? folder : undefined)) }
  if (isPrivate) return { env: withBus, release: await keepKeyring(withBus, folder, 'private') }
  const keyring = await lastingKeyring()
  say(`No session bus found: secrets go to a keyring in ${keyring.folder}`)
  const keyringEnv = { ...withBus, XDG_DATA_HOME: keyring.folder }
  return { env: withBus, release: await keepKeyring(keyringEnv, folder, keyring.password) }
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @param {boolean} isPrivate
 */
async function prepare(env, folder, isPrivate) {
  const home = isPrivate ? await freshHome(folder) : {}
  const base = { ...env, ...home }
  const display = isPrivate || !hasDisplay() ? await startDisplay(base, folder) : {}
  return addKeyring({ ...base, ...display }, folder, isPrivate)
}

/**
 * Runs a command, passing signals on to it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function runPassingSignals(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: 'inherit' })
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      // A terminal has sent Ctrl-C to the command already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of passedOn) process.on(signal, passOn)
    const stopListening = () => {
      for (const signal of passedOn) process.off(signal, passOn)
    }
    child.on('error', (error) => (stopListening(), reject(error)))
    child.on('exit', (code, signal) => (stopListening(), resolve(exitCodeOf(code, signal))))
  })
}

/**
 * Runs a command where it finds a display and a keychain, starting what is
 * missing and ending it afterwards. On macOS and Windows it just runs it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SessionOptions} [options]
 * @returns {Promise<number>} the command's exit code
 */
export async function inDesktopSession(command, args, { keyring = 'own', env = {} } = {}) {
  // Some editors' terminals set this variable, with which Electron would open no window.
  const given = { ...process.env, ELECTRON_RUN_AS_NODE: undefined, ...env }
  if (process.platform !== 'linux') return runPassingSignals(command, args, given)
  const mark = randomUUID()
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-session-'))
  const ignore = () => {}
  // Until everything is cleaned up, a signal must not end this process.
  for (const signal of passedOn) process.on(signal, ignore)
  try {
    const isPrivate = keyring === 'private'
    const prepared = await prepare({ ...given, [sessionMark]: mark }, folder, isPrivate)
    try {
      return await runPassingSignals(command, args, prepared.env)
    } finally {
      prepared.release()
    }
  } finally {
    await endSession(mark)
    await rm(folder, { recursive: true, force: true })
    for (const signal of passedOn) process.off(signal, ignore)
  }
}
