import { mkdir, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { run } from './run-command.mjs'

const scheme = 'app.gatehouse.desktop'
const fileName = 'gatehouse-development.desktop'

const plainArgument = /^[\w@+=:,./-]+$/

/**
 * Quotes an argument for Exec (Desktop Entry Specification, "The Exec key").
 * @param {string} argument
 */
function quoted(argument) {
  // Without a desktop environment xdg-open understands no quotes, so only what needs them has them.
  if (plainArgument.test(argument)) return argument
  const inQuotes = argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')
  // The file format itself takes one level of backslashes away.
  return `"${inQuotes}"`.replaceAll('\\', '\\\\')
}

/**
 * @param {string} electronPath
 * @param {readonly string[]} args
 */
const desktopEntry = (electronPath, args) => `[Desktop Entry]
Type=Application
Name=Gatehouse (development)
Exec=${[electronPath, ...args].map(quoted).join(' ')} %u
MimeType=x-scheme-handler/${scheme};
NoDisplay=true
Terminal=false
`

/**
 * @param {string | undefined} home
 * @returns {{ data: string, env: NodeJS.ProcessEnv }}
 */
function userFolders(home) {
  if (home === undefined) {
    const data = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share')
    return { data, env: process.env }
  }
  const data = join(home, '.local', 'share')
  const config = join(home, '.config')
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: data, XDG_CONFIG_HOME: config }
  return { data, env }
}

/**
 * Makes a Linux desktop open this scheme's addresses with an app that is not
 * packaged, so that a browser finds the way back after a sign-in.
 * @param {{ electronPath: string, args: readonly string[], home?: string }} options
 *   args: all that starts the app again; home: another user's folder than the current one's
 * @returns {Promise<string>} the desktop file
 */
export async function registerSchemeHandler({ electronPath, args, home }) {
  const { data, env } = userFolders(home)
  const applications = join(data, 'applications')
  const path = join(applications, fileName)
  await mkdir(applications, { recursive: true })
  await mkdir(env.XDG_CONFIG_HOME || join(env.HOME ?? homedir(), '.config'), { recursive: true })
  await writeFile(path, desktopEntry(electronPath, args))
  await run('update-desktop-database', [applications], { env })
  await run('xdg-mime', ['default', fileName, `x-scheme-handler/${scheme}`], { env })
  return path
}
