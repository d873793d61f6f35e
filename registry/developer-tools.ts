import type { Integration } from './define.ts'
import { github } from './developer-tools/github.ts'

/** In the order a person sees them. */
export const developerTools: readonly Integration[] = [github]
