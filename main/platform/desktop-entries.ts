import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A program as a Linux desktop knows it (Desktop Entry Specification). */
export interface DesktopEntry {
  /** Name of its file. */
  readonly id: string
  /** What a person reads; the id where the file names none. */
  readonly name: string
  /** The program that it starts, without its arguments; empty where it starts none. */
  readonly program: string
  /** What it opens: `x-scheme-handler/https`. */
  readonly types: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/** The folders with desktop files, the person's own first (XDG Base Directory Specification). */
function applicationFolders(environment: Environment): readonly string[] {
  const own = environment['XDG_DATA_HOME'] || join(environment['HOME'] ?? '', '.local/share')
  const system = environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share'
  return [own, ...system.split(':')].map((folder) => join(folder, 'applications'))
}

/** @returns the entry that counts, or undefined when there is none of this id */
export async function findDesktopEntry(
  environment: Environment,
  id: string,
): Promise<DesktopEntry | undefined> {
  for (const folder of applicationFolders(environment)) {
    const text = await readFile(join(folder, id), 'utf8').catch(() => undefined)
    if (text !== undefined) return parseDesktopEntry(id, text)
  }
  return undefined
}

/** Every entry that says it opens a type. */
export async function desktopEntriesFor(
  environment: Environment,
  type: string,
): Promise<readonly DesktopEntry[]> {
  const lists = applicationFolders(environment).map((folder) => readdir(folder).catch(() => []))
  const ids = new Set((await Promise.all(lists)).flat().filter((name) => name.endsWith('.desktop')))
  const entries = await Promise.all([...ids].map((id) => findDesktopEntry(environment, id)))
  return entries.filter((entry) => entry !== undefined).filter(({ types }) => types.includes(type))
}

export function parseDesktopEntry(id: string, text: string): DesktopEntry {
  const lines = text.split(/\r?\n/)
  const start = lines.indexOf('[Desktop Entry]') + 1
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('['))
  const group = lines.slice(start, end === -1 ? undefined : end)
  const value = (key: string): string =>
    group
      .map((line) => /^([\w-]+)\s*=\s*(.*)$/.exec(line))
      .find((match) => match?.[1] === key)?.[2]
      ?.trim() ?? ''
  return {
    id,
    name: value('Name') || id,
    program: programOf(value('Exec')),
    types: value('MimeType').split(';').filter(Boolean),
  }
}

/** The first argument of Exec, which may stand in double quotes. */
function programOf(line: string): string {
  const [, quoted, plain = ''] = /^(?:"((?:[^"\\]|\\.)*)"|(\S*))/.exec(line) ?? []
  return quoted?.replaceAll(/\\+(["`$\\])/g, '$1') ?? plain
}
