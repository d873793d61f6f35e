import { join } from 'node:path'
import type { HubParts } from '../hub-parts.ts'
import { createTakenRows } from '../undo/taken-rows.ts'
import type { Handlers } from './router.ts'

type PreferenceRoute =
  | Extract<keyof Handlers, `${'preferences' | 'network' | 'program' | 'palette' | 'undo'}.${string}`>
  | 'bridge.locate'
  | 'bridge.restart'

/** What belongs to the program itself and not to one of its parts. */
export function preferenceHandlers(parts: HubParts): Pick<Handlers, PreferenceRoute> {
  const { bridge, catalog, platform, preferences, reach } = parts
  return {
    ...undoHandlers(parts),
    'preferences.read': () => preferences.read(),
    'preferences.setTheme': ({ theme }) => preferences.setTheme(theme),
    'preferences.setLanguage': ({ language }) => preferences.setLanguage(language),
    'preferences.setStartsAtLogin': ({ on }) => preferences.setStartsAtLogin(on),
    'preferences.endFirstRun': () => preferences.endFirstRun(),
    'network.check': () => ({ isLost: reach.isLost() }),
    'palette.listTools': () =>
      catalog.integrations.flatMap(({ id, tools }) =>
        tools.map(({ name }) => ({ tool: name, integrationId: id })),
      ),
    'bridge.locate': () => ({
      ...bridge.place(),
      discoveryFile: join(platform.dataFolder, 'bridge.json'),
    }),
    async 'bridge.restart'() {
      await bridge.stop()
      await bridge.start()
      return {}
    },
    'program.quit'() {
      platform.quit()
      return {}
    },
  }
}

function undoHandlers(parts: HubParts): Pick<Handlers, Extract<PreferenceRoute, `undo.${string}`>> {
  const { apps, currentWorkspaceId, database, grants, platform, changed } = parts
  const revoked = createTakenRows(database, platform.clock, 'grants', ['id'])
  const disabled = createTakenRows(database, platform.clock, 'app_toolkits', ['app_id', 'integration_id'])
  return {
    'undo.rememberGrant'({ grantId }) {
      if (grants.get(grantId).workspaceId === currentWorkspaceId()) revoked.remember([grantId])
      return {}
    },
    'undo.restoreGrant'({ grantId }) {
      revoked.restore([grantId])
      changed('apps.changed')
      return {}
    },
    'undo.rememberToolkit'({ appId, integrationId }) {
      if (apps.get(appId).workspaceId === currentWorkspaceId()) disabled.remember([appId, integrationId])
      return {}
    },
    'undo.restoreToolkit'({ appId, integrationId }) {
      disabled.restore([appId, integrationId])
      // It is there already: this only has the app read anew.
      apps.setToolkit(appId, integrationId, true)
      changed('apps.changed')
      return {}
    },
  }
}
