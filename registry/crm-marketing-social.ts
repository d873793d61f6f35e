import { hubspot } from './crm-marketing-social/hubspot.ts'
import { pipedrive } from './crm-marketing-social/pipedrive.ts'
import type { Integration } from './define.ts'

/** In the order a person sees them. */
export const crmMarketingSocial: readonly Integration[] = [hubspot, pipedrive]
