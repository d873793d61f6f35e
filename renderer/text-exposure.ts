import type { AppListing, ChosenExposure } from '../preload/contract/shapes.ts'
import { words } from './words.ts'

const { exposure } = words

/** Words about how an app sees its tools. */
export const exposureText = {
  ...exposure,
  means: (chosen: ChosenExposure, mode: AppListing['mode']): string =>
    chosen === 'automatic' ? exposure.automatic[mode] : exposure.means[mode],
  /** What the list costs in every conversation, and what it would the other way. */
  cost: ({ mode, tools, allTokens, searchTokens }: AppListing): string =>
    mode === 'all'
      ? exposure.cost.all(tools, allTokens, searchTokens)
      : exposure.cost.search(tools, searchTokens, allTokens),
}
