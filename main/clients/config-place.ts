import { posix, win32 } from 'node:path'
import type { ClientFacts, Place, SystemName } from './client-facts.ts'

/** The person's computer, as far as paths depend on it. */
export interface Surroundings {
  readonly system: SystemName
  readonly home: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Looks at the disk; nothing here changes it. */
export interface Look {
  exists(path: string): boolean
  /** Names in a folder; none when it cannot be read. */
  names(folder: string): readonly string[]
  /** What a small file says, or undefined. */
  read(path: string): string | undefined
}

/** Where the entry goes. */
export interface ConfigPlace {
  readonly path: string
  readonly place: Place
}

/**
 * Finds the file that a client reads: what its variable says; else the first that exists, else the first whose folder
 * exists, else where the client would make it.
 *
 * @returns an absolute path in the words of the system
 */
export function configPlace(client: ClientFacts, around: Surroundings, look: Look): ConfigPlace {
  const candidates = client.places[around.system].flatMap((place) =>
    resolve(place, around, look).map((path) => ({ path, place })),
  )
  const { dirname } = pathsOf(around)
  const ordered =
    candidates.find(({ place }) => place.path.startsWith('{env:')) ??
    candidates.find(({ path }) => look.exists(path)) ??
    candidates.find(({ path }) => look.exists(dirname(path))) ??
    candidates.at(-1)
  if (ordered === undefined) throw new Error(`There is no path for ${client.id} on ${around.system}.`)
  return ordered
}

/** @returns whether something of the client is on this computer */
export function isFound(client: ClientFacts, around: Surroundings, look: Look): boolean {
  const traces = client.traces[around.system].flatMap((path) => resolve({ path }, around, look))
  if (traces.some((path) => look.exists(path))) return true
  return client.programs.some((program) => programPaths(program, around).some((path) => look.exists(path)))
}

/** @returns the paths of this computer that a template stands for */
export function pathsFor(template: string, around: Surroundings, look: Look): readonly string[] {
  return resolve({ path: template }, around, look)
}

/** @returns where a program may lie: in PATH, and where installers put programs that PATH of a desktop lacks */
export function programPaths(program: string, around: Surroundings): readonly string[] {
  const { join, isAbsolute } = pathsOf(around)
  const { environment, home, system } = around
  const listed = (environment['PATH'] ?? environment['Path'] ?? '').split(system === 'win32' ? ';' : ':')
  const usual =
    system === 'win32'
      ? [join(environment['ProgramFiles'] || 'C:\\Program Files', 'nodejs')]
      : ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/snap/bin', join(home, '.local/bin')]
  const folders = [...new Set([...listed.filter((folder) => isAbsolute(folder)), ...usual])]
  const endings = system === 'win32' ? ['.exe', '.cmd'] : ['']
  return folders.flatMap((folder) => endings.map((ending) => join(folder, `${program}${ending}`)))
}

/** @returns the paths that a template stands for: none when what it rests on is not there */
function resolve(place: Place, around: Surroundings, look: Look): readonly string[] {
  const paths = pathsOf(around)
  const [, base = '', rest = ''] = /^\{([^}]+)\}(.*)$/.exec(place.path) ?? []
  if (base === '') return [place.path]
  const root = base === 'pointed' ? pointed(place, around, look) : baseFolder(base, around)
  if (root === undefined || !paths.isAbsolute(root)) return []
  const parts = rest.split('/').filter((part) => part !== '')
  return expand(root, parts, paths.join, look)
}

function expand(
  root: string,
  parts: readonly string[],
  join: (...parts: string[]) => string,
  look: Look,
): readonly string[] {
  const at = parts.findIndex((part) => part.includes('*'))
  if (at < 0) return [join(root, ...parts)]
  const folder = join(root, ...parts.slice(0, at))
  const [start = '', end = ''] = (parts[at] ?? '').split('*')
  return look
    .names(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .toSorted()
    .map((name) => join(folder, name, ...parts.slice(at + 1)))
}

function baseFolder(base: string, around: Surroundings): string | undefined {
  const { join, isAbsolute } = pathsOf(around)
  const { home, environment } = around
  if (base.startsWith('env:')) return environment[base.slice(4)] || undefined
  // The XDG rules: a value that is no absolute path is as none.
  const xdg = (name: string, usual: string): string => {
    const value = environment[name] ?? ''
    return isAbsolute(value) ? value : join(home, usual)
  }
  const bases: Readonly<Record<string, () => string>> = {
    home: () => home,
    xdg: () => xdg('XDG_CONFIG_HOME', '.config'),
    xdgData: () => xdg('XDG_DATA_HOME', '.local/share'),
    support: () => join(home, 'Library/Application Support'),
    appData: () => environment['APPDATA'] || join(home, 'AppData', 'Roaming'),
    localAppData: () => environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
  }
  return bases[base]?.()
}

/** The folder that the client's own note names, if it is there. */
function pointed({ pointedBy }: Place, around: Surroundings, look: Look): string | undefined {
  if (pointedBy === undefined) return undefined
  const [file = ''] = resolve({ path: pointedBy.file }, around, look)
  const text = look.read(file)
  if (text === undefined) return undefined
  const folder = pointedBy.key === undefined ? text.split('\n')[0]?.trim() : valueOf(text, pointedBy.key)
  return folder !== undefined && folder !== '' && look.exists(folder) ? folder : undefined
}

function valueOf(text: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    return typeof found === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

function pathsOf({ system }: Surroundings) {
  return system === 'win32' ? win32 : posix
}
