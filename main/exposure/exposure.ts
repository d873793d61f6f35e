import type { AppListing } from '../../preload/contract/shapes.ts'
import { toolTokens } from '../../registry/tool-tokens.ts'
import type { PairedApp } from '../apps/apps.ts'
import type { ListedTool, Listing } from '../tools/listing.ts'

/**
 * What a full list may cost before `automatic` takes the search: an eighth of the 32,000 tokens that local models are
 * mostly run with, or about 45 tools, above which models choose worse.
 */
export const SEARCH_ABOVE_TOKENS = 4_000

/** What stands in an app's list beside the services' tools, or in their place. */
export interface OwnTools {
  readonly all: readonly ListedTool[]
  readonly search: readonly ListedTool[]
}

/** How each app sees its tools. */
export interface Exposure {
  modeOf(app: PairedApp): AppListing['mode']
  /** What the app's list holds. The same array until something changes. */
  listOf(app: PairedApp): readonly ListedTool[]
  /** What the list costs, and what it would. */
  listingOf(app: PairedApp): AppListing
}

interface FullList {
  readonly tools: readonly ListedTool[]
  readonly tokens: number
}

export function createExposure(listing: Listing, own: OwnTools): Exposure {
  // The listing hands out the same array until something changes: what is made of it lasts as long.
  const fullLists = new WeakMap<readonly ListedTool[], FullList>()
  const searchTokens = tokensOf(own.search)
  const fullListOf = (app: PairedApp): FullList => {
    const callable = listing.of(app)
    const known = fullLists.get(callable)
    if (known !== undefined) return known
    const tools = [...callable, ...own.all]
    const made = { tools, tokens: tokensOf(tools) }
    fullLists.set(callable, made)
    return made
  }
  const modeOf = (app: PairedApp): AppListing['mode'] => {
    if (app.exposure !== 'automatic') return app.exposure
    return fullListOf(app).tokens > SEARCH_ABOVE_TOKENS ? 'search' : 'all'
  }
  return {
    modeOf,
    listOf: (app) => (modeOf(app) === 'search' ? own.search : fullListOf(app).tools),
    listingOf(app) {
      const mode = modeOf(app)
      const allTokens = fullListOf(app).tokens
      return {
        mode,
        tools: listing.of(app).length,
        tokens: mode === 'search' ? searchTokens : allTokens,
        allTokens,
        searchTokens,
      }
    },
  }
}

function tokensOf(tools: readonly ListedTool[]): number {
  return tools.reduce((sum, tool) => sum + toolTokens(tool), 0)
}
