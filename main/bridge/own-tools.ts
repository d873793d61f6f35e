import { callToolTool } from '../exposure/call-tool.ts'
import type { OwnTools } from '../exposure/exposure.ts'
import { searchToolsTool } from '../exposure/search-tools.ts'
import { getResultTool } from './get-result.ts'
import { manageTool } from './manage-input.ts'

/** What the bridge itself lists: beside all tools of services, and in their place. */
export const ownTools: OwnTools = {
  all: [getResultTool, manageTool],
  search: [searchToolsTool, callToolTool, getResultTool, manageTool],
}
