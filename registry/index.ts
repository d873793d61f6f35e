import { communication } from './communication.ts'
import type { Integration } from './define.ts'
import { developerTools } from './developer-tools.ts'
import { productivity } from './productivity.ts'

/** Every integration, in category order. */
export const integrations: readonly Integration[] = [...communication, ...developerTools, ...productivity]
