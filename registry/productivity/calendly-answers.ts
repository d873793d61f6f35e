import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const cancellation = z.object({ canceled_by: text, reason: text, canceler_type: text }).nullish()

const user = z.object({ uri: z.string(), name: text, email: text, timezone: text, scheduling_url: text })
const eventType = z.object({
  uri: z.string(),
  name: text,
  active: flag,
  duration: number,
  kind: text,
  scheduling_url: text,
  description_plain: text,
  custom_questions: z.array(z.object({ name: text, required: flag, enabled: flag })).nullish(),
})
const event = z.object({
  uri: z.string(),
  name: text,
  status: text,
  start_time: text,
  end_time: text,
  event_type: text,
  location: z.object({ type: text, location: text, join_url: text }).nullish(),
  invitees_counter: z.object({ active: number }).nullish(),
  event_guests: z.array(z.object({ email: text })).nullish(),
  cancellation,
})
const invitee = z.object({
  uri: z.string(),
  name: text,
  email: text,
  status: text,
  timezone: text,
  questions_and_answers: z.array(z.object({ question: text, answer: text })).nullish(),
  rescheduled: flag,
  no_show: z.object({}).nullish(),
  cancellation,
  cancel_url: text,
  reschedule_url: text,
})
const availableTime = z.object({ start_time: text, invitees_remaining: number, scheduling_url: text })
const busyTime = z.object({ type: text, start_time: text, end_time: text })
const membership = z.object({ role: text, user: user.nullish() })

function listOf<S extends z.ZodType>(item: S) {
  return z.object({ collection: z.array(item), pagination: z.object({ next_page_token: text }).nullish() })
}

function one<S extends z.ZodType>(item: S) {
  return z.object({ resource: item })
}

export const currentUserAnswer = one(user.extend({ current_organization: text }))
export const membersAnswer = listOf(membership)
export const eventTypesAnswer = listOf(eventType)
export const eventTypeAnswer = one(eventType)
export const eventsAnswer = listOf(event)
export const eventAnswer = one(event)
export const inviteesAnswer = listOf(invitee)
export const availableTimesAnswer = listOf(availableTime)
export const busyTimesAnswer = listOf(busyTime)
export const schedulingLinkAnswer = one(z.object({ booking_url: text }))
export const cancellationAnswer = one(z.object({ canceled_by: text, reason: text }))
export const noShowAnswer = one(z.object({ invitee: text, created_at: text }))

interface Page<T> {
  readonly collection: readonly T[]
  readonly pagination?: { readonly next_page_token?: string | null | undefined } | null | undefined
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { collection, pagination }: Page<T>, rowOf: (item: T) => unknown) {
  return compact({ [name]: collection.map(rowOf), next_cursor: pagination?.next_page_token })
}

export function memberRow({ role, user: member }: z.output<typeof membership>) {
  return compact({ ...member, role })
}

export function eventTypeRow(node: z.output<typeof eventType>) {
  const { uri, name, active, duration: minutes, kind, scheduling_url: url } = node
  return compact({ uri, name, active, minutes, kind, url })
}

/** The event type with what it asks invitees, and its description from `offset` on. */
export function eventTypeDetail(node: z.output<typeof eventType>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description_plain ?? '', offset)
  const enabled = node.custom_questions?.filter((question) => question.enabled !== false)
  const questions = enabled?.map(({ name, required }) => compact({ question: name, required }))
  return compact({ ...eventTypeRow(node), questions, description, ...rest })
}

export function eventRow(node: z.output<typeof event>) {
  const { uri, name, status, start_time, end_time, event_type, location, cancellation: canceled } = node
  return compact({
    uri,
    name,
    status,
    start_time,
    end_time,
    event_type_uri: event_type,
    location: location?.join_url ?? location?.location ?? location?.type,
    invitees: node.invitees_counter?.active,
    guests: node.event_guests?.length ? node.event_guests.map(({ email }) => email) : undefined,
    canceled_by: canceled?.canceled_by,
    cancel_reason: canceled?.reason,
  })
}

export function inviteeRow(node: z.output<typeof invitee>) {
  const { questions_and_answers, rescheduled, no_show, cancellation: canceled, ...row } = node
  return compact({
    ...row,
    answers: questions_and_answers?.length ? questions_and_answers.map(compact) : undefined,
    rescheduled: rescheduled === true ? true : undefined,
    no_show: no_show ? true : undefined,
    canceled_by: canceled?.canceled_by,
    cancel_reason: canceled?.reason,
  })
}
