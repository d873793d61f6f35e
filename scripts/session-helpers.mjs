import { spawn } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { exists } from './atomic-folder.mjs'
import { hasCommand } from './linux-facts.mjs'
import { writeXAuthority } from './x-authority.mjs'

const systemBus = '/run/dbus/system_bus_socket'
const screen = '1440x900x24'
const startMilliseconds = 20_000

/** Every process of a session carries this variable, so that all of them can be found at the end. */
export const sessionMark = 'GATEHOUSE_SESSION'

/**
 * @param {string} what
 * @param {Promise<string>} promise
 */
const inTime = (what, promise) =>
  Promise.race([
    promise,
    sleep(startMilliseconds, undefined, { ref: false }).then(() => {
      throw new Error(`${what} did not start within ${startMilliseconds / 1000} s.`)
    }),
  ])

/**
 * The start of a command line that also ends when this process is killed.
 * @param {string} command
 */
async function untilWeDie(command) {
  const canBind = await hasCommand('setpriv')
  return canBind ? ['setpriv', '--pdeathsig', 'TERM', command] : [command]
}

/**
 * Starts a helper that writes one line to its file descriptor 3 when it is ready.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} that line
 */
async function startAndRead(command, args, env) {
  const [program = command, ...before] = await untilWeDie(command)
  // In a process group of its own, Ctrl-C reaches it only through us, after the app has ended.
  const child = spawn(program, [...before, ...args], {
    env,
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const line = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`${command} could not be started.`)))
    child.stdio[3]?.once('data', (data) => resolve(String(data).trim()))
  })
  child.unref()
  return inTime(command, line)
}

/**
 * Starts an invisible X display.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder
 * @returns {Promise<NodeJS.ProcessEnv>} what programs need to use it
 */
export async function startDisplay(env, folder) {
  const authority = join(folder, 'x-authority')
  await writeXAuthority(authority)
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', authority]
  const number = await startAndRead('Xvfb', args, env)
  return {
    DISPLAY: `:${number}`,
    XAUTHORITY: authority,
    WAYLAND_DISPLAY: undefined,
    XDG_SESSION_TYPE: 'x11',
    // Nobody reads an invisible screen aloud.
    NO_AT_BRIDGE: '1',
  }
}

/**
 * A bus on which nothing starts by itself: a test's keyring that has ended must not be followed by one that asks
 * for a password.
 * @param {string} folder
 */
async function plainBus(folder) {
  const path = join(folder, 'bus.conf')
  await writeFile(
    path,
    `<busconfig><type>session</type><listen>unix:dir=${folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`,
  )
  return `--config-file=${path}`
}

/**
 * Starts a session bus.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [folder] for a bus on which nothing starts by itself; else the desktop's usual one
 * @returns {Promise<NodeJS.ProcessEnv>} what programs need to use it
 */
export async function startBus(env, folder) {
  const kind = folder === undefined ? '--session' : await plainBus(folder)
  const args = [kind, '--nofork', '--nopidfile', '--print-address=3']
  const address = await startAndRead('dbus-daemon', args, env)
  // Chromium complains loudly where there is no system bus, as in a container.
  const system = (await exists(systemBus)) ? {} : { DBUS_SYSTEM_BUS_ADDRESS: address }
  return { DBUS_SESSION_BUS_ADDRESS: address, ...system }
}

/**
 * @param {string} mark
 * @returns {Promise<number[]>} the processes of a session
 */
async function processesOf(mark) {
  const wanted = `${sessionMark}=${mark}`
  const found = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue
    const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '')
    if (environment.split('\0').includes(wanted)) found.push(Number(name))
  }
  return found
}

/**
 * @param {readonly number[]} processIds
 * @param {NodeJS.Signals} signal
 */
function signalAll(processIds, signal) {
  for (const id of processIds) {
    try {
      process.kill(id, signal)
    } catch {
      // It has ended by itself meanwhile.
    }
  }
}

/**
 * Ends every process that still carries a session's mark.
 * @param {string} mark
 */
export async function endSession(mark) {
  const deadline = Date.now() + 3_000
  while (Date.now() < deadline) {
    const left = await processesOf(mark)
    if (left.length === 0) return
    signalAll(left, 'SIGTERM')
    await sleep(100)
  }
  signalAll(await processesOf(mark), 'SIGKILL')
}
