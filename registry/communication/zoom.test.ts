import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { zoom } from './zoom.ts'

const tool = (name: string) => zoom.tools.find((candidate) => candidate.name === name)

describe('who a Zoom account belongs to', () => {
  it.each([
    ['https://us05web.zoom.us/j/6352635623?pwd=x', { site: { web: 'us05web' } }],
    ['https://acme.zoom.us/j/6352635623', { site: { web: 'acme' } }],
    ['https://zoom.us/j/6352635623', {}],
    ['https://acme.zoom.us.evil.example/j/1', {}],
    [undefined, {}],
  ])('is asked, and where %s lies is where its files may be fetched', async (personal_meeting_url, site) => {
    const user = { id: 'zJKyaiAyTNC', email: 'jchill@example.com', type: 2, personal_meeting_url }
    const { context, requests } = fakeContext(zoom, [jsonResponse(user)])
    expect(await zoom.account.identify(context)).toEqual({
      id: 'zJKyaiAyTNC',
      name: 'jchill@example.com',
      ...site,
    })
    expect(requests.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'GET https://api.zoom.us/v2/users/me',
    ])
  })
})

describe('the ways into Zoom', () => {
  const [browser, account] = zoom.auth

  it('sign in as a public client at an own address, and ask for no scope: Zoom takes them from the app', () => {
    expect(browser).toMatchObject({
      type: 'oauth2',
      scopes: [],
      redirect: { host: '127.0.0.1' },
      clientAuthentication: 'client_secret_basic',
      revoke: { url: 'https://zoom.us/oauth/revoke', authorization: 'client_basic' },
    })
  })

  it('exchange an account’s credentials with the client in the header', () => {
    expect(account).toMatchObject({
      type: 'client_credentials',
      exchange: {
        url: 'https://zoom.us/oauth/token',
        parameters: { grant_type: 'account_credentials', account_id: '{account_id}' },
        basic: { user: '{client_id}', password: '{client_secret}' },
      },
      send: { in: 'header', name: 'authorization', value: 'Bearer {access_token}' },
    })
  })
})

describe('zoom', () => {
  it('does not send an update without a field', async () => {
    const refused = callTool(zoom, 'zoom_update_meeting', { meeting_id: '1', occurrence_id: '2' })
    await expect(refused).rejects.toThrow('No field to change')
  })

  it.each([
    [401, { code: 124, message: 'Invalid access token.' }],
    [404, { code: 3001, message: 'Meeting does not exist: 97763643886.' }],
    [400, { code: 200, message: 'Only available for paid account: abc.' }],
  ])('hands a refusal %i on in the words of Zoom', async (status, body) => {
    const refused = callTool(zoom, 'zoom_get_meeting', { meeting_id: '1' }, jsonResponse(body, { status }))
    await expect(refused).rejects.toMatchObject({ status, reason: body.message })
  })

  it('names the field that Zoom does not accept', async () => {
    const errors = [{ field: 'start_time', message: 'Invalid field.' }]
    const body = { code: 300, message: 'Validation Failed.', errors }
    const refused = callTool(zoom, 'zoom_create_meeting', { topic: 'x' }, jsonResponse(body, { status: 400 }))
    await expect(refused).rejects.toMatchObject({ status: 400, reason: 'Validation Failed.: Invalid field.' })
  })

  it('passes a daily limit on with the time to wait, which Zoom gives as a moment', async () => {
    const moment = new Date(Date.now() + 90_000).toISOString()
    const headers = { 'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-remaining': '0', 'retry-after': moment }
    const message = 'You have reached the maximum daily rate limit for this API.'
    const limited = jsonResponse({ code: 429, message }, { status: 429, headers })
    const refused = callTool(zoom, 'zoom_list_users', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, reason: message })
    await expect(refused).rejects.toSatisfy(
      (error: { retryAfterSeconds: number }) => error.retryAfterSeconds > 80 && error.retryAfterSeconds <= 90,
    )
  })

  it.each([
    ['zoom_create_meeting', { topic: 'Plans' }, 'Open the meeting “Plans” now'],
    [
      'zoom_create_meeting',
      { topic: 'Plans', start_time: '2026-03-25T10:00:00' },
      'Plan the meeting “Plans” for “2026-03-25T10:00:00”',
    ],
    [
      'zoom_update_meeting',
      { meeting_id: '9', occurrence_id: '1', start_time: 'x', duration: 5 },
      'Change start time and duration of the meeting “9”',
    ],
    ['zoom_delete_meeting', { meeting_id: '9' }, 'Cancel all of the meeting “9”'],
    [
      'zoom_delete_meeting',
      { meeting_id: '9', occurrence_id: '1' },
      'Cancel the occurrence “1” of the meeting “9”',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(tool(name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    ['2026-03-25T10:00:00', '2026-03-25T10:45:00'],
    ['2026-03-25T23:30:00+02:00', '2026-03-26T00:15:00+02:00'],
    ['2026-03-25T10:00:00Z', '2026-03-25T10:45:00Z'],
    ['tomorrow', undefined],
  ])('draws a meeting from %s to %s, in the offset that was given', (start_time, end) => {
    const args = { topic: 'Plans', start_time, duration: 45, timezone: 'Europe/Berlin', agenda: 'All' }
    expect(tool('zoom_create_meeting')?.preview(args)).toEqual({
      kind: 'event',
      title: 'Plans',
      start: start_time,
      end,
      timeZone: 'Europe/Berlin',
      description: 'All',
    })
  })

  it('draws only what changes, and nothing where a change says nothing a picture shows', () => {
    const preview = tool('zoom_update_meeting')?.preview
    expect(preview?.({ meeting_id: '9', topic: 'Plans' })).toEqual({ kind: 'event', title: 'Plans' })
    expect(preview?.({ meeting_id: '9', duration: 5 })).toBeUndefined()
  })
})
