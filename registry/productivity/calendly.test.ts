import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { calendly } from './calendly.ts'

const me = 'https://api.calendly.com/users/U1'
const user = { uri: me, name: 'Ada', email: 'ada@example.com' }
const event = { uri: 'https://api.calendly.com/scheduled_events/E1', name: 'Intro' }

describe('calendly', () => {
  it('takes a bare id for a uri', async () => {
    const { requests } = await callTool(
      calendly,
      'calendly_get_event',
      { event_uri: 'E1' },
      jsonResponse({ resource: event }),
    )
    expect(requests[0]?.url.pathname).toBe('/scheduled_events/E1')
  })

  it.each([
    [400, 'The supplied parameters are invalid.'],
    [401, 'The access token is invalid'],
    [403, 'Event is already canceled'],
    [404, 'The server could not find the requested resource.'],
    [429, 'Too many requests'],
  ])('passes HTTP %i on in Calendly’s words', async (status, message) => {
    const answer = jsonResponse({ title: 'Error', message }, { status })
    const call = callTool(calendly, 'calendly_cancel_event', { event_uri: event.uri }, answer)
    await expect(call).rejects.toMatchObject({ status, reason: message })
  })

  it('names the account by e-mail, and by a uri that survives a change of it', async () => {
    const { context } = fakeContext(calendly, [jsonResponse({ resource: user })])
    expect(await calendly.account.identify(context)).toEqual({ id: me, name: 'ada@example.com' })
  })

  it.each([
    ['calendly_cancel_event', { event_uri: 'E1' }, 'Cancel the meeting “E1”'],
    ['calendly_cancel_event', { event_uri: 'E1', reason: 'Ill' }, 'Cancel the meeting “E1” because “Ill”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(calendly.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })

  it.each([
    [
      'calendly_cancel_event',
      { event_uri: 'E1', reason: 'I am ill' },
      { kind: 'message', place: 'E1', text: 'I am ill' },
    ],
    ['calendly_cancel_event', { event_uri: 'E1' }, undefined],
  ])('%s is drawn as it will be read, and not at all when no text is left', (name, args, picture) => {
    const tool = calendly.tools.find((candidate) => candidate.name === name)
    expect(tool).toBeDefined()
    expect(tool?.preview(tool.parameters.parse(args))).toEqual(picture)
  })

  it('offers event types as a default by the uri that the tools take', async () => {
    const [fact] = calendly.defaults ?? []
    const answers = [
      jsonResponse({ resource: user }),
      jsonResponse({ collection: [{ uri: 'https://api.calendly.com/event_types/T1', name: 'Intro' }] }),
    ]
    const { result } = await callTool(calendly, fact?.listedBy ?? '', {}, ...answers)
    expect(result).toMatchObject({
      [fact?.list ?? '']: [
        { [fact?.value ?? '']: 'https://api.calendly.com/event_types/T1', [fact?.name ?? '']: 'Intro' },
      ],
    })
  })
})
