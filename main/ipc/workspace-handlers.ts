import { removeApp } from '../apps/remove-app.ts'
import { disconnect } from '../connections/disconnect.ts'
import type { HubParts } from '../hub-parts.ts'
import { deleteWorkspace } from '../workspaces/delete-workspace.ts'
import type { Handlers } from './router.ts'

type WorkspaceRoute = Extract<keyof Handlers, `workspaces.${string}`>

export function workspaceHandlers(parts: HubParts): Pick<Handlers, WorkspaceRoute> {
  const { workspaces, catalog } = parts
  return {
    'workspaces.list': () => [...workspaces.list()],
    'workspaces.create'({ name }) {
      const made = workspaces.create(name)
      workspaces.show(made.id)
      showOther(parts)
      return workspaces.get(made.id)
    },
    'workspaces.rename'({ workspaceId, name }) {
      const renamed = workspaces.rename(workspaceId, name)
      parts.changed('workspaces.changed')
      return renamed
    },
    'workspaces.show'({ workspaceId }) {
      workspaces.show(workspaceId)
      showOther(parts)
      return workspaces.get(workspaceId)
    },
    async 'workspaces.remove'({ workspaceId }) {
      const ended = await deleteWorkspace(
        {
          ...parts,
          removeApp: (appId) => removeApp(parts, appId),
          disconnect: (row) =>
            disconnect(
              parts,
              catalog.integrations.find(({ id }) => id === row.integrationId),
              row,
            ),
        },
        workspaceId,
      )
      showOther(parts)
      return ended
    },
  }
}

/** Everything the window shows is another workspace's now. */
function showOther({ changed }: HubParts): void {
  changed('workspaces.changed')
  changed('catalog.changed')
  changed('apps.changed')
  changed('activity.added')
}
