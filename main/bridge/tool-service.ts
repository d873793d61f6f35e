import type { PairedApp } from '../apps/apps.ts'
import type { TokenUse } from '../apps/token-use.ts'
import { CALL_TOOL, innerRequest } from '../exposure/call-tool.ts'
import type { Exposure } from '../exposure/exposure.ts'
import { SEARCH_TOOLS, type SearchTools } from '../exposure/search-tools.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { ToolRequest } from '../tools/prepare-call.ts'
import type { RunAnswer, RunOptions, RunTool } from '../tools/run-tool.ts'
import type { AppLimits } from './app-limits.ts'
import { createTokenCounter } from './count-tokens.ts'
import { MANAGE_INTEGRATIONS } from './manage-input.ts'
import type { ManageIntegrations } from './manage-integrations.ts'
import { GET_RESULT, getResult } from './get-result.ts'

/** What every protocol of the bridge serves: the app's tools and the bridge's own. */
export interface ToolService {
  /** What the app sees, each tool or the search. The same array until something changes. */
  list(app: PairedApp): readonly ListedTool[]
  /** To be called when that list has gone to the app. */
  listSent(app: PairedApp): void
  /** @throws HubError */
  call(app: PairedApp, request: ToolRequest, options: RunOptions): Promise<RunAnswer>
  readonly manage: ManageIntegrations
}

interface ServiceDependencies {
  readonly exposure: Exposure
  readonly runTool: RunTool
  readonly manage: ManageIntegrations
  readonly limits: AppLimits
  readonly search: SearchTools
  readonly tokenUse: Pick<TokenUse, 'add'>
}

export function createToolService(dependencies: ServiceDependencies): ToolService {
  const { exposure, runTool, limits } = dependencies
  const counter = createTokenCounter(dependencies.tokenUse, (app) => exposure.listingOf(app).tokens)
  const manage: ManageIntegrations = (app, input, options) =>
    limits.call(app, () => dependencies.manage(app, input, options))
  const search = (app: PairedApp, input: unknown): Promise<RunAnswer> =>
    limits.call(app, async () => ({
      kind: 'data',
      data: await runTool.withinBudget(app, dependencies.search(app, input)),
    }))
  const call = async (app: PairedApp, request: ToolRequest, options: RunOptions): Promise<RunAnswer> => {
    const name = request.tool.toLowerCase()
    if (name === GET_RESULT) return await getResult(runTool, app, request.arguments, options)
    if (name === MANAGE_INTEGRATIONS) return await manage(app, request.arguments, options)
    return await limits.call(app, () => runTool.run(app, request, options))
  }
  const callOrSearch = async (
    app: PairedApp,
    request: ToolRequest,
    options: RunOptions,
  ): Promise<RunAnswer> => {
    const name = request.tool.toLowerCase()
    const isSearch = name === SEARCH_TOOLS || name === CALL_TOOL
    // To an app that sees all tools these two are unknown, as any other name.
    if (!isSearch || exposure.modeOf(app) !== 'search') return await call(app, request, options)
    if (name === SEARCH_TOOLS) return await search(app, request.arguments)
    return await call(app, innerRequest(request.arguments), options)
  }
  return {
    list: exposure.listOf,
    listSent: counter.listed,
    call: (app, request, options) =>
      counter.call(app, request.arguments, options, () => callOrSearch(app, request, options)),
    manage: (app, input, options) => counter.call(app, input, options, () => manage(app, input, options)),
  }
}
