import type { Translation } from '../../translation.ts'
import { airtable } from './airtable.ts'
import { anthropic } from './anthropic.ts'
import { asana } from './asana.ts'
import { bluesky } from './bluesky.ts'
import { calendly } from './calendly.ts'
import { discord } from './discord.ts'
import { dropbox } from './dropbox.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { gmail } from './gmail.ts'
import { googleCalendar } from './google-calendar.ts'
import { googleDrive } from './google-drive.ts'
import { googleSheets } from './google-sheets.ts'
import { hubspot } from './hubspot.ts'
import { huggingFace } from './hugging-face.ts'
import { jira } from './jira.ts'
import { lemonSqueezy } from './lemon-squeezy.ts'
import { linear } from './linear.ts'
import { mailchimp } from './mailchimp.ts'
import { mastodon } from './mastodon.ts'
import { mistral } from './mistral.ts'
import { notion } from './notion.ts'
import { openai } from './openai.ts'
import { outlook } from './outlook.ts'
import { pipedrive } from './pipedrive.ts'
import { sentry } from './sentry.ts'
import { shopify } from './shopify.ts'
import { slack } from './slack.ts'
import { stripe } from './stripe.ts'
import { telegram } from './telegram.ts'
import { todoist } from './todoist.ts'
import { trello } from './trello.ts'
import { vercel } from './vercel.ts'
import { zoom } from './zoom.ts'

/** Every integration as a German reads it, by its id. */
export const german: Readonly<Record<string, Translation>> = {
  airtable,
  anthropic,
  asana,
  bluesky,
  calendly,
  discord,
  dropbox,
  github,
  gitlab,
  gmail,
  'google-calendar': googleCalendar,
  'google-drive': googleDrive,
  'google-sheets': googleSheets,
  hubspot,
  'hugging-face': huggingFace,
  jira,
  'lemon-squeezy': lemonSqueezy,
  linear,
  mailchimp,
  mastodon,
  mistral,
  notion,
  openai,
  outlook,
  pipedrive,
  sentry,
  shopify,
  slack,
  stripe,
  telegram,
  todoist,
  trello,
  vercel,
  zoom,
}
