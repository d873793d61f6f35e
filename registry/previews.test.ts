import { describe, expect, it } from 'vitest'
// oxlint-disable-next-line no-restricted-imports -- what the window can show is the contract's to say
import { preview as shown } from '../preload/contract/preview.ts'
import { integrations } from './index.ts'
import type { Preview } from './preview.ts'
import { propertySchema, requiredArguments, sample } from './testing/sample-arguments.ts'

const tools = integrations.flatMap((integration) => integration.tools)

function previewOf(name: string, args: Readonly<Record<string, unknown>>): Preview | undefined {
  const tool = tools.find((tool) => tool.name === name)
  return tool?.preview(tool.parameters.parse(args))
}

describe.each(tools.filter(({ effect }) => effect !== 'read').map((tool) => [tool.name, tool] as const))(
  '%s',
  (_, tool) => {
    it('draws nothing, or what the window can show whole', () => {
      const schema = tool.inputSchema
      const all = tool.parameters.safeParse(sample('', propertySchema.parse(schema), 'all')).data
      for (const args of [tool.parameters.parse(requiredArguments(schema)), all]) {
        const picture = args && tool.preview(args)
        if (picture) expect(shown.parse(picture)).toEqual(picture)
      }
    })
  },
)

/** What an argument is called whose value other people will read. */
const SAID = /^(?:body|text|content|markdown|html|comment|message)$/

describe.each(tools.filter(({ effect }) => effect !== 'read').map((tool) => [tool.name, tool] as const))(
  '%s',
  (_, tool) => {
    const { properties = {} } = propertySchema.parse(tool.inputSchema)
    const said = Object.entries(properties).filter(([name]) => SAID.test(name))

    it.runIf(said.length > 0)('shows as a picture what other people will read', () => {
      const words = Object.fromEntries(said.map(([name, schema]) => [name, sample(name, schema)]))
      const needed = { email: 'ada@example.com' }
      const known = Object.entries(needed).filter(([name]) => name in properties)
      const args = { ...requiredArguments(tool.inputSchema), ...words, ...Object.fromEntries(known) }
      expect(tool.preview(tool.parameters.parse(args))).toBeDefined()
    })
  },
)

const recipients = { to: ['a@x.org', 'b@x.org'], cc: ['c@x.org'], bcc: ['d@x.org'] }
const letter = { subject: 'Lunch', body: 'At noon?' }

describe('a mail', () => {
  it.each([
    ['gmail_send_message', {}],
    ['gmail_create_draft', {}],
    ['gmail_update_draft', { draft_id: 'r1' }],
    ['outlook_send_message', {}],
    ['outlook_create_draft', {}],
    ['outlook_update_draft', { draft_id: 'r1' }],
  ])('of %s shows everybody it goes to, also who is hidden from the others', (tool, more) => {
    expect(previewOf(tool, { ...recipients, ...letter, ...more })).toEqual({
      kind: 'mail',
      ...recipients,
      ...letter,
    })
  })

  it('lists a single address too', () => {
    expect(previewOf('gmail_send_message', { to: 'a@x.org', ...letter })).toMatchObject({ to: ['a@x.org'] })
  })

  it('of a draft to nobody yet says so, rather than nothing', () => {
    expect(previewOf('gmail_create_draft', letter)).toMatchObject({ to: [] })
  })

  it('of a changed draft leaves out what stays', () => {
    const picture = previewOf('outlook_update_draft', { draft_id: 'r1', bcc: ['d@x.org'] })
    expect(picture).toEqual({ kind: 'mail', bcc: ['d@x.org'] })
  })

  it('names the message that it answers or passes on', () => {
    const answer = { to: 'a@x.org', ...letter, reply_to_message_id: 'm1' }
    expect(previewOf('gmail_send_message', answer)).toMatchObject({ replyTo: 'm1' })
    expect(previewOf('outlook_reply_message', { message_id: 'm1', body: 'Yes', to_all: true })).toEqual({
      kind: 'mail',
      body: 'Yes',
      replyTo: 'm1',
      replyToAll: true,
    })
    expect(previewOf('outlook_send_forward', { message_id: 'm1', to: ['a@x.org'], comment: 'See' })).toEqual({
      kind: 'mail',
      to: ['a@x.org'],
      body: 'See',
      forwards: 'm1',
    })
  })
})

describe('an event', () => {
  const create = (args: object) => previewOf('google_calendar_create_event', { title: 'Party', ...args })

  it('shows when, where, how often and with whom', () => {
    const times = { start: '2026-03-02T14:00:00+01:00', end: '2026-03-02T15:00:00+01:00' }
    const picture = create({
      ...times,
      time_zone: 'Europe/Berlin',
      location: 'Garden',
      description: 'Bring cake',
      recurrence: ['RRULE:FREQ=YEARLY'],
      attendees: ['a@x.org', 'b@x.org'],
      calendar_id: 'c1',
    })
    expect(picture).toEqual({
      kind: 'event',
      title: 'Party',
      ...times,
      allDay: false,
      timeZone: 'Europe/Berlin',
      location: 'Garden',
      description: 'Bring cake',
      repeats: ['RRULE:FREQ=YEARLY'],
      guests: ['a@x.org', 'b@x.org'],
      calendar: 'c1',
    })
  })

  it.each([
    ['2026-03-02', '2026-03-03', '2026-03-02'],
    ['2026-02-27', '2026-03-02', '2026-03-01'],
    ['2026-03-02', '2026-99-99', '2026-99-99'],
  ])('of whole days from %s, exclusive of %s, ends on %s', (start, end, last) => {
    expect(create({ start, end })).toMatchObject({ allDay: true, start, end: last })
  })

  it('that is changed shows the changes alone', () => {
    const picture = previewOf('google_calendar_update_event', { event_id: 'e1', location: 'Hall' })
    expect(picture).toEqual({ kind: 'event', location: 'Hall' })
  })

  it('made from a sentence claims no title and no time', () => {
    const picture = previewOf('google_calendar_create_event_from_text', { text: 'Lunch at noon' })
    expect(picture).toEqual({ kind: 'event', sentence: 'Lunch at noon' })
  })
})

it.each([
  [
    'google_drive_share_file',
    { file_id: 'f1', type: 'user', role: 'reader', email: 'a@x.org', message: 'Have a look' },
    { kind: 'mail', to: ['a@x.org'], body: 'Have a look' },
  ],
  [
    'google_drive_share_file',
    { file_id: 'f1', type: 'anyone', role: 'reader', message: 'Nobody reads this' },
    undefined,
  ],
  [
    'google_calendar_set_response',
    { event_id: 'e1', response: 'declined', text: 'Sorry' },
    { kind: 'message', place: 'e1: declined', text: 'Sorry' },
  ],
  [
    'slack_send_message',
    { channel_id: 'C1', text: 'Hi', thread_ts: '1.2' },
    { kind: 'message', place: 'C1', text: 'Hi', replyTo: '1.2' },
  ],
  [
    'slack_update_message',
    { channel_id: 'C1', text: 'Hi', ts: '1.2' },
    { kind: 'message', place: 'C1', text: 'Hi', replaces: '1.2' },
  ],
  [
    'discord_send_message',
    { channel_id: '1', content: 'Hi', reply_to: '2' },
    { kind: 'message', place: '1', text: 'Hi', replyTo: '2' },
  ],
  [
    'discord_update_message',
    { channel_id: '1', message_id: '2', content: 'Hi' },
    { kind: 'message', place: '1', text: 'Hi', replaces: '2' },
  ],
  [
    'github_create_issue',
    { owner: 'ada', repo: 'engine', title: 'Bug', body: '**It** fails' },
    { kind: 'document', place: 'ada/engine', title: 'Bug', body: '**It** fails' },
  ],
  [
    'github_create_comment',
    { owner: 'ada', repo: 'engine', issue_number: 7, body: 'Done' },
    { kind: 'document', place: 'ada/engine#7', body: 'Done' },
  ],
  [
    'linear_create_issue',
    { team_id: 't', title: 'Bug', body: 'Fails' },
    { kind: 'document', title: 'Bug', body: 'Fails' },
  ],
  [
    'linear_create_comment',
    { issue_id: 'ENG-1', body: 'Done', parent_id: 'c1' },
    { kind: 'document', place: 'ENG-1', body: 'Done', replyTo: 'c1' },
  ],
  [
    'notion_create_page',
    { title: 'Notes', markdown: '# Hi' },
    { kind: 'document', title: 'Notes', body: '# Hi' },
  ],
  [
    'notion_append_blocks',
    { block_id: 'b1', markdown: '- one' },
    { kind: 'document', place: 'b1', body: '- one' },
  ],
])('%s shows its text and where it goes', (tool, args, picture) => {
  expect(previewOf(tool, args)).toEqual(picture)
})
