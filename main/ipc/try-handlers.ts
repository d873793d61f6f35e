import { desktopApp } from '../apps/desktop-app.ts'
import { summaryOf } from '../approvals/approval-for-window.ts'
import { decideMany } from '../approvals/decide-many.ts'
import { editedCall } from '../approvals/edited-call.ts'
import { proposeConditions } from '../approvals/propose-conditions.ts'
import type { HubParts } from '../hub-parts.ts'
import { errorForPerson } from '../tools/call-error.ts'
import type { Handlers } from './router.ts'

type TryRoute = 'approvals.get' | 'approvals.summarize' | 'approvals.decideMany' | 'tools.get' | 'tools.try'

/** What goes beyond a plain yes or no, and calls that the person makes themselves. */
export function tryHandlers(parts: HubParts): Pick<Handlers, TryRoute> {
  return { ...questionHandlers(parts), ...toolHandlers(parts) }
}

function questionHandlers({
  approvals,
  shown,
  say,
  vault,
}: HubParts): Pick<Handlers, Extract<TryRoute, `approvals.${string}`>> {
  return {
    'approvals.get'({ approvalId }) {
      const { tool, arguments: args } = approvals.callOf(approvalId)
      return {
        schema: { ...tool.inputSchema },
        arguments: { ...args },
        proposals: [...proposeConditions(args)],
      }
    },
    async 'approvals.summarize'({ approvalId, arguments: values }) {
      await shown.ready()
      return { summary: summaryOf(editedCall(approvals.callOf(approvalId), values), { shown, say }) }
    },
    'approvals.decideMany'(input) {
      if (input.decision.kind === 'allow_once') vault.refuseLocked()
      return decideMany(approvals, input, say)
    },
  }
}

function toolHandlers({
  catalog,
  policies,
  runTool,
  platform,
  shown,
  currentWorkspaceId,
}: HubParts): Pick<Handlers, Extract<TryRoute, `tools.${string}`>> {
  return {
    async 'tools.get'({ tool: asked }) {
      await shown.ready()
      const { integration, tool } = catalog.tool(asked)
      const { description } = shown.of(integration).tools.find(({ name }) => name === tool.name) ?? tool
      const { name, effect, inputSchema } = tool
      const policy = policies.ofWorkspace(currentWorkspaceId(), tool)
      return { name, description, effect, policy, schema: { ...inputSchema } }
    },
    async 'tools.try'({ tool, arguments: args, connectionId: account }) {
      const { integration, tool: found } = catalog.tool(tool)
      const startedAt = platform.clock.now()
      const app = desktopApp(currentWorkspaceId(), integration.id)
      const call = { tool: found.name, arguments: args, account }
      await shown.ready()
      const answer = await runTool.run(app, call).catch((error: unknown) => {
        throw errorForPerson(error, shown.of(integration))
      })
      if (answer.kind === 'pending') return { kind: 'pending', expiresAt: answer.ticket.expires_at }
      return { kind: 'data', data: answer.data ?? null, durationMs: platform.clock.now() - startedAt }
    },
  }
}
