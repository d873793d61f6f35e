import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { googleCalendar } from './google-calendar.ts'

const times = { start: '2026-05-04T10:00:00Z', end: '2026-05-04T11:00:00Z' }
const place = { calendar_id: 'primary', event_id: 'e1' }

describe('google-calendar', () => {
  it('asks for a Google Meet under a new id each time: a repeated id is ignored', async () => {
    const args = { title: 'Call', ...times, add_meet: true }
    const sent = [1, 2].map(async () => {
      const { requests } = await callTool(
        googleCalendar,
        'google_calendar_create_event',
        args,
        jsonResponse({ id: 'e1' }),
      )
      return requests[0]
    })
    const [first, second] = await Promise.all(sent)
    expect(first?.query).toEqual({ sendUpdates: 'all', conferenceDataVersion: '1' })
    expect(first?.body).toMatchObject({
      conferenceData: { createRequest: { conferenceSolutionKey: { type: 'hangoutsMeet' } } },
    })
    expect(first?.body).not.toEqual(second?.body)
  })

  it('turns an all-day event into one with a time, which needs the day taken away', async () => {
    const answer = jsonResponse({ id: 'e1' })
    const args = { event_id: 'e1', start: times.start }
    const { requests } = await callTool(googleCalendar, 'google_calendar_update_event', args, answer)
    expect(requests[0]?.body).toEqual({ start: { date: null, dateTime: times.start } })
  })

  it.each([
    ['google_calendar_update_event', 'No field to change'],
    ['google_calendar_update_attendees', 'Nobody to add or remove'],
  ])('%s sends nothing when there is nothing to change', async (name, reason) => {
    await expect(callTool(googleCalendar, name, { event_id: 'e1' })).rejects.toThrow(reason)
  })

  it('does not write back a list of attendees that Google cut short', async () => {
    const answer = jsonResponse({ id: 'e1', attendees: [{ email: 'a@b.c' }], attendeesOmitted: true })
    const args = { event_id: 'e1', add: ['d@e.f'] }
    const change = callTool(googleCalendar, 'google_calendar_update_attendees', args, answer)
    await expect(change).rejects.toMatchObject({ status: 403 })
  })

  it('does not answer an invitation that the account did not get', async () => {
    const args = { event_id: 'e1', response: 'accepted' }
    const answer = jsonResponse({ id: 'e1', attendees: [{ email: 'bob@example.com' }] })
    const respond = callTool(googleCalendar, 'google_calendar_set_response', args, answer)
    await expect(respond).rejects.toThrow('not among the attendees')
  })

  it('names twenty attendees in a row and counts the others', async () => {
    const attendees = Array.from({ length: 25 }, (_, index) => ({ email: `p${index}@example.com` }))
    const answer = jsonResponse({ items: [{ id: 'e1', attendees }] })
    const args = { time_min: '2026-05-01T00:00:00Z' }
    const { result } = await callTool(googleCalendar, 'google_calendar_list_events', args, answer)
    expect(result).toMatchObject({ events: [{ attendee_count: 25 }] })
    expect(JSON.stringify(result).match(/@example/g)).toHaveLength(20)
  })

  it('reads a long description on from offset', async () => {
    const answer = () => jsonResponse({ id: 'e1', description: `${'a'.repeat(10_000)}end` })
    const read = (offset: number) =>
      callTool(googleCalendar, 'google_calendar_get_event', { event_id: 'e1', offset }, answer())
    expect((await read(0)).result).toMatchObject({ next_offset: 10_000, total_chars: 10_003 })
    expect((await read(10_000)).result).toEqual({ id: 'e1', description: 'end', total_chars: 10_003 })
  })

  it.each([
    [401, 'Invalid Credentials', 401, {}, undefined],
    [404, 'Not Found', 404, {}, undefined],
    [410, 'Resource has been deleted', 410, {}, undefined],
    [429, 'Rate Limit Exceeded', 429, { 'retry-after': '7' }, 7],
    [403, 'Rate Limit Exceeded', 429, { 'retry-after': '7' }, 7],
  ])('passes HTTP %i “%s” on as %i', async (code, message, status, headers, retryAfterSeconds) => {
    const body = { error: { errors: [{ domain: 'global', reason: 'r', message }], code, message } }
    const answer = jsonResponse(body, { status: code, headers })
    const call = callTool(googleCalendar, 'google_calendar_delete_event', { event_id: 'e1' }, answer)
    await expect(call).rejects.toMatchObject({ status, reason: message, retryAfterSeconds })
  })

  it.each([
    [
      'google_calendar_create_event',
      { title: 'Review', ...times, attendees: ['bob@example.com', 'cy@example.com'] },
      `Create the event “Review” at “${times.start}” and invite “bob@example.com, cy@example.com”`,
    ],
    [
      'google_calendar_create_event',
      { title: 'Run', ...times },
      `Create the event “Run” at “${times.start}”`,
    ],
    [
      'google_calendar_update_event',
      { ...place, title: 'T', start: times.start },
      'Change title and start of the event “e1”',
    ],
    [
      'google_calendar_update_attendees',
      { ...place, add: ['a@b.c'], remove: ['d@e.f'] },
      'Change the guests of the event “e1”, invite “a@b.c”, take off “d@e.f”',
    ],
    [
      'google_calendar_set_response',
      { ...place, response: 'declined' },
      'Answer “declined” to the event “e1”',
    ],
    ['google_calendar_delete_event', place, 'Delete the event “e1” from the calendar “primary”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(googleCalendar.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it('asks before a deletion as before something that cannot be undone', () => {
    const tool = googleCalendar.tools.find(({ name }) => name === 'google_calendar_delete_event')
    expect(tool).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
  })

  it('names the account by its e-mail address, which its primary calendar has for an id', async () => {
    const { context, requests } = fakeContext(googleCalendar, [jsonResponse({ id: 'ada@example.com' })])
    const account = await googleCalendar.account.identify(context)
    expect(account).toEqual({ id: 'ada@example.com', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toBe('https://www.googleapis.com/calendar/v3/calendars/primary')
  })

  it('asks for a refresh token, and comes back to this computer', () => {
    expect(googleCalendar.auth[0]).toMatchObject({
      authorizeParams: { access_type: 'offline', prompt: 'consent' },
      redirect: { host: '127.0.0.1' },
      clientSecret: 'required',
    })
  })
})
