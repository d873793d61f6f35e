import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { zoom } from './zoom.ts'

const meeting = {
  id: 97_763_643_886,
  topic: 'My Meeting',
  type: 2,
  join_url: 'https://us05web.zoom.us/j/97763643886?pwd=x',
  start_url: 'https://us05web.zoom.us/s/97763643886?zak=secret',
  password: '123456',
}
const meetingRow = {
  id: '97763643886',
  topic: 'My Meeting',
  join_url: 'https://us05web.zoom.us/j/97763643886?pwd=x',
  passcode: '123456',
}

const cases: readonly OneRequestCase[] = [
  {
    tool: 'zoom_create_meeting',
    args: {
      topic: 'My Meeting',
      start_time: '2026-03-25T09:29:29.5+02:00',
      duration: 60,
      timezone: 'America/Los_Angeles',
      agenda: 'Plans',
      waiting_room: true,
      auto_recording: 'cloud',
    },
    sends: 'POST /users/me/meetings',
    body: {
      type: 2,
      topic: 'My Meeting',
      start_time: '2026-03-25T07:29:29Z',
      duration: 60,
      timezone: 'America/Los_Angeles',
      agenda: 'Plans',
      settings: { waiting_room: true, auto_recording: 'cloud' },
    },
    answer: jsonResponse(meeting, { status: 201 }),
    result: meetingRow,
  },
  {
    tool: 'zoom_create_meeting',
    args: { topic: 'Now', user_id: 'ada@example.com' },
    sends: 'POST /users/ada%40example.com/meetings',
    body: { type: 1, topic: 'Now', settings: {} },
    answer: jsonResponse({ id: 1, type: 1, start_url: 'https://zoom.us/s/1' }, { status: 201 }),
    result: { id: '1' },
  },
  {
    tool: 'zoom_update_meeting',
    args: { meeting_id: '97763643886', occurrence_id: '1', start_time: '2026-03-26T10:00:00' },
    sends: 'PATCH /meetings/97763643886',
    query: { occurrence_id: '1' },
    body: { start_time: '2026-03-26T10:00:00' },
    answer: new Response(null, { status: 204 }),
    result: { id: '97763643886', occurrence_id: '1', updated: true },
  },
  {
    tool: 'zoom_delete_meeting',
    args: { meeting_id: '97763643886', notify: true },
    sends: 'DELETE /meetings/97763643886',
    query: { cancel_meeting_reminder: 'true' },
    answer: new Response(null, { status: 204 }),
    result: { id: '97763643886', deleted: true },
  },
]

describe('every write of zoom', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(zoom, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends.replace(' ', ' /v2'))
    expect(sent?.url.origin).toBe('https://api.zoom.us')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every write', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    const writes = zoom.tools.filter(({ effect }) => effect !== 'read').map(({ name }) => name)
    expect(writes.filter((name) => !tested.has(name))).toEqual([])
  })
})
