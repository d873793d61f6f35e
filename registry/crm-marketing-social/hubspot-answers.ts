import { convert } from 'html-to-text'
import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const paging = z.object({ next: z.object({ after: text }).nullish() }).nullish()
const associated = z.object({ results: z.array(z.object({ id: z.string() })).nullish() }).nullish()

const record = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.string().nullable()).nullish(),
  associations: z.record(z.string(), associated).nullish(),
  url: text,
})
const owner = z.object({ id: z.string(), email: text, firstName: text, lastName: text })
const stage = z.object({ id: z.string(), label: text })
const pipeline = z.object({ id: z.string(), label: text, stages: z.array(stage).nullish() })

type CrmRecord = z.output<typeof record>

export const accountAnswer = z.object({ portalId: z.number(), uiDomain: text })
export const recordAnswer = record
export const recordsAnswer = z.object({ total: z.number().nullish(), results: z.array(record), paging })
export const ownersAnswer = z.object({ results: z.array(owner), paging })
export const pipelinesAnswer = z.object({ results: z.array(pipeline) })

interface Page<T> {
  readonly total?: number | null | undefined
  readonly results: readonly T[]
  readonly paging?: z.output<typeof paging>
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, page: Page<T>, rowOf: (item: T) => unknown) {
  const next_cursor = page.paging?.next?.after
  return compact({ total: page.total, [name]: page.results.map(rowOf), next_cursor })
}

function fullName(first: string | null | undefined, last: string | null | undefined): string | undefined {
  return [first, last].filter(Boolean).join(' ') || undefined
}

export function contactRow({ id, properties: held, url }: CrmRecord) {
  return compact({
    id,
    name: fullName(held?.['firstname'], held?.['lastname']),
    email: held?.['email'],
    phone: held?.['phone'],
    company: held?.['company'],
    job_title: held?.['jobtitle'],
    lifecycle_stage: held?.['lifecyclestage'],
    owner_id: held?.['hubspot_owner_id'],
    updated_at: held?.['lastmodifieddate'],
    url,
  })
}

export function companyRow({ id, properties: held, url }: CrmRecord) {
  return compact({
    id,
    name: held?.['name'],
    domain: held?.['domain'],
    industry: held?.['industry'],
    phone: held?.['phone'],
    city: held?.['city'],
    country: held?.['country'],
    owner_id: held?.['hubspot_owner_id'],
    updated_at: held?.['hs_lastmodifieddate'],
    url,
  })
}

export function dealRow({ id, properties: held, url }: CrmRecord) {
  return compact({
    id,
    name: held?.['dealname'],
    amount: held?.['amount'],
    currency: held?.['deal_currency_code'],
    stage_id: held?.['dealstage'],
    pipeline_id: held?.['pipeline'],
    close_date: held?.['closedate'],
    owner_id: held?.['hubspot_owner_id'],
    updated_at: held?.['hs_lastmodifieddate'],
    url,
  })
}

/** Ids of the records of one kind; HubSpot names one twice when two associations lead to it. */
export function associatedIds({ associations }: CrmRecord, kind: string): readonly string[] | undefined {
  const ids = associations?.[kind]?.results?.map(({ id }) => id)
  return ids && [...new Set(ids)]
}

/** A note, which HubSpot keeps as HTML, as plain text cut at `length` characters. */
export function noteRow({ id, properties: held }: CrmRecord, length: number) {
  const plain = convert(held?.['hs_note_body'] ?? '', { wordwrap: false })
  const { text: body, next_offset: rest } = textWindow(plain, 0, length)
  return compact({
    id,
    body,
    truncated: rest === undefined ? undefined : true,
    owner_id: held?.['hubspot_owner_id'],
    at: held?.['hs_timestamp'],
  })
}

export function taskRow({ id, properties: held }: CrmRecord) {
  return compact({
    id,
    title: held?.['hs_task_subject'],
    body: held?.['hs_task_body'] && convert(held['hs_task_body'], { wordwrap: false }).slice(0, 500),
    status: held?.['hs_task_status'],
    priority: held?.['hs_task_priority'],
    due_at: held?.['hs_timestamp'],
    owner_id: held?.['hubspot_owner_id'],
  })
}

export function ownerRow({ id, email, firstName, lastName }: z.output<typeof owner>) {
  return compact({ id, name: fullName(firstName, lastName), email })
}

export function pipelineRow({ id, label, stages }: z.output<typeof pipeline>) {
  return compact({ id, name: label, stages: stages?.map((one) => compact({ id: one.id, name: one.label })) })
}
