import type { SignIn } from './shapes.ts'

/** What the main process tells the window. `*.changed` without a body means: ask again. */
export interface HubEvents {
  'catalog.changed': Record<string, never>
  'signIn.changed': SignIn
  /** An account stopped working: main tells the person, once. */
  'connection.ended': { readonly integrationName: string; readonly accountName: string }
  'apps.changed': Record<string, never>
  'workspaces.changed': Record<string, never>
  'approvals.changed': Record<string, never>
  'pairings.changed': Record<string, never>
  'activity.added': Record<string, never>
  'tokenUse.changed': Record<string, never>
  /** How far work on the whole log has come, in lines. */
  'activity.progress': { readonly job: 'verify' | 'export'; readonly done: number; readonly total: number }
  'bridge.changed': Record<string, never>
  'vault.changed': Record<string, never>
  'preferences.changed': Record<string, never>
  'network.changed': Record<string, never>
  /** Main asks the window to show a screen. */
  'window.show': { screen: 'catalog' | 'apps' | 'activity' }
}

export type HubEventName = keyof HubEvents
