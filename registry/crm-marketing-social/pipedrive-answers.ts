import { convert } from 'html-to-text'
import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const contactPoints = z.array(z.object({ value: text })).nullish()
const named = z.object({ name: text }).nullish()

const user = z.object({ id: z.number(), name: text, email: text, active_flag: flag, is_you: flag })
const found = z.object({
  id: z.number(),
  type: text,
  title: text,
  name: text,
  status: text,
  value: number,
  currency: text,
  emails: z.array(z.string()).nullish(),
  phones: z.array(z.string()).nullish(),
  person: named,
  organization: named,
})
const deal = z.object({
  id: z.number(),
  title: text,
  value: number,
  currency: text,
  status: text,
  stage_id: number,
  pipeline_id: number,
  owner_id: number,
  person_id: number,
  org_id: number,
  expected_close_date: text,
  lost_reason: text,
  add_time: text,
  update_time: text,
})
const person = z.object({
  id: z.number(),
  name: text,
  emails: contactPoints,
  phones: contactPoints,
  job_title: text,
  org_id: number,
  owner_id: number,
  update_time: text,
})
const activity = z.object({
  id: z.number(),
  subject: text,
  type: text,
  due_date: text,
  due_time: text,
  duration: text,
  done: flag,
  owner_id: number,
  deal_id: number,
  person_id: number,
  org_id: number,
  note: text,
})
const stage = z.object({ id: z.number(), name: text, pipeline_id: number, deal_probability: number })
const pipeline = z.object({ id: z.number(), name: text })
const note = z.object({
  id: z.number(),
  content: text,
  add_time: text,
  deal_id: number,
  person_id: number,
  org_id: number,
  user: z.object({ name: text }).nullish(),
})

const moreV2 = z.object({ next_cursor: text }).nullish()

/** A list of the second API version, which pages by cursor. */
function listOf<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item).nullish(), additional_data: moreV2 })
}

function one<S extends z.ZodType>(item: S) {
  return z.object({ data: item })
}

export const currentUserAnswer = one(
  user.extend({ company_id: z.number(), company_name: text, company_domain: text }),
)
export const usersAnswer = one(z.array(user))
export const foundAnswer = z.object({
  data: z.object({ items: z.array(z.object({ item: found })).nullish() }).nullish(),
  additional_data: moreV2,
})
export const dealsAnswer = listOf(deal)
export const dealAnswer = one(deal)
export const personsAnswer = listOf(person)
export const personAnswer = one(person)
export const activitiesAnswer = listOf(activity)
export const activityAnswer = one(activity)
export const stagesAnswer = listOf(stage)
export const pipelinesAnswer = listOf(pipeline)
export const noteAnswer = one(note)
/** The first API version pages by offset. */
export const notesAnswer = z.object({
  data: z.array(note).nullish(),
  additional_data: z
    .object({ pagination: z.object({ more_items_in_collection: flag, next_start: number }).nullish() })
    .nullish(),
})

interface Page<T> {
  readonly data?: readonly T[] | null | undefined
  readonly additional_data?: z.output<typeof moreV2>
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { data, additional_data }: Page<T>, rowOf: (item: T) => unknown) {
  return compact({ [name]: (data ?? []).map(rowOf), next_cursor: additional_data?.next_cursor })
}

export function foundPage({ data, additional_data }: z.output<typeof foundAnswer>) {
  const items = data?.items?.map(({ item }) => item) ?? []
  return pageOf('items', { data: items, additional_data }, foundRow)
}

function foundRow({ person: contact, organization, ...row }: z.output<typeof found>) {
  return compact({ ...row, person: contact?.name, organization: organization?.name })
}

export function notesPage({ data, additional_data }: z.output<typeof notesAnswer>, length: number) {
  const { more_items_in_collection: more, next_start } = additional_data?.pagination ?? {}
  const next_cursor = more === true ? next_start?.toString() : undefined
  return compact({ notes: (data ?? []).map((node) => noteRow(node, length)), next_cursor })
}

/** A note, which Pipedrive keeps as HTML, as plain text cut at `length` characters. */
function noteRow({ content, user: author, ...row }: z.output<typeof note>, length: number) {
  const plain = convert(content ?? '', { wordwrap: false })
  const { text: body, next_offset: rest } = textWindow(plain, 0, length)
  return compact({ ...row, author: author?.name, body, truncated: rest === undefined ? undefined : true })
}

export function userRow({ active_flag: active, is_you, ...row }: z.output<typeof user>) {
  return compact({ ...row, active, is_you: is_you === true ? true : undefined })
}

export function personRow({ emails, phones, ...row }: z.output<typeof person>) {
  return compact({
    ...row,
    emails: emails?.map(({ value }) => value),
    phones: phones?.map(({ value }) => value),
  })
}

export function activityRow({ note: html, ...row }: z.output<typeof activity>) {
  return compact({ ...row, note: html && convert(html, { wordwrap: false }).slice(0, 500) })
}
