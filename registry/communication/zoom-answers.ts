import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const id = z.union([z.number(), z.string()])

const user = z.object({
  id: z.string(),
  email: text,
  display_name: text,
  first_name: text,
  last_name: text,
  type: number,
  dept: text,
  job_title: text,
  timezone: text,
  pmi: number,
  personal_meeting_url: text,
})

const meeting = z.object({
  id,
  uuid: text,
  topic: text,
  type: number,
  status: text,
  start_time: text,
  duration: number,
  timezone: text,
  agenda: text,
  join_url: text,
  host_email: text,
  password: text,
  occurrences: z
    .array(z.object({ occurrence_id: text, start_time: text, duration: number, status: text }))
    .nullish(),
  settings: z
    .object({
      waiting_room: flag,
      join_before_host: flag,
      auto_recording: text,
      alternative_hosts: text,
      meeting_invitees: z.array(z.object({ email: text })).nullish(),
    })
    .nullish(),
})

const participant = z.object({
  name: text,
  user_email: text,
  join_time: text,
  leave_time: text,
  duration: number,
})

const recordingFile = z.object({
  id: text,
  file_type: text,
  recording_type: text,
  status: text,
  file_size: number,
  play_url: text,
  download_url: text,
})

const recording = z.object({
  id,
  uuid: text,
  topic: text,
  start_time: text,
  duration: number,
  recording_files: z.array(recordingFile).nullish(),
})

const next_page_token = text

export const userAnswer = user
export const usersAnswer = z.object({ users: z.array(user), next_page_token })
export const meetingAnswer = meeting
export const meetingsAnswer = z.object({ meetings: z.array(meeting), next_page_token })
export const participantsAnswer = z.object({ participants: z.array(participant), next_page_token })
export const recordingAnswer = recording
export const recordingsAnswer = z.object({ meetings: z.array(recording), next_page_token })
export const transcriptAnswer = z.object({
  can_download: flag,
  download_url: text,
  download_restriction_reason: text,
})
export const summaryAnswer = z.object({
  meeting_uuid: text,
  meeting_topic: text,
  meeting_start_time: text,
  summary_content: text,
  summary_doc_url: text,
})

type Page = { readonly next_page_token?: string | null | undefined }

/** Rows under their own name, with `next_cursor` while there is more: Zoom sends an empty one at the end. */
export function pageOf(name: string, rows: readonly unknown[], { next_page_token: next }: Page) {
  return compact({ [name]: rows, next_cursor: next || undefined })
}

/** What a person calls themselves, else their parts of a name. */
export function nameOf({ display_name, first_name, last_name }: z.output<typeof user>): string | undefined {
  return display_name || [first_name, last_name].filter(Boolean).join(' ') || undefined
}

const LICENSES: ReadonlyMap<number, string> = new Map([
  [1, 'basic'],
  [2, 'licensed'],
])

export function userRow(node: z.output<typeof user>) {
  return compact({
    id: node.id,
    name: nameOf(node),
    email: node.email,
    license: LICENSES.get(node.type ?? 0),
    department: node.dept || undefined,
    job_title: node.job_title || undefined,
    timezone: node.timezone,
    personal_meeting_id: node.pmi,
  })
}

/** Recurring without and with a fixed time. */
const RECURRING: ReadonlySet<unknown> = new Set([3, 8])

export function meetingRow(node: z.output<typeof meeting>) {
  return compact({
    id: String(node.id),
    uuid: node.uuid,
    topic: node.topic,
    start_time: node.start_time,
    minutes: node.duration,
    timezone: node.timezone,
    recurring: RECURRING.has(node.type) ? true : undefined,
    join_url: node.join_url,
  })
}

/** The whole meeting, without what only its host may have: Zoom's `start_url` opens it as the host. */
export function meetingDetail(node: z.output<typeof meeting>) {
  const { meeting_invitees: invitees, alternative_hosts: hosts, ...settings } = node.settings ?? {}
  return compact({
    ...meetingRow(node),
    status: node.status,
    host: node.host_email,
    agenda: node.agenda || undefined,
    passcode: node.password || undefined,
    alternative_hosts: hosts || undefined,
    invitees: invitees?.map(({ email }) => email),
    ...settings,
    occurrences: node.occurrences?.map(compact),
  })
}

export function participantRow(node: z.output<typeof participant>) {
  return compact({
    name: node.name,
    email: node.user_email || undefined,
    join_time: node.join_time,
    leave_time: node.leave_time,
    seconds: node.duration,
  })
}

export function recordingRow(node: z.output<typeof recording>) {
  return compact({
    uuid: node.uuid,
    meeting_id: String(node.id),
    topic: node.topic,
    start_time: node.start_time,
    minutes: node.duration,
    files: node.recording_files?.map((file) =>
      compact({
        id: file.id,
        type: file.file_type,
        view: file.recording_type,
        status: file.status === 'completed' ? undefined : file.status,
        bytes: file.file_size,
        url: file.play_url,
      }),
    ),
  })
}

/** The summary from `offset` on, with `next_offset` while there is more. */
export function summaryDetail(node: z.output<typeof summaryAnswer>, offset: number) {
  const { text: summary, ...rest } = textWindow(node.summary_content ?? '', offset)
  return compact({
    uuid: node.meeting_uuid,
    topic: node.meeting_topic,
    start_time: node.meeting_start_time,
    url: node.summary_doc_url,
    summary,
    ...rest,
  })
}
