import type { PairedApp } from '../apps/apps.ts'
import type { Listing, ListedTool } from '../tools/listing.ts'
import type { ToolRequest } from '../tools/prepare-call.ts'
import type { RunAnswer, RunOptions, RunTool } from '../tools/run-tool.ts'
import type { AppLimits } from './app-limits.ts'
import { MANAGE_INTEGRATIONS, manageTool } from './manage-input.ts'
import type { ManageIntegrations } from './manage-integrations.ts'
import { GET_RESULT, getResult, getResultTool } from './get-result.ts'

/** What every protocol of the bridge serves: the app's tools and the bridge's own. */
export interface ToolService {
  /** The same array until something changes. */
  list(app: PairedApp): readonly ListedTool[]
  /** @throws HubError */
  call(app: PairedApp, request: ToolRequest, options: RunOptions): Promise<RunAnswer>
  readonly manage: ManageIntegrations
}

export function createToolService(
  listing: Listing,
  runTool: RunTool,
  manage: ManageIntegrations,
  limits: AppLimits,
): ToolService {
  const complete = new WeakMap<readonly ListedTool[], readonly ListedTool[]>()
  const limitedManage: ManageIntegrations = (app, input, options) =>
    limits.call(app, () => manage(app, input, options))
  return {
    list(app) {
      const tools = listing.of(app)
      const known = complete.get(tools) ?? [...tools, getResultTool, manageTool]
      complete.set(tools, known)
      return known
    },
    async call(app, request, options) {
      const name = request.tool.toLowerCase()
      if (name === GET_RESULT) return await getResult(runTool, app, request.arguments, options)
      if (name === MANAGE_INTEGRATIONS) return await limitedManage(app, request.arguments, options)
      return await limits.call(app, () => runTool.run(app, request, options))
    },
    manage: limitedManage,
  }
}
