import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

import { run } from './run-command.mjs'

// Unprivileged users often have no sbin on PATH, where ldconfig lives.
const searchPath = [process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter)

export const isRoot = process.getuid?.() === 0

export const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/** @param {string} name */
export async function hasCommand(name) {
  for (const folder of searchPath.split(delimiter)) {
    const found = await access(join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return true
  }
  return false
}

/** @returns {Promise<(soname: string) => boolean>} whether a shared library can be loaded */
export async function sharedLibraries() {
  const env = { ...process.env, PATH: searchPath }
  const listing = await run('ldconfig', ['-p'], { env }).catch(() => undefined)
  // Some systems have no such list; Electron itself then says what it lacks.
  if (listing === undefined) return () => true
  const names = new Set(listing.split('\n').map((line) => line.trim().split(' ', 1)[0]))
  return (soname) => names.has(soname)
}

/**
 * Whether a Debian package is installed.
 * @param {string} name
 */
export async function hasPackage(name) {
  const status = await run('dpkg-query', ['-W', '-f', '${db:Status-Status}', name]).catch(() => '')
  return status === 'installed'
}

/**
 * Asks the message bus of the session whether it offers a keychain.
 * @param {string} address of a session bus
 */
export async function offersSecretService(address) {
  const answer = await run('dbus-send', [
    `--bus=${address}`,
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.ListActivatableNames',
  ]).catch(() => '')
  return answer.includes('"org.freedesktop.secrets"') || ownsSecretService(address)
}

/**
 * Whether a keychain is running on a session bus now.
 * @param {string} address
 */
export async function ownsSecretService(address) {
  const answer = await run('dbus-send', [
    `--bus=${address}`,
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]).catch(() => '')
  return answer.includes('boolean true')
}
