/** What a tool does to the world. `destructive` is a write that cannot be undone with the same tools. */
export type Effect = 'read' | 'write' | 'destructive'

/** `auto` runs at once, `ask` needs a person's yes, `block` never runs and is not listed. */
export type Policy = 'auto' | 'ask' | 'block'

export const READ_VERBS: ReadonlySet<string> = new Set([
  'get',
  'list',
  'search',
  'read',
  'find',
  'query',
  'count',
  'fetch',
])

export const WRITE_VERBS: ReadonlySet<string> = new Set([
  'create',
  'update',
  'send',
  'post',
  'add',
  'move',
  'archive',
  'upload',
  'reply',
  'comment',
  'set',
  'assign',
  'close',
  'reopen',
  'merge',
  'modify',
  'append',
  'copy',
  'share',
  'invite',
  'mark',
  'react',
  'upsert',
])

export const DESTRUCTIVE_VERBS: ReadonlySet<string> = new Set([
  'delete',
  'remove',
  'clear',
  'trash',
  'cancel',
  'revoke',
])

const NEW_VERBS: ReadonlySet<string> = new Set(['create', 'add', 'append', 'post', 'send', 'upload'])

/** Whether a tool makes something new, as against changing what is there. */
export function makesNew(integrationId: string, toolName: string): boolean {
  return NEW_VERBS.has(verbOf(integrationId, toolName))
}

/** The verb of `google_calendar_create_event` under the id `google-calendar` is `create`. */
export function verbOf(integrationId: string, toolName: string): string {
  return toolName.slice(integrationId.length + 1).split('_', 1)[0] ?? ''
}

/** An unknown verb counts as a write: when in doubt, ask. */
export function effectOf(integrationId: string, toolName: string): Effect {
  const verb = verbOf(integrationId, toolName)
  if (READ_VERBS.has(verb)) return 'read'
  return DESTRUCTIVE_VERBS.has(verb) ? 'destructive' : 'write'
}

export function defaultPolicyOf(effect: Effect): Policy {
  return effect === 'read' ? 'auto' : 'ask'
}
