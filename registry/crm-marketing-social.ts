import { bluesky } from './crm-marketing-social/bluesky.ts'
import { hubspot } from './crm-marketing-social/hubspot.ts'
import { mailchimp } from './crm-marketing-social/mailchimp.ts'
import { mastodon } from './crm-marketing-social/mastodon.ts'
import { pipedrive } from './crm-marketing-social/pipedrive.ts'
import type { Integration } from './define.ts'

/** In the order a person sees them. */
export const crmMarketingSocial: readonly Integration[] = [hubspot, pipedrive, mailchimp, mastodon, bluesky]
