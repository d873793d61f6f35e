import { preview } from '../../preload/contract/preview.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { Approval } from '../../preload/contract/shapes.ts'
import type { Tool } from '../../registry/define.ts'
import { DESKTOP_ID } from '../apps/desktop-app.ts'
import type { Call } from '../tools/call.ts'
import { approvalFields } from './approval-fields.ts'
import type { ShownIntegrations } from '../shown-integrations.ts'
import type { ParkedCall } from './parked-call.ts'

/** The person’s language. */
export interface ShownLanguage {
  readonly shown: ShownIntegrations
  readonly say: (sentence: Sentence) => string
}

/**
 * A question as the person sees it.
 *
 * @param language in which its sentence is said
 */
export function approvalForWindow(
  { id, call, requestedAt, expiresAt }: ParkedCall,
  workspaceName: string | null,
  language: ShownLanguage,
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
    summary: summaryOf(call, language),
    preview: previewOf(call, language),
    fields: approvalFields(call.arguments),
    isRemembered: call.perform === undefined && app.id !== DESKTOP_ID,
    isEditable: call.perform === undefined,
    requestedAt: new Date(requestedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

/** What would happen. One definition that stumbles over its arguments must not hide every other question. */
export function summaryOf(call: Call, language: ShownLanguage): string {
  const { arguments: args, summary } = call
  if (summary !== undefined) return language.say(summary)
  const said = saidTool(call, language)
  try {
    return said.summarize(args)
  } catch {
    return said.description
  }
}

/** The tool as the person reads it. */
function saidTool({ integration, tool }: Call, { shown }: ShownLanguage): Tool {
  return shown.of(integration).tools.find(({ name }) => name === tool.name) ?? tool
}

/** A picture is a help, the question a must: one that cannot be made, does not fit or shows nothing is left out. */
function previewOf(call: Call, language: ShownLanguage): Approval['preview'] {
  try {
    const made = preview.safeParse(saidTool(call, language).preview(call.arguments)).data
    const said = Object.values(made ?? {}).filter((value) => value !== undefined)
    return made !== undefined && said.length > 1 ? made : null
  } catch {
    return null
  }
}
