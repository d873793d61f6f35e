import type { PairedApp } from '../apps/apps.ts'
import type { Listing, ListedTool } from '../tools/listing.ts'
import type { ToolRequest } from '../tools/prepare-call.ts'
import type { RunAnswer, RunOptions, RunTool } from '../tools/run-tool.ts'
import { GET_RESULT, getResult, getResultTool } from './get-result.ts'

/** What every protocol of the bridge serves: the app's tools and the bridge's own. */
export interface ToolService {
  /** The same array until something changes. */
  list(app: PairedApp): readonly ListedTool[]
  /** @throws HubError */
  call(app: PairedApp, request: ToolRequest, options: RunOptions): Promise<RunAnswer>
}

export function createToolService(listing: Listing, runTool: RunTool): ToolService {
  const complete = new WeakMap<readonly ListedTool[], readonly ListedTool[]>()
  return {
    list(app) {
      const tools = listing.of(app)
      const known = complete.get(tools) ?? [...tools, getResultTool]
      complete.set(tools, known)
      return known
    },
    call: (app, request, options) =>
      request.tool.toLowerCase() === GET_RESULT
        ? getResult(runTool, app, request.arguments, options)
        : runTool.run(app, request, options),
  }
}
