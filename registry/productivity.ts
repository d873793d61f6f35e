import type { Integration } from './define.ts'
import { linear } from './productivity/linear.ts'

/** In the order a person sees them. */
export const productivity: readonly Integration[] = [linear]
