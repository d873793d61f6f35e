import type { Approval } from '../../preload/contract/shapes.ts'
import type { Call } from '../tools/call.ts'
import { approvalFields } from './approval-fields.ts'
import type { ParkedCall } from './parked-call.ts'

/** A question as the person sees it. */
export function approvalForWindow({ id, call, requestedAt, expiresAt }: ParkedCall): Approval {
  const { integration, tool, app, connection } = call
  return {
    id,
    appId: app.id,
    appName: app.name,
    integrationId: integration.id,
    integrationName: integration.name,
    icon: integration.icon,
    accountName: connection.accountName,
    tool: tool.name,
    effect: tool.effect,
    summary: summaryOf(call),
    fields: approvalFields(call.arguments),
    requestedAt: new Date(requestedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

/** One definition that stumbles over its arguments must not hide every other question. */
function summaryOf({ tool, arguments: args }: Call): string {
  try {
    return tool.summarize(args)
  } catch {
    return tool.description
  }
}
