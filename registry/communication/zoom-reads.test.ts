import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { zoom } from './zoom.ts'

const user = {
  id: 'zJKyaiAyTNC-MWjiWC18KQ',
  email: 'jchill@example.com',
  display_name: 'Jill Chill',
  first_name: 'Jill',
  last_name: 'Chill',
  type: 2,
  dept: '',
  timezone: 'Asia/Shanghai',
  pmi: 3_542_471_135,
  host_key: '299091',
}
const userRow = {
  id: 'zJKyaiAyTNC-MWjiWC18KQ',
  name: 'Jill Chill',
  email: 'jchill@example.com',
  license: 'licensed',
  timezone: 'Asia/Shanghai',
  personal_meeting_id: 3_542_471_135,
}
const meeting = {
  id: 97_763_643_886,
  uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
  host_id: '30R7kT7bTIKSNUFEuH_Qlg',
  topic: 'My Meeting',
  type: 8,
  start_time: '2026-03-25T07:29:29Z',
  duration: 60,
  timezone: 'America/Los_Angeles',
  created_at: '2026-03-20T07:29:29Z',
  join_url: 'https://us05web.zoom.us/j/97763643886?pwd=x',
}
const meetingRow = {
  id: '97763643886',
  uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
  topic: 'My Meeting',
  start_time: '2026-03-25T07:29:29Z',
  minutes: 60,
  timezone: 'America/Los_Angeles',
  recurring: true,
  join_url: 'https://us05web.zoom.us/j/97763643886?pwd=x',
}
const wholeMeeting = {
  ...meeting,
  status: 'waiting',
  host_email: 'jchill@example.com',
  agenda: 'Plans',
  password: '123456',
  encrypted_password: '8pEkRweVXPV3Ob2KJYgFTRlDtl1gSn.1',
  h323_password: '123456',
  dynamic_host_key: '123456',
  start_url: 'https://us05web.zoom.us/s/97763643886?zak=secret',
  occurrences: [
    { occurrence_id: '1648194360000', start_time: '2026-03-25T07:46:00Z', duration: 60, status: 'available' },
  ],
  settings: {
    waiting_room: false,
    join_before_host: true,
    auto_recording: 'cloud',
    alternative_hosts: '',
    meeting_invitees: [{ email: 'ada@example.com', internal_user: false }],
    host_video: true,
  },
}
const wholeMeetingRow = {
  ...meetingRow,
  status: 'waiting',
  host: 'jchill@example.com',
  agenda: 'Plans',
  passcode: '123456',
  invitees: ['ada@example.com'],
  waiting_room: false,
  join_before_host: true,
  auto_recording: 'cloud',
  occurrences: [
    { occurrence_id: '1648194360000', start_time: '2026-03-25T07:46:00Z', duration: 60, status: 'available' },
  ],
}
const recording = {
  uuid: '/ajXp112QmuoKj4854875==',
  id: 84_614_775_995,
  topic: 'My Personal Meeting',
  start_time: '2026-03-18T05:41:36Z',
  duration: 20,
  recording_play_passcode: 'yNj1MnFRAHf5uAvj8Ue2jP4z4Ep2Bl',
  recording_files: [
    {
      id: 'ffc44b9b',
      file_type: 'TRANSCRIPT',
      recording_type: 'audio_transcript',
      status: 'completed',
      file_size: 3258,
      play_url: 'https://us05web.zoom.us/rec/play/t',
      download_url: 'https://us05web.zoom.us/rec/download/t',
    },
    { id: '01fc4b9b', file_type: 'MP4', status: 'processing' },
  ],
}
const recordingRow = {
  uuid: '/ajXp112QmuoKj4854875==',
  meeting_id: '84614775995',
  topic: 'My Personal Meeting',
  start_time: '2026-03-18T05:41:36Z',
  minutes: 20,
  files: [
    {
      id: 'ffc44b9b',
      type: 'TRANSCRIPT',
      view: 'audio_transcript',
      bytes: 3258,
      url: 'https://us05web.zoom.us/rec/play/t',
    },
    { id: '01fc4b9b', type: 'MP4', status: 'processing' },
  ],
}
const summary = {
  meeting_host_email: 'jchill@example.com',
  meeting_uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
  meeting_id: 97_763_643_886,
  meeting_topic: 'My Meeting',
  meeting_start_time: '2026-03-25T07:29:29Z',
  summary_title: 'Meeting summary',
  summary_content: '## Key takeaways\n- Ship it',
  summary_doc_url: 'https://docs.zoom.us/doc/1aBcDeFg',
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly answer: Response
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'zoom_get_user',
    args: {},
    sends: 'GET /users/me',
    answer: jsonResponse(user),
    result: userRow,
  },
  {
    tool: 'zoom_list_users',
    args: { limit: 5, cursor: 'w7587w4eiyfsudgf' },
    sends: 'GET /users',
    query: { page_size: '5', next_page_token: 'w7587w4eiyfsudgf' },
    answer: jsonResponse({
      next_page_token: 'R4aF9Oj0fVM2hhezJTEmSKaBSkfesDwGy42',
      users: [user, { id: 'a', email: 'b@example.com', first_name: 'B', last_name: 'C', type: 4 }],
    }),
    result: {
      users: [userRow, { id: 'a', name: 'B C', email: 'b@example.com' }],
      next_cursor: 'R4aF9Oj0fVM2hhezJTEmSKaBSkfesDwGy42',
    },
  },
  {
    tool: 'zoom_list_meetings',
    args: { type: 'previous_meetings', user_id: 'jchill@example.com', limit: 10, cursor: 'IAfJX3' },
    sends: 'GET /users/jchill%40example.com/meetings',
    query: { type: 'previous_meetings', page_size: '10', next_page_token: 'IAfJX3' },
    answer: jsonResponse({ next_page_token: '', meetings: [meeting, { id: 1, type: 2 }] }),
    result: { meetings: [meetingRow, { id: '1' }] },
  },
  {
    tool: 'zoom_get_meeting',
    args: { meeting_id: '97763643886', occurrence_id: '1648194360000' },
    sends: 'GET /meetings/97763643886',
    query: { occurrence_id: '1648194360000' },
    answer: jsonResponse(wholeMeeting),
    result: wholeMeetingRow,
  },
  {
    tool: 'zoom_list_participants',
    args: { meeting_id: '/ajXp112QmuoKj4854875==', cursor: 'Tva2' },
    sends: 'GET /past_meetings/%252FajXp112QmuoKj4854875%253D%253D/participants',
    query: { page_size: '20', next_page_token: 'Tva2' },
    answer: jsonResponse({
      next_page_token: 'Usse957pzxvmYwlmCZ50a6CNXFrhztxuj82',
      participants: [
        {
          id: '30R7kT7bTIKSNUFEuH_Qlg',
          name: 'Jill Chill',
          user_id: '27423744',
          user_email: '',
          join_time: '2026-03-23T06:58:09Z',
          leave_time: '2026-03-23T07:02:28Z',
          duration: 259,
          status: 'in_meeting',
        },
      ],
    }),
    result: {
      participants: [
        {
          name: 'Jill Chill',
          join_time: '2026-03-23T06:58:09Z',
          leave_time: '2026-03-23T07:02:28Z',
          seconds: 259,
        },
      ],
      next_cursor: 'Usse957pzxvmYwlmCZ50a6CNXFrhztxuj82',
    },
  },
  {
    tool: 'zoom_list_recordings',
    args: {},
    sends: 'GET /users/me/recordings',
    query: { from: '2026-03-01', page_size: '20' },
    answer: jsonResponse({ from: '2026-03-01', next_page_token: '', meetings: [recording] }),
    result: { recordings: [recordingRow] },
  },
  {
    tool: 'zoom_list_recordings',
    args: { to: '2026-02-28', limit: 1 },
    sends: 'GET /users/me/recordings',
    query: { from: '2026-01-29', to: '2026-02-28', page_size: '1' },
    answer: jsonResponse({ meetings: [] }),
    result: { recordings: [] },
  },
  {
    tool: 'zoom_get_recording',
    args: { meeting_id: 'ab/cd==' },
    sends: 'GET /meetings/ab%2Fcd%3D%3D/recordings',
    answer: jsonResponse(recording),
    result: recordingRow,
  },
  {
    tool: 'zoom_get_summary',
    args: { meeting_id: 'aDYlohsHRtCd4ii1uC2+hA==' },
    sends: 'GET /meetings/aDYlohsHRtCd4ii1uC2%2BhA%3D%3D/meeting_summary',
    answer: jsonResponse(summary),
    result: {
      uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
      topic: 'My Meeting',
      start_time: '2026-03-25T07:29:29Z',
      url: 'https://docs.zoom.us/doc/1aBcDeFg',
      summary: '## Key takeaways\n- Ship it',
    },
  },
]

/** Has tests of its own: it takes two requests, to two hosts. */
const TESTED_APART = 'zoom_get_transcript'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-31T12:00:00Z'), toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('every read of zoom', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(zoom, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends.replace(' ', ' /v2'))
    expect(sent?.url.origin).toBe('https://api.zoom.us')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toBeUndefined()
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every read', () => {
    const tested = new Set([...cases.map(({ tool }) => tool), TESTED_APART])
    const reads = zoom.tools.filter(({ effect }) => effect === 'read').map(({ name }) => name)
    expect(reads.filter((name) => !tested.has(name))).toEqual([])
  })
})
