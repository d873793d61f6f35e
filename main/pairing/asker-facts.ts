import type { Apps } from '../apps/apps.ts'
import type { Catalog } from '../tools/catalog.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'
import { plainName, uniqueName } from './app-name.ts'
import type { Asker } from './asker.ts'

/** What Gatehouse itself knows of an asker. */
export interface AskerFacts {
  readonly suggestedName: string
  readonly knownAs: string | null
  /** What it wanted and there is, or what it may use already. */
  readonly wanted: readonly string[]
  /** Where the app will live. */
  readonly workspaceId: string
  /** Null where there is only one workspace. */
  readonly workspaceName: string | null
}

interface FactsDependencies {
  readonly apps: Pick<Apps, 'list'>
  readonly catalog: Pick<Catalog, 'integrations'>
  readonly workspaces: Pick<Workspaces, 'list' | 'currentId'>
}

/** An app is let into the workspace that the window shows; one that was let in before stays where it is. */
export function askerFacts({ apps, catalog, workspaces }: FactsDependencies): (asker: Asker) => AskerFacts {
  return ({ name, wanted, knownAppId }) => {
    const places = workspaces.list()
    const known = places.flatMap(({ id }) => apps.list(id)).find(({ id }) => id === knownAppId)
    const workspaceId = known?.workspaceId ?? workspaces.currentId()
    const place = places.find(({ id }) => id === workspaceId)
    const names = apps.list(workspaceId).map((app) => app.name)
    const existing = catalog.integrations.flatMap(({ id }) => (wanted.includes(id) ? [id] : []))
    return {
      suggestedName: known?.name ?? uniqueName(plainName(name), names),
      knownAs: known?.name ?? null,
      wanted: known === undefined ? existing : [...known.toolkits],
      workspaceId,
      workspaceName: places.length > 1 ? (place?.name ?? null) : null,
    }
  }
}
