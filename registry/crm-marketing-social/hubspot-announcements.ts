import { documentPreview } from '../document-preview.ts'

interface Records {
  readonly contact_id?: string | undefined
  readonly company_id?: string | undefined
  readonly deal_id?: string | undefined
}

/** `contact 5, deal 7`: what a note or task hangs on. */
function placeOf({ contact_id, company_id, deal_id }: Records): string | undefined {
  const records = Object.entries({ contact: contact_id, company: company_id, deal: deal_id })
  const named = records.flatMap(([kind, id]) => (id === undefined ? [] : [`${kind} ${id}`]))
  return named.length === 0 ? undefined : named.join(', ')
}

/** A note, or a task with its title, as it will stand on its records. */
export function activityPreview({
  title,
  body,
  ...records
}: Records & { readonly title?: string; readonly body?: string | undefined }) {
  return documentPreview({ place: placeOf(records), title, body })
}
