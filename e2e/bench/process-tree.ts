import { readdirSync, readFileSync } from 'node:fs'

/** Ids of a process and of everything it has started, by Linux's /proc. */
export function processTree(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const)
  const tree = [root]
  for (const id of tree) tree.push(...parents.filter(([, parent]) => parent === id).map(([child]) => child))
  return tree
}

/** Memory of a process in MiB, its shared pages counted in part (PSS). */
export function memoryOf(id: number): number {
  const kibibytes = /^Pss:\s+(\d+) kB/m.exec(readProc(id, 'smaps_rollup'))?.[1]
  return Number(kibibytes ?? 0) / 1_024
}

function parentOf(id: number): number {
  // The name may hold anything, so fields are counted from its closing bracket.
  return Number(/.*\) \S (\d+)/s.exec(readProc(id, 'stat'))?.[1] ?? 0)
}

function readProc(id: number, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
