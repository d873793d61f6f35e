import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { ListedTool } from '../tools/listing.ts'

export const MANAGE_INTEGRATIONS = 'manage_integrations'

const text = z.string().min(1).max(200)
const appId = { app_id: text.optional() }
const toolkit = text

const actions = {
  configure: z.strictObject({
    ...appId,
    toolkit,
    scopes: z.array(text).max(100).optional(),
    display_name: z.string().trim().min(1).max(80).optional(),
  }),
  disable: z.strictObject({ ...appId, toolkit }),
  list_available: z.strictObject({ ...appId, search: z.string().max(200).optional() }),
  list_connected: z.strictObject({ ...appId }),
  list_tools: z.strictObject({ ...appId, toolkit: toolkit.optional() }),
  execute_action: z.strictObject({
    ...appId,
    tool_name: text,
    params: z.record(z.string(), z.unknown()).default({}),
    user_id: text.optional(),
  }),
} as const

type Action = keyof typeof actions
const ACTIONS = Object.keys(actions) as [Action, ...Action[]]

const request = z.discriminatedUnion('action', [
  actions.configure.extend({ action: z.literal('configure') }),
  actions.disable.extend({ action: z.literal('disable') }),
  actions.list_available.extend({ action: z.literal('list_available') }),
  actions.list_connected.extend({ action: z.literal('list_connected') }),
  actions.list_tools.extend({ action: z.literal('list_tools') }),
  actions.execute_action.extend({ action: z.literal('execute_action') }),
])

export type ManageRequest = z.infer<typeof request>
export type ConfigureRequest = Extract<ManageRequest, { action: 'configure' }>
export type ExecuteRequest = Extract<ManageRequest, { action: 'execute_action' }>

/** @throws HubError INVALID_PARAMS with path and reason of each bad field */
export function parseManageRequest(input: unknown): ManageRequest {
  const parsed = request.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({
    path:
      issue.path.map(String).join('.') ||
      (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'action'),
    reason: issue.message,
  }))
  const first = fields[0]
  const { notValid, fieldNotValid } = sentences.bridge.manage
  const sentence =
    first === undefined
      ? notValid(MANAGE_INTEGRATIONS)
      : fieldNotValid(MANAGE_INTEGRATIONS, first.path, first.reason)
  throw new HubError('INVALID_PARAMS', sentence, { fields })
}

/** As a model sees it: one flat schema, because many clients understand no union at the top. */
export const manageTool: ListedTool = {
  name: MANAGE_INTEGRATIONS,
  description:
    'List, enable and use integrations. configure and disable ask the person; execute_action runs a tool of list_tools.',
  effect: 'write',
  inputSchema: {
    type: 'object',
    properties: {
      action: { type: 'string', enum: ACTIONS },
      app_id: { type: 'string', description: 'Default: this app' },
      toolkit: { type: 'string', description: 'Integration id: gmail' },
      search: { type: 'string', description: 'For list_available' },
      scopes: { type: 'array', items: { type: 'string' }, description: 'For configure' },
      display_name: { type: 'string', description: 'For configure' },
      tool_name: { type: 'string', description: 'For execute_action' },
      params: { type: 'object', description: 'Its arguments' },
      user_id: { type: 'string', description: 'Account, if there are several' },
    },
    required: ['action'],
    additionalProperties: false,
  },
}
