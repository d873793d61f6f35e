import { desktopApp } from '../apps/desktop-app.ts'
import { decideMany } from '../approvals/decide-many.ts'
import { proposeConditions } from '../approvals/propose-conditions.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type TryRoute = 'approvals.get' | 'approvals.decideMany' | 'tools.get' | 'tools.try'

/** What goes beyond a plain yes or no, and calls that the person makes themselves. */
export function tryHandlers(parts: HubParts): Pick<Handlers, TryRoute> {
  return { ...questionHandlers(parts), ...toolHandlers(parts) }
}

function questionHandlers({
  approvals,
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
    'approvals.decideMany'(input) {
      if (input.decision.kind === 'allow_once') vault.refuseLocked()
      return decideMany(approvals, input)
    },
  }
}

function toolHandlers({
  catalog,
  policies,
  runTool,
  platform,
  currentWorkspaceId,
}: HubParts): Pick<Handlers, Extract<TryRoute, `tools.${string}`>> {
  return {
    'tools.get'({ tool: asked }) {
      const { tool } = catalog.tool(asked)
      const { name, description, effect, inputSchema } = tool
      const policy = policies.ofWorkspace(currentWorkspaceId(), tool)
      return { name, description, effect, policy, schema: { ...inputSchema } }
    },
    async 'tools.try'({ tool, arguments: args, connectionId: account }) {
      const { integration, tool: found } = catalog.tool(tool)
      const startedAt = platform.clock.now()
      const app = desktopApp(currentWorkspaceId(), integration.id)
      const answer = await runTool.run(app, { tool: found.name, arguments: args, account })
      if (answer.kind === 'pending') return { kind: 'pending', expiresAt: answer.ticket.expires_at }
      return { kind: 'data', data: answer.data ?? null, durationMs: platform.clock.now() - startedAt }
    },
  }
}
