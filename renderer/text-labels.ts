import type { ActivityEntry, Connection, Effect, Policy } from '../preload/contract/shapes.ts'

/** Words for what the hub names by a code. */
export const CATEGORIES: Readonly<Record<string, string>> = {
  'ai-ml': 'AI',
  communication: 'Communication',
  'crm-marketing-social': 'CRM, marketing, social',
  'developer-tools': 'Developer tools',
  'finance-ecommerce': 'Finance and shops',
  productivity: 'Productivity',
}

export const OUTCOMES: Readonly<Record<ActivityEntry['outcome'], string>> = {
  started: 'Running',
  succeeded: 'Done',
  failed: 'Failed',
  denied: 'Denied',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  refused: 'Refused',
  unknown: 'Outcome unknown',
}

export const REASONS: Readonly<Record<string, string>> = {
  default: 'Runs without asking',
  'your setting': 'You set the tool to run without asking',
  'app setting': 'You set the tool to run for this app',
  remembered: 'A remembered answer allowed it',
  approved: 'You allowed it',
  denied: 'You denied it',
  withdrawn: 'It was taken back before an answer',
  blocked: 'The tool is blocked',
  locked: 'The vault was locked',
  expired: 'Nobody answered in time',
}

export const EFFECTS: Readonly<Record<Effect, string>> = {
  read: 'Reads',
  write: 'Writes',
  destructive: 'Destructive',
}
export const POLICIES: Readonly<Record<Policy, string>> = { auto: 'Auto', ask: 'Ask', block: 'Block' }
export const POLICY_NOTES: Readonly<Record<Policy, string>> = {
  auto: 'Runs at once',
  ask: 'Runs only after you say yes',
  block: 'Never runs, and apps do not see it',
}
export const STATUSES: Readonly<Record<Connection['status'], string>> = {
  active: 'Connected',
  expired: 'Sign-in expired',
  error: 'Not working',
}
