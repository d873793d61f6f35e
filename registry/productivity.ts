import type { Integration } from './define.ts'
import { airtable } from './productivity/airtable.ts'
import { asana } from './productivity/asana.ts'
import { calendly } from './productivity/calendly.ts'
import { dropbox } from './productivity/dropbox.ts'
import { googleCalendar } from './productivity/google-calendar.ts'
import { googleDrive } from './productivity/google-drive.ts'
import { googleSheets } from './productivity/google-sheets.ts'
import { linear } from './productivity/linear.ts'
import { notion } from './productivity/notion.ts'
import { todoist } from './productivity/todoist.ts'
import { trello } from './productivity/trello.ts'

/** In the order a person sees them. */
export const productivity: readonly Integration[] = [
  googleCalendar,
  googleSheets,
  googleDrive,
  notion,
  linear,
  dropbox,
  airtable,
  asana,
  todoist,
  trello,
  calendly,
]
