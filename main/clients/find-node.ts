import type { Look, Surroundings } from './config-place.ts'
import { pathsFor, programPaths } from './config-place.ts'

/** The oldest Node.js that runs the stdio program. */
export const OLDEST_NODE = 20

/** A Node.js on this computer. */
export interface FoundNode {
  readonly path: string
  /** It belongs to a version manager, which removes it together with that version. */
  readonly isManaged: boolean
}

interface FindNode {
  readonly around: Surroundings
  readonly look: Look
  /** @returns what `--version` prints, or undefined when it is no program that runs */
  readonly version: (path: string) => Promise<string | undefined>
}

/** Where version managers keep the real programs; what they put into PATH are shims that work in their shells only. */
const MANAGED = [
  '{home}/.nvm/versions/node/v*/bin/node',
  '{home}/.volta/tools/image/node/*/bin/node',
  '{xdgData}/fnm/node-versions/v*/installation/bin/node',
  '{home}/.asdf/installs/nodejs/*/bin/node',
  '{xdgData}/mise/installs/node/*/bin/node',
  '{appData}/nvm/v*/node.exe',
]

/**
 * Paths that end with a mount, a shell, a download or a project: never written into a file that outlives them.
 * `/shims/` and `.volta/bin` are programs that only work where their manager is set up.
 */
const DYING =
  /[\\/](?:\.mount_[^\\/]*|AppTranslocation|fnm_multishells|node_modules|shims)[\\/]|^\/(?:tmp|var\/tmp|run\/user|private\/(?:tmp|var\/folders)|var\/folders|Volumes|dev\/shm)\/|[\\/]\.volta[\\/]bin[\\/]/i

/** @returns whether a path must not be written down, because what it leads to will soon be gone */
export function isDying(path: string, { environment }: Pick<Surroundings, 'environment'>): boolean {
  const temporary = ['TMPDIR', 'TEMP', 'TMP'].flatMap((name) => environment[name] || [])
  return DYING.test(path) || temporary.some((folder) => isInside(path, folder))
}

function isInside(path: string, folder: string): boolean {
  const bare = folder.replace(/[\\/]+$/, '')
  return bare !== '' && path.startsWith(bare) && /^[\\/]/.test(path.slice(bare.length))
}

/** Looks for a Node.js that stays where it is: first the system's, then those of version managers. */
export async function findNode({ around, look, version }: FindNode): Promise<FoundNode | undefined> {
  const isUsable = async (path: string): Promise<boolean> => {
    if (path.endsWith('.cmd') || isDying(path, around) || !look.exists(path)) return false
    const [, major] = /^v(\d+)\./.exec((await version(path)) ?? '') ?? []
    return Number(major ?? 0) >= OLDEST_NODE
  }
  const managed = MANAGED.flatMap((path) => pathsFor(path, around, look)).toSorted(byVersion)
  for (const path of programPaths('node', around)) {
    if (managed.includes(path) || isManagedPath(path)) continue
    if (await isUsable(path)) return { path, isManaged: false }
  }
  for (const path of managed) if (await isUsable(path)) return { path, isManaged: true }
  return undefined
}

function isManagedPath(path: string): boolean {
  return /[\\/](?:\.nvm|\.volta|\.asdf|fnm|mise|nvm)[\\/]/.test(path)
}

/** The newest first. */
function byVersion(one: string, other: string): number {
  return other.localeCompare(one, 'en', { numeric: true })
}
