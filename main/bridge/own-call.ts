import { defineIntegration, type Tool } from '../../registry/define.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
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
  const { enable, enableWide, disable } = sentences.bridge.own
  const allow = 'scopes' in details ? enableWide : enable
  const summary = enabled ? allow(app.name, integration.name) : disable(integration.name, app.name)
  return {
    id: newId('call'),
    app,
    integration: gatehouse,
    tool: ownTool(summary),
    connection: noAccount(app.workspaceId),
    arguments: Object.freeze({ action: enabled ? 'configure' : 'disable', ...details }),
    perform,
    summary,
  }
}

function ownTool(summary: Sentence): Tool {
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
    summarize: () => String(summary),
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
