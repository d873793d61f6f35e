import type { PairedApp } from './apps.ts'

/** What the desktop itself is called in calls and in the activity log. */
export const DESKTOP_ID = 'desktop'

/** Gatehouse's own window as a caller: its calls take the same path as every app's, policies and questions included. */
export function desktopApp(workspaceId: string, integrationId: string): PairedApp {
  return {
    id: DESKTOP_ID,
    name: 'Gatehouse',
    workspaceId,
    createdAt: 0,
    lastSeenAt: null,
    approvalWaitSeconds: 55,
    resultBudgetTokens: 100_000,
    callsPerMinute: 6_000,
    exposure: 'all',
    toolkits: new Set([integrationId]),
  }
}
