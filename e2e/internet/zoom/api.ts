import { z } from 'zod'
import { jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'
import { answerByRoutes, routesOf, type FieldProblem, type Route } from '../rest.ts'

export type Meeting = {
  readonly id: number
  readonly topic: string
  readonly startTime: string
  readonly minutes: number
}

/** What one user of the account has. Tests may read and change it. */
export type ZoomData = { readonly email: string; readonly meetings: Meeting[] }

const route = routesOf<ZoomData>()
const hostId = 'zJKyaiAyTNC-MWjiWC18KQ'

/** Two meetings to come, counted from `now` (milliseconds). */
export const createZoomData = (now: number): ZoomData => ({
  email: 'ada@example.com',
  meetings: ['Launch review', 'Weekly'].map((topic, index) => ({
    id: 97_763_643_886 + index,
    topic,
    startTime: `${new Date(now + (index + 1) * 86_400_000).toISOString().slice(0, 19)}Z`,
    minutes: 45,
  })),
})

const zoom = {
  noSuchPath: (): SimulatedAnswer =>
    jsonAnswer(404, { code: 2300, message: 'This API endpoint is not recognized.' }),
  notJson: (): SimulatedAnswer =>
    jsonAnswer(400, { code: 300, message: 'Request Body should be a valid JSON object.' }),
  invalid: ({ field }: FieldProblem): SimulatedAnswer =>
    jsonAnswer(400, {
      code: 300,
      message: 'Validation Failed.',
      errors: [{ field, message: 'Invalid field.' }],
    }),
}

const meetingShape = ({ id, topic, startTime, minutes }: Meeting) => ({
  uuid: Buffer.from(String(id)).toString('base64'),
  id,
  host_id: hostId,
  topic,
  type: 2,
  start_time: startTime,
  duration: minutes,
  timezone: 'Europe/London',
  created_at: '2026-01-02T09:00:00Z',
  join_url: `https://us05web.zoom.us/j/${id}`,
})

const createMeeting = route(
  'POST /v2/users/{userId}/meetings',
  {
    body: z.strictObject({
      type: z.union([z.literal(1), z.literal(2)]),
      topic: z.string().max(200),
      start_time: z.string().optional(),
      duration: z.int().default(60),
      timezone: z.string().optional(),
      agenda: z.string().optional(),
      settings: z.strictObject({ waiting_room: z.boolean().optional() }).optional(),
    }),
  },
  (data, { body }) => {
    const startTime = body.start_time ?? new Date().toISOString()
    const meeting = {
      id: 97_763_644_000 + data.meetings.length,
      topic: body.topic,
      startTime,
      minutes: body.duration,
    }
    data.meetings.push(meeting)
    const start_url = `https://us05web.zoom.us/s/${meeting.id}?zak=host-secret`
    return jsonAnswer(201, { ...meetingShape(meeting), host_email: data.email, status: 'waiting', start_url })
  },
)

const routes: readonly Route<ZoomData>[] = [
  route('GET /v2/users/{userId}', {}, ({ email }) =>
    jsonAnswer(200, {
      id: hostId,
      first_name: 'Ada',
      last_name: 'Lovelace',
      display_name: 'Ada Lovelace',
      email,
      type: 2,
      dept: '',
      timezone: 'Europe/London',
      pmi: 3_542_471_135,
      personal_meeting_url: 'https://us05web.zoom.us/j/3542471135',
      status: 'active',
    }),
  ),
  route(
    'GET /v2/users/{userId}/meetings',
    {
      query: z.strictObject({
        type: z.string().optional(),
        page_size: z.string().optional(),
        next_page_token: z.string().optional(),
        from: z.string().optional(),
        to: z.string().optional(),
      }),
    },
    ({ meetings }) =>
      jsonAnswer(200, {
        page_size: 30,
        total_records: meetings.length,
        next_page_token: '',
        meetings: meetings.map(meetingShape),
      }),
  ),
  createMeeting,
]

/** Answers an authenticated request of api.zoom.us. */
export const answerApi = (data: ZoomData, request: SimulatedRequest): SimulatedAnswer =>
  answerByRoutes(routes, zoom, data, request)
