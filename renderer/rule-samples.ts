import type { Explanation, Grant } from '../preload/contract/grant.ts'

/** The moment at which the tests of rules' words take place. */
export const NOW = new Date(2026, 10, 22, 12).getTime()

export const inDays = (days: number): string => new Date(NOW + days * 86_400_000).toISOString()

export const grant: Grant = {
  id: 'grt_1',
  appId: 'app_1',
  appName: 'Cursor',
  connectionId: 'con_1',
  accountName: 'ada@example.com',
  integrationId: 'notes',
  tool: 'notes_send_mail',
  scope: 'always',
  madeFrom: 'dialog',
  conditions: [],
  createdAt: inDays(-1),
  lastUsedAt: null,
  timesUsed: 0,
  expiresAt: null,
  usesLeft: null,
  state: 'active',
}

export const explanation: Explanation = {
  tool: 'notes_send_mail',
  effect: 'write',
  verb: 'send',
  object: 'mail',
  policy: 'ask',
  because: 'default',
  appName: null,
  apps: [],
  exceptions: [],
}
