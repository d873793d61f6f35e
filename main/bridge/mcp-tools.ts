import type { CallToolResult, Tool } from '@modelcontextprotocol/server'
import type { PairedApp } from '../apps/apps.ts'
import type { ListedTool } from '../tools/listing.ts'
import type { RunOptions } from '../tools/run-tool.ts'
import { errorAnswer } from './action-failed.ts'
import { editedSentence, withEditedNote } from './edited-note.ts'
import { knownError } from './http-error.ts'
import type { ToolService } from './tool-service.ts'

/** The app's tools in the words of MCP. */
export interface McpTools {
  /** The same array until something changes. */
  list(app: PairedApp): Tool[]
  /** To be called when that list has gone to the app. */
  listSent(app: PairedApp): void
  /** Never rejects: errors are results, so that the model can read them. */
  call(app: PairedApp, name: string, args: unknown, options: RunOptions): Promise<CallToolResult>
}

export function createMcpTools(service: ToolService): McpTools {
  const listings = new WeakMap<readonly ListedTool[], Tool[]>()
  return {
    list(app) {
      const listed = service.list(app)
      const tools = listings.get(listed) ?? listed.map(mcpTool)
      listings.set(listed, tools)
      return tools
    },
    listSent: service.listSent,
    async call(app, name, args, options) {
      try {
        const answer = await service.call(app, { tool: name, arguments: args }, options)
        if (answer.kind === 'pending') return content(answer.ticket, false)
        return noted(content(answer.data, false), answer.edited)
      } catch (error) {
        return content(errorAnswer(knownError(error)), true)
      }
    },
  }
}

function content(data: unknown, isError: boolean): CallToolResult {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
  return {
    content: [{ type: 'text', text: JSON.stringify(data) ?? 'null' }],
    structuredContent: isObject ? (data as Record<string, unknown>) : { result: data ?? null },
    ...(isError && { isError }),
  }
}

/** The data's own text stays alone in its block: some clients parse it. */
function noted(result: CallToolResult, edited: readonly string[] | undefined): CallToolResult {
  if (edited === undefined) return result
  const structured = withEditedNote(result.structuredContent, edited) as CallToolResult['structuredContent']
  const note = { type: 'text', text: editedSentence(edited) } as const
  return { ...result, content: [...result.content, note], structuredContent: structured }
}

function mcpTool({ name, description, effect, inputSchema, isClosedWorld }: ListedTool): Tool {
  return {
    name,
    description,
    inputSchema: inputSchema as Tool['inputSchema'],
    annotations: {
      readOnlyHint: effect === 'read',
      destructiveHint: effect === 'destructive',
      openWorldHint: isClosedWorld !== true,
    },
  }
}
