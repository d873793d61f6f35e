import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { ownsSecretService } from './linux-facts.mjs'
import { say } from './progress.mjs'

const startMilliseconds = 20_000

/**
 * Keeps an unlocked keyring on a session bus, and starts it again when it ends: once in some thousand tests
 * gnome-keyring 42 aborts, and whoever asks for a secret then waits in vain.
 * @param {NodeJS.ProcessEnv} env with the bus and the keyring's XDG_DATA_HOME
 * @param {string} folder for its sockets
 * @param {string} password
 * @returns {Promise<() => void>} lets it end
 */
export async function keepKeyring(env, folder, password) {
  const control = join(folder, 'keyring')
  await mkdir(control, { mode: 0o700 })
  let wanted = true
  let startsLeft = 10
  const start = () => {
    const child = spawnKeyring(env, control, password)
    child.on('exit', (code, signal) => {
      if (!wanted || --startsLeft === 0) return
      say(`gnome-keyring-daemon ended (${signal ?? code}); it is started again.`)
      setTimeout(() => wanted && start(), 100)
    })
  }
  start()
  try {
    await untilOnBus(env)
  } catch (error) {
    wanted = false
    throw error
  }
  return () => (wanted = false)
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} control
 * @param {string} password
 */
function spawnKeyring(env, control, password) {
  const child = spawn(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', '--control-directory', control],
    { env, detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  )
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  child.stdin?.end(password)
  child.unref()
  return child
}

/** @param {NodeJS.ProcessEnv} env */
async function untilOnBus(env) {
  const deadline = Date.now() + startMilliseconds
  while (!(await ownsSecretService(env.DBUS_SESSION_BUS_ADDRESS ?? ''))) {
    if (Date.now() > deadline) throw new Error('gnome-keyring-daemon did not start.')
    await sleep(50)
  }
}
