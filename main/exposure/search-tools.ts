import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import { CHARACTERS_PER_TOKEN } from '../../registry/tool-tokens.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { Policies } from '../policies/policies.ts'
import type { CatalogTool } from '../tools/catalog.ts'
import type { ListedTool, Listing } from '../tools/listing.ts'
import { parseInput } from './parse-input.ts'
import type { ToolIndex } from './tool-index.ts'

export const SEARCH_TOOLS = 'search_tools'

const USUAL_LIMIT = 5
const MOST = 20
/** Left for what stands around the tools in an answer. */
const FRAME_CHARACTERS = 400

const parameters = z.strictObject({
  query: z.string().min(1).max(1_000),
  limit: z.int().min(1).max(MOST).default(USUAL_LIMIT),
  toolkit: z.string().min(1).max(200).optional(),
})

/** As a model sees it. */
export const searchToolsTool: ListedTool = {
  name: SEARCH_TOOLS,
  description:
    'Find tools of this person’s services (mail, calendar, files, issues …) by what you want to do; then use call_tool. policy "ask": the person approves each call.',
  effect: 'read',
  isClosedWorld: true,
  inputSchema: {
    type: 'object',
    properties: {
      query: { type: 'string', description: 'A deed: send a mail' },
      limit: { type: 'integer', minimum: 1, maximum: MOST, default: USUAL_LIMIT },
      toolkit: { type: 'string', description: 'Integration id: only its tools' },
    },
    required: ['query'],
    additionalProperties: false,
  },
}

interface SearchDependencies {
  readonly index: ToolIndex
  readonly listing: Listing
  readonly policies: Pick<Policies, 'ofApp'>
  /** @throws HubError RESOURCE_NOT_FOUND */
  readonly toolkit: (name: string) => Integration
  readonly hasAccount: (workspaceId: string, integrationId: string) => boolean
}

interface FoundTool {
  readonly name: string
  readonly description: string
  readonly parameters: ListedTool['inputSchema']
  readonly policy: 'auto' | 'ask'
}

/**
 * Searches what the app may call, and nothing else: what is not enabled for it, blocked or without an account is not
 * found. Of its own toolkits without an account it learns that one is missing.
 *
 * @throws HubError INVALID_PARAMS, RESOURCE_NOT_FOUND, INTEGRATIONS_NOT_CONFIGURED
 */
export type SearchTools = (app: PairedApp, input: unknown) => unknown

export function createSearchTools(dependencies: SearchDependencies): SearchTools {
  const { index, listing, policies, toolkit, hasAccount } = dependencies
  const callableOf = createNameLookup(listing)
  return (app, input) => {
    const { query, limit, toolkit: name } = parseInput(SEARCH_TOOLS, parameters, input)
    const scope = name === undefined ? app.toolkits : new Set([enabledToolkit(app, toolkit(name)).id])
    const callable = callableOf(app)
    const found = index.search(
      query,
      limit,
      ({ integration, tool }) => scope.has(integration.id) && callable.has(tool.name),
    )
    const tools = found.flatMap(({ tool }) => {
      const listed = callable.get(tool.name)
      const policy = policies.ofApp(app.workspaceId, app.id, tool)
      return listed === undefined || policy === 'block' ? [] : [foundTool(listed, policy)]
    })
    const bare = new Set([...scope].filter((id) => !hasAccount(app.workspaceId, id)))
    const missing =
      bare.size === 0 ? [] : index.search(query, limit, (found) => bare.has(found.integration.id))
    return answer(withinBudget(tools, app.resultBudgetTokens), tools.length, namesOf(missing))
  }
}

/** The tools of an app by name, made once per list. */
function createNameLookup(listing: Listing): (app: PairedApp) => ReadonlyMap<string, ListedTool> {
  const known = new WeakMap<readonly ListedTool[], ReadonlyMap<string, ListedTool>>()
  return (app) => {
    const tools = listing.of(app)
    const byName = known.get(tools) ?? new Map(tools.map((tool) => [tool.name, tool]))
    known.set(tools, byName)
    return byName
  }
}

function namesOf(found: readonly CatalogTool[]): string[] {
  return [...new Set(found.map(({ integration }) => integration.name))]
}

function enabledToolkit(app: PairedApp, integration: Integration): Integration {
  if (app.toolkits.has(integration.id)) return integration
  throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.tools.notEnabled(integration.name, app.name))
}

function foundTool({ name, description, inputSchema }: ListedTool, policy: 'auto' | 'ask'): FoundTool {
  return { name, description, parameters: inputSchema, policy }
}

/** As many of the best as an answer may hold, at least one. */
function withinBudget(tools: readonly FoundTool[], budgetTokens: number): FoundTool[] {
  let left = budgetTokens * CHARACTERS_PER_TOKEN - FRAME_CHARACTERS
  return tools.filter((tool, place) => {
    left -= JSON.stringify(tool).length + 1
    return place === 0 || left >= 0
  })
}

const NOTHING =
  'No tool that you may call fits. Try other words; manage_integrations with action list_available shows what the person could enable, configure asks them to.'

function answer(tools: readonly FoundTool[], found: number, unconnected: readonly string[]): unknown {
  const hints = [
    ...(tools.length === 0 ? [NOTHING] : []),
    ...(tools.length < found
      ? [`${found - tools.length} more were too long for one answer: ask for less.`]
      : []),
    ...(unconnected.length > 0
      ? [
          `These might fit, but have no account: ${unconnected.join(', ')}. The person connects one in Gatehouse.`,
        ]
      : []),
  ]
  return { tools, ...(hints.length > 0 && { hint: hints.join(' ') }) }
}
