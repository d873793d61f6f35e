import { preview } from '../../preload/contract/preview.ts'
import type { Approval } from '../../preload/contract/shapes.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { Call } from '../tools/call.ts'
import { approvalFields } from './approval-fields.ts'
import type { ParkedCall } from './parked-call.ts'

/** A question as the person sees it. */
export function approvalForWindow(
  { id, call, requestedAt, expiresAt }: ParkedCall,
  workspaceName: string | null,
): Approval {
  const { integration, tool, app, connection } = call
  return {
    id,
    appId: app.id,
    appName: app.name,
    workspaceName,
    integrationId: integration.id,
    integrationName: integration.name,
    icon: integration.icon,
    connectionId: connection.id,
    accountName: connection.accountName,
    tool: tool.name,
    effect: tool.effect,
    summary: summaryOf(call),
    preview: previewOf(call),
    fields: approvalFields(call.arguments),
    isRemembered: call.perform === undefined && app.id !== DESKTOP_ID,
    isEditable: call.perform === undefined,
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

/** A picture is a help, the question a must: one that cannot be made, does not fit or shows nothing is left out. */
function previewOf({ tool, arguments: args }: Call): Approval['preview'] {
  try {
    const made = preview.safeParse(tool.preview(args)).data
    const said = Object.values(made ?? {}).filter((value) => value !== undefined)
    return made !== undefined && said.length > 1 ? made : null
  } catch {
    return null
  }
}
