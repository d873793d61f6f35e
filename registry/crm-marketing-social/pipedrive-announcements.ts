import { documentPreview } from '../document-preview.ts'
import type { EventPreview } from '../preview.ts'

interface ActivityArguments {
  readonly subject?: string | undefined
  readonly due_date?: string | undefined
  readonly due_time?: string | undefined
  readonly note?: string | undefined
}

/** An activity as the calendar will show it; Pipedrive takes times in UTC. */
export function activityPreview({ subject, due_date, due_time, note }: ActivityArguments) {
  if ((subject ?? due_date ?? note) === undefined) return undefined
  const start = due_date === undefined || due_time === undefined ? due_date : `${due_date}T${due_time}Z`
  const event: EventPreview = { kind: 'event', title: subject, start, description: note }
  return due_date === undefined ? event : { ...event, allDay: due_time === undefined }
}

interface NoteArguments {
  readonly body: string
  readonly deal_id?: number | undefined
  readonly person_id?: number | undefined
  readonly org_id?: number | undefined
}

/** A note, on `deal 7, person 5`. */
export function notePreview({ body, deal_id, person_id, org_id }: NoteArguments) {
  const records = Object.entries({ deal: deal_id, person: person_id, organization: org_id })
  const named = records.flatMap(([kind, id]) => (id === undefined ? [] : [`${kind} ${id}`]))
  return documentPreview({ place: named.length === 0 ? undefined : named.join(', '), body })
}
