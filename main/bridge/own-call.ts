import { defineIntegration, type Tool } from '../../registry/define.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import { newId } from '../identifiers.ts'
import type { Call } from '../tools/call.ts'
import { MANAGE_INTEGRATIONS, manageTool } from './manage-input.ts'
import type { ToolkitChange } from './manage-integrations.ts'

/** Gatehouse itself, where a question or a line of the log names an integration. */
const gatehouse = defineIntegration({
  id: 'gatehouse',
  name: 'Gatehouse',
  category: 'productivity',
  description: 'What apps may do.',
  icon: 'gatehouse.svg',
  auth: [],
  hosts: [],
  tools: [],
})

/** A change of what an app may do, as a call that waits for the person like any other. */
export function ownCall(app: PairedApp, { integration, enabled, details, perform }: ToolkitChange): Call {
  const wide = 'scopes' in details ? ': all its tools, whatever scopes it names' : ''
  const sentence = enabled
    ? `Let ${app.name} use “${integration.name}”${wide}`
    : `Take “${integration.name}” away from ${app.name}`
  return {
    id: newId('call'),
    app,
    integration: gatehouse,
    tool: ownTool(sentence),
    connection: noAccount(app.workspaceId),
    arguments: Object.freeze({ action: enabled ? 'configure' : 'disable', ...details }),
    perform,
  }
}

function ownTool(sentence: string): Tool {
  return {
    ...manageTool,
    name: MANAGE_INTEGRATIONS,
    effect: 'write',
    defaultPolicy: 'ask',
    aliases: [],
    timeoutMs: 0,
    get parameters(): never {
      throw new TypeError('checked before the call was made')
    },
    summarize: () => sentence,
    preview: () => undefined,
    handler: () => Promise.reject(new TypeError('performed by Gatehouse itself')),
  }
}

/** No account is used. */
function noAccount(workspaceId: string): ConnectionRow {
  return {
    id: '',
    workspaceId,
    integrationId: gatehouse.id,
    authType: 'api_key',
    accountId: '',
    accountName: '',
    site: {},
    status: 'active',
    scopes: [],
    connectedAt: 0,
    signedInAt: 0,
    problem: null,
    isDefault: false,
  }
}
