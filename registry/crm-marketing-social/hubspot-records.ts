import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { recordAnswer, recordsAnswer } from './hubspot-answers.ts'

type Request = ToolContext['request']

/** What is read of each kind of record, and the order of its search: `-` is descending. */
const KINDS = {
  contacts: {
    sort: '-lastmodifieddate',
    properties: [
      'firstname',
      'lastname',
      'email',
      'phone',
      'company',
      'jobtitle',
      'lifecyclestage',
      'hubspot_owner_id',
      'lastmodifieddate',
    ],
  },
  companies: {
    sort: '-hs_lastmodifieddate',
    properties: [
      'name',
      'domain',
      'industry',
      'phone',
      'city',
      'country',
      'hubspot_owner_id',
      'hs_lastmodifieddate',
    ],
  },
  deals: {
    sort: '-hs_lastmodifieddate',
    properties: [
      'dealname',
      'amount',
      'deal_currency_code',
      'dealstage',
      'pipeline',
      'closedate',
      'hubspot_owner_id',
      'hs_lastmodifieddate',
    ],
  },
  notes: { sort: '-hs_timestamp', properties: ['hs_note_body', 'hs_timestamp', 'hubspot_owner_id'] },
  tasks: {
    sort: 'hs_timestamp',
    properties: [
      'hs_task_subject',
      'hs_task_body',
      'hs_task_status',
      'hs_task_priority',
      'hs_timestamp',
      'hubspot_owner_id',
    ],
  },
}

/**
 * Ids of the associations HubSpot defines, from what is created to what it hangs on.
 *
 * @see https://github.com/HubSpot/hubspot-api-nodejs/blob/master/src/enums/AssociationTypes.ts
 */
const ASSOCIATION_TYPES = {
  deals: [3, 341],
  notes: [202, 190, 214],
  tasks: [204, 192, 216],
} as const

interface RecordIds {
  readonly contact_id?: string | undefined
  readonly company_id?: string | undefined
  readonly deal_id?: string | undefined
}

interface SearchArguments {
  readonly query?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

type Wanted = Readonly<Record<string, string | undefined>>

/**
 * One page of a search. HubSpot's description requires every field but `query`, and `after` to be 0 at the start.
 *
 * @param wanted the value each property must have; undefined ones are no filter
 */
export async function searchRecords(
  request: Request,
  object: keyof typeof KINDS,
  { query, cursor, limit }: SearchArguments,
  wanted: Wanted,
) {
  const { sort, properties } = KINDS[object]
  const filters = Object.entries(compact(wanted)).map(([propertyName, value]) => ({
    propertyName,
    operator: 'EQ',
    value,
  }))
  const filterGroups = filters.length === 0 ? [] : [{ filters }]
  const { data } = await request('POST /crm/v3/objects/{object}/search', {
    path: { object },
    json: { query, filterGroups, sorts: [sort], properties, limit, after: cursor ?? '0' },
    schema: recordsAnswer,
  })
  return data
}

/** Filters for the records a note or task hangs on: HubSpot calls them pseudo-properties. */
export function associatedWith({ contact_id, company_id, deal_id }: RecordIds): Wanted {
  return {
    'associations.contact': contact_id,
    'associations.company': company_id,
    'associations.deal': deal_id,
  }
}

/** @param associations kinds of records whose ids come with it */
export async function getRecord(
  request: Request,
  object: keyof typeof KINDS,
  id: string,
  associations: readonly string[],
) {
  const idProperty = object === 'contacts' && id.includes('@') ? 'email' : undefined
  const { data } = await request('GET /crm/v3/objects/{object}/{id}', {
    path: { object, id },
    query: { idProperty, properties: KINDS[object].properties, associations },
    schema: recordAnswer,
  })
  return data
}

type Properties = Readonly<Record<string, string | undefined>>

/** Creates a record that hangs on others, and names it by id and address. */
export async function createRecord(
  request: Request,
  object: keyof typeof KINDS,
  properties: Properties,
  ids: RecordIds = {},
) {
  const { data } = await request('POST /crm/v3/objects/{object}', {
    path: { object },
    json: { properties, associations: associations(object, ids) },
    schema: recordAnswer,
  })
  return compact({ id: data.id, url: data.url })
}

function associations(object: keyof typeof KINDS, { contact_id, company_id, deal_id }: RecordIds) {
  if (object === 'contacts' || object === 'companies') return []
  const ids = [contact_id, company_id, deal_id]
  return ASSOCIATION_TYPES[object].flatMap((associationTypeId, index) => {
    const id = ids[index]
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }]
    return id === undefined ? [] : [{ to: { id }, types }]
  })
}

/** @throws ProviderError 400 when nothing would change */
export async function updateRecord(
  request: Request,
  object: keyof typeof KINDS,
  id: string,
  properties: Properties,
) {
  const changed = compact(properties)
  if (Object.keys(changed).length === 0) throw new ProviderError(ownReason('noField'), 400)
  const { data } = await request('PATCH /crm/v3/objects/{object}/{id}', {
    path: { object, id },
    json: { properties: changed },
    schema: recordAnswer,
  })
  return compact({ id: data.id, url: data.url })
}
