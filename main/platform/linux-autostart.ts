import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../preload/contract/preferences.ts'
import { LOCALES } from '../../preload/messages/languages.ts'
import { nativeWords } from '../../preload/messages/native.ts'
import type { LoginItem } from './platform.ts'

interface AutostartOptions {
  /** `XDG_CONFIG_HOME`, or the folder it stands for. */
  readonly configFolder: string
  /** What starts this app: never a path that is gone after a restart. */
  readonly command: readonly string[]
}

/** A login item whose command can go out of date. */
interface LinuxAutostart extends LoginItem {
  /** Names the present command where another is named: the app has been moved or updated. */
  refresh(): Promise<void>
}

/** Starts the app with the desktop session, by a desktop file (Desktop Application Autostart Specification). */
export function createLinuxAutostart({ configFolder, command }: AutostartOptions): LinuxAutostart {
  const folder = join(configFolder, 'autostart')
  const path = join(folder, 'gatehouse.desktop')
  const read = async (): Promise<string | undefined> => await readFile(path, 'utf8').catch(() => undefined)
  const isOn = async (): Promise<boolean> => isActive(await read())
  const write = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const temporary = `${path}.${process.pid}.tmp`
    await writeFile(temporary, autostartEntry(command), { mode: 0o600 })
    await rename(temporary, path)
  }
  return {
    isOn,
    async set(on) {
      if (on) await write()
      else await rm(path, { force: true })
    },
    async refresh() {
      const text = await read()
      if (isActive(text) && text !== autostartEntry(command)) await write()
    },
  }
}

/** @param command the program and its arguments */
export function autostartEntry(command: readonly string[]): string {
  const exec = command.map(quoteArgument).join(' ')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Gatehouse',
    ...comments(),
    `Exec=${exec}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** In every language: the desktop shows it in its own, whatever the app speaks. */
function comments(): readonly string[] {
  // Sound: the languages are its keys.
  const languages = Object.keys(LOCALES) as Language[]
  const others = languages.filter((language) => language !== 'en')
  return [
    `Comment=${nativeWords('en').autostart}`,
    ...others.map((language) => `Comment[${language}]=${nativeWords(language).autostart}`),
  ]
}

/** Desktops switch an entry off by a line in it. */
function isActive(text: string | undefined): boolean {
  if (text === undefined) return false
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll(/\s/g, '').toLowerCase())
  return !lines.includes('hidden=true') && !lines.includes('x-gnome-autostart-enabled=false')
}

/** Desktop Entry Specification: quoted for Exec, then escaped as every value of type string is. */
function quoteArgument(argument: string): string {
  const quoted = `"${argument.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`
  return quoted.replaceAll('\\', '\\\\')
}
