import { z } from 'zod'
import { compact } from '../compact.ts'
import type { Field } from '../auth.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters, type PageArguments } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { changedFields, quote } from '../sentences.ts'
import { textWindow } from '../text-window.ts'
import * as answers from './zoom-answers.ts'
import { meetingBody, meetingPreview, meetingSegment, recordingDays } from './zoom-meeting.ts'
import { meetingTranscript, textOfVtt } from './zoom-transcript.ts'

/** An account-wide credential may name others; Zoom takes `me` from all kinds. */
const user_id = z.string().min(1).default('me').describe('Id or e-mail')
const meeting_id = z.string()
const pastMeetingId = z.string().describe('uuid; with an id, the latest time it was held')
const occurrence_id = z.string().optional()
const offset = z.int().min(0).default(0)
const day = z.string().optional().describe('YYYY-MM-DD')

const meetingFields = {
  start_time: z.string().optional().describe('ISO 8601; without offset: local to timezone'),
  duration: z.int().min(1).max(1440).optional().describe('Minutes'),
  timezone: z.string().optional().describe('IANA'),
  agenda: z.string().optional().describe('Plain text'),
}

function pageQuery({ cursor, limit }: PageArguments) {
  return { page_size: limit, next_page_token: cursor }
}

const accountFields: readonly Field[] = [
  { name: 'account_id', label: 'Account ID', kind: 'text' },
  { name: 'client_id', label: 'Client ID', kind: 'text' },
  { name: 'client_secret', label: 'Client secret', kind: 'secret' },
  {
    name: 'web',
    label: 'Web address',
    kind: 'subdomain',
    suffix: '.zoom.us',
    placeholder: 'us05web',
    default: 'us02web',
    hint: 'As your meeting links begin. Transcripts are downloaded from there.',
  },
]

/** `https://us05web.zoom.us/j/123` lies on `us05web`; the very first accounts lie on `zoom.us` itself. */
function siteOf(meetingUrl: string | null | undefined) {
  const web = /^https:\/\/([a-z0-9-]+)\.zoom\.us\//.exec(meetingUrl ?? '')?.[1]
  return web === undefined ? {} : { site: { web } }
}

/** @see https://developers.zoom.us/docs/api/ */
export const zoom = defineIntegration({
  id: 'zoom',
  name: 'Zoom',
  category: 'communication',
  description: 'Meetings, who came, recordings and transcripts.',
  icon: 'zoom.svg',
  auth: [
    {
      // https://developers.zoom.us/docs/integrations/oauth/: a public client goes without a secret, and the port of a
      // loopback address is ignored. What may be done is set on the app: Zoom refuses a scope that the app lacks.
      type: 'oauth2',
      authorizeUrl: 'https://zoom.us/oauth/authorize',
      tokenUrl: 'https://zoom.us/oauth/token',
      scopes: [],
      clientIdEnv: 'ZOOM_CLIENT_ID',
      clientSecretEnv: 'ZOOM_CLIENT_SECRET',
      clientAuthentication: 'client_secret_basic',
      redirect: { host: '127.0.0.1' },
      revoke: { url: 'https://zoom.us/oauth/revoke', authorization: 'client_basic' },
      consoleUrl: 'https://marketplace.zoom.us/develop/create',
    },
    {
      // https://developers.zoom.us/docs/internal-apps/s2s-oauth/
      type: 'client_credentials',
      label: 'Server-to-Server OAuth app',
      fields: accountFields,
      exchange: {
        url: 'https://zoom.us/oauth/token',
        parameters: { grant_type: 'account_credentials', account_id: '{account_id}' },
        basic: { user: '{client_id}', password: '{client_secret}' },
      },
      helpUrl: 'https://marketplace.zoom.us/develop/create',
    },
  ],
  // A download is passed on to `ssrweb.zoom.us`, where its address alone is enough.
  hosts: ['api.zoom.us', 'zoom.us', '{web}.zoom.us', 'ssrweb.zoom.us'],
  apiBase: 'https://api.zoom.us/v2',
  account: {
    async identify({ request }) {
      const path = { userId: 'me' }
      const { data } = await request('GET /users/{userId}', { path, schema: answers.userAnswer })
      const name = data.email ?? answers.nameOf(data) ?? data.id
      return { id: data.id, name, ...siteOf(data.personal_meeting_url) }
    },
  },
  tools: [
    {
      name: 'zoom_get_user',
      description: 'The signed-in user, or one of the account: name, license, time zone.',
      parameters: z.object({ user_id }),
      async handler({ user_id: userId }, { request }) {
        const { data } = await request('GET /users/{userId}', {
          path: { userId },
          schema: answers.userAnswer,
        })
        return answers.userRow(data)
      },
    },
    {
      name: 'zoom_list_users',
      description: 'People of the account, for user_id. Only with a server-to-server app.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /users', { query: pageQuery(page), schema: answers.usersAnswer })
        return answers.pageOf('users', data.users.map(answers.userRow), data)
      },
    },
    {
      name: 'zoom_list_meetings',
      description: 'Meetings that a user hosts. Those without a fixed time are among the scheduled.',
      parameters: z.object({
        type: z.enum(['upcoming', 'scheduled', 'live', 'previous_meetings']).default('upcoming'),
        user_id,
        ...pageParameters,
      }),
      async handler({ type, user_id: userId, ...page }, { request }) {
        const { data } = await request('GET /users/{userId}/meetings', {
          path: { userId },
          query: { type, ...pageQuery(page) },
          schema: answers.meetingsAnswer,
        })
        return answers.pageOf('meetings', data.meetings.map(answers.meetingRow), data)
      },
    },
    {
      name: 'zoom_get_meeting',
      description: 'One meeting: link, passcode, agenda, settings, occurrences of a series.',
      parameters: z.object({ meeting_id, occurrence_id }),
      async handler({ meeting_id: meetingId, occurrence_id }, { request }) {
        const { data } = await request('GET /meetings/{meetingId}', {
          path: { meetingId },
          query: { occurrence_id },
          schema: answers.meetingAnswer,
        })
        return answers.meetingDetail(data)
      },
    },
    {
      name: 'zoom_list_participants',
      description: 'Who was in a past meeting, and when. E-mails of outsiders are mostly absent.',
      parameters: z.object({ meeting_id: pastMeetingId, ...pageParameters }),
      async handler({ meeting_id, ...page }, { request }) {
        const { data } = await request('GET /past_meetings/{meetingId}/participants', {
          path: { meetingId: meetingSegment(meeting_id) },
          query: pageQuery(page),
          schema: answers.participantsAnswer,
        })
        return answers.pageOf('participants', data.participants.map(answers.participantRow), data)
      },
    },
    {
      name: 'zoom_list_recordings',
      description: 'Cloud recordings of a month at most; by default the last 30 days.',
      parameters: z.object({ from: day, to: day, user_id, ...pageParameters }),
      async handler({ from, to, user_id: userId, ...page }, { request }) {
        const { data } = await request('GET /users/{userId}/recordings', {
          path: { userId },
          query: { ...recordingDays(from, to), ...pageQuery(page) },
          schema: answers.recordingsAnswer,
        })
        return answers.pageOf('recordings', data.meetings.map(answers.recordingRow), data)
      },
    },
    {
      name: 'zoom_get_recording',
      description: 'The recorded files of one meeting, with links to watch.',
      parameters: z.object({ meeting_id: pastMeetingId }),
      async handler({ meeting_id }, { request }) {
        const path = { meetingId: meetingSegment(meeting_id) }
        const route = 'GET /meetings/{meetingId}/recordings'
        const { data } = await request(route, { path, schema: answers.recordingAnswer })
        return answers.recordingRow(data)
      },
    },
    {
      name: 'zoom_get_transcript',
      description: 'What was said in a past meeting. To read on, pass next_offset as offset.',
      parameters: z.object({ meeting_id: pastMeetingId, offset }),
      async handler({ meeting_id, offset: start }, ctx) {
        const spoken = textOfVtt(await meetingTranscript(meeting_id, ctx))
        const { text: transcript, ...rest } = textWindow(spoken, start)
        return { transcript, ...rest }
      },
    },
    {
      name: 'zoom_get_summary',
      description: 'The AI summary of a past meeting. To read on, pass next_offset as offset.',
      parameters: z.object({ meeting_id: z.string().describe('Its uuid'), offset }),
      async handler({ meeting_id, offset: start }, { request }) {
        const path = { meetingId: meetingSegment(meeting_id) }
        const route = 'GET /meetings/{meetingId}/meeting_summary'
        const { data } = await request(route, { path, schema: answers.summaryAnswer })
        return answers.summaryDetail(data, start)
      },
    },
    {
      name: 'zoom_create_meeting',
      description:
        'Plan a meeting, or open one now without start_time. Each call makes a new one; it invites nobody.',
      parameters: z.object({
        topic: z.string().min(1).describe('Title'),
        ...meetingFields,
        waiting_room: z.boolean().optional().describe('Let people in one by one'),
        auto_recording: z.enum(['local', 'cloud', 'none']).optional(),
        user_id: user_id.describe('Host'),
      }),
      summary: ({ topic, start_time }) =>
        start_time === undefined
          ? `Open the meeting ${quote(topic)} now`
          : `Plan the meeting ${quote(topic)} for ${quote(start_time)}`,
      preview: (args) => meetingPreview(args),
      async handler({ user_id: userId, waiting_room, auto_recording, ...fields }, { request }) {
        const { data } = await request('POST /users/{userId}/meetings', {
          path: { userId },
          json: {
            type: fields.start_time === undefined ? 1 : 2,
            ...meetingBody(fields),
            settings: compact({ waiting_room, auto_recording }),
          },
          schema: answers.meetingAnswer,
        })
        return answers.meetingDetail(data)
      },
    },
    {
      name: 'zoom_update_meeting',
      description: 'Change the given fields of a meeting, or of one occurrence. Safe to repeat.',
      parameters: z.object({
        meeting_id,
        occurrence_id,
        topic: z.string().min(1).optional().describe('Title'),
        ...meetingFields,
      }),
      summary: (args) =>
        `Change ${changedFields(args, 'meeting_id', 'occurrence_id')} of the meeting ${quote(args.meeting_id)}`,
      preview: (args) => meetingPreview(args),
      async handler({ meeting_id: meetingId, occurrence_id, ...fields }, { request }) {
        if (Object.keys(fields).length === 0) throw new ProviderError(ownReason('noField'), 400)
        await request('PATCH /meetings/{meetingId}', {
          path: { meetingId },
          query: { occurrence_id },
          json: meetingBody(fields),
          schema: z.unknown(),
        })
        return compact({ id: meetingId, occurrence_id, updated: true })
      },
    },
    {
      name: 'zoom_delete_meeting',
      description:
        'Cancel a meeting: one occurrence, or without occurrence_id all of it. A repeat finds nothing.',
      parameters: z.object({
        meeting_id,
        occurrence_id,
        notify: z.boolean().default(false).describe('Mail those who registered'),
      }),
      summary: ({ meeting_id, occurrence_id }) =>
        `Cancel ${occurrence_id === undefined ? 'all of the meeting' : `the occurrence ${quote(occurrence_id)} of the meeting`} ${quote(meeting_id)}`,
      async handler({ meeting_id: meetingId, occurrence_id, notify }, { request }) {
        await request('DELETE /meetings/{meetingId}', {
          path: { meetingId },
          query: { occurrence_id, cancel_meeting_reminder: notify },
          schema: z.unknown(),
        })
        return compact({ id: meetingId, occurrence_id, deleted: true })
      },
    },
  ],
})
