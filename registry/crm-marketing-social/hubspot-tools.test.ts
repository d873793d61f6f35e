import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { hubspot } from './hubspot.ts'

const api = 'https://api.hubapi.com'
const now = '2026-01-02T03:04:05.000Z'
const contactProperties =
  'firstname lastname email phone company jobtitle lifecyclestage hubspot_owner_id lastmodifieddate'.split(
    ' ',
  )

const contact = {
  id: '512',
  properties: {
    firstname: 'Ada',
    lastname: 'Lovelace',
    email: 'ada@example.com',
    phone: null,
    hubspot_owner_id: '7',
    lastmodifieddate: now,
  },
  createdAt: now,
  updatedAt: now,
  archived: false,
  url: 'https://app.hubspot.com/contacts/1/record/0-1/512',
}
const contactRow = {
  id: '512',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  owner_id: '7',
  updated_at: now,
  url: 'https://app.hubspot.com/contacts/1/record/0-1/512',
}
const deal = {
  id: '9',
  properties: {
    dealname: 'Engine',
    amount: '1200',
    dealstage: 'closedwon',
    pipeline: 'default',
    closedate: now,
  },
}
const dealRow = {
  id: '9',
  name: 'Engine',
  amount: '1200',
  stage_id: 'closedwon',
  pipeline_id: 'default',
  close_date: now,
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly body?: unknown
  readonly answer: unknown
  readonly result: unknown
}

function filters(...pairs: readonly (readonly [string, string])[]) {
  return [{ filters: pairs.map(([propertyName, value]) => ({ propertyName, operator: 'EQ', value })) }]
}

const cases: readonly Case[] = [
  {
    tool: 'hubspot_search_contacts',
    args: { query: 'ada', limit: 10 },
    sends: 'POST /crm/v3/objects/contacts/search',
    body: {
      query: 'ada',
      filterGroups: [],
      sorts: ['-lastmodifieddate'],
      properties: contactProperties,
      limit: 10,
      after: '0',
    },
    answer: { total: 31, results: [contact], paging: { next: { after: '10' } } },
    result: { total: 31, contacts: [contactRow], next_cursor: '10' },
  },
  {
    tool: 'hubspot_get_contact',
    args: { contact_id: 'ada@example.com' },
    sends: `GET /crm/v3/objects/contacts/ada%40example.com?idProperty=email&${contactProperties
      .map((property) => `properties=${property}`)
      .join('&')}&associations=companies&associations=deals`,
    answer: {
      ...contact,
      associations: {
        companies: {
          results: [
            { id: '3', type: 'contact_to_company' },
            { id: '3', type: 'contact_to_company_unlabeled' },
          ],
        },
      },
    },
    result: { ...contactRow, company_ids: ['3'] },
  },
  {
    tool: 'hubspot_search_companies',
    args: { owner_id: '7', cursor: '20' },
    sends: 'POST /crm/v3/objects/companies/search',
    body: {
      filterGroups: filters(['hubspot_owner_id', '7']),
      sorts: ['-hs_lastmodifieddate'],
      properties: 'name domain industry phone city country hubspot_owner_id hs_lastmodifieddate'.split(' '),
      limit: 20,
      after: '20',
    },
    answer: {
      total: 1,
      results: [{ id: '3', properties: { name: 'Acme', domain: 'acme.com', city: null } }],
    },
    result: { total: 1, companies: [{ id: '3', name: 'Acme', domain: 'acme.com' }] },
  },
  {
    tool: 'hubspot_search_deals',
    args: { pipeline_id: 'default', stage_id: 'closedwon' },
    sends: 'POST /crm/v3/objects/deals/search',
    body: {
      filterGroups: filters(['pipeline', 'default'], ['dealstage', 'closedwon']),
      sorts: ['-hs_lastmodifieddate'],
      properties:
        'dealname amount deal_currency_code dealstage pipeline closedate hubspot_owner_id hs_lastmodifieddate'.split(
          ' ',
        ),
      limit: 20,
      after: '0',
    },
    answer: { total: 1, results: [deal] },
    result: { total: 1, deals: [dealRow] },
  },
  {
    tool: 'hubspot_get_deal',
    args: { deal_id: '9' },
    sends:
      'GET /crm/v3/objects/deals/9?properties=dealname&properties=amount&properties=deal_currency_code&properties=dealstage&properties=pipeline&properties=closedate&properties=hubspot_owner_id&properties=hs_lastmodifieddate&associations=contacts&associations=companies',
    answer: { ...deal, associations: { contacts: { results: [{ id: '512', type: 'deal_to_contact' }] } } },
    result: { ...dealRow, contact_ids: ['512'] },
  },
  {
    tool: 'hubspot_get_pipelines',
    args: {},
    sends: 'GET /crm/v3/pipelines/deals',
    answer: {
      results: [{ id: 'default', label: 'Sales', stages: [{ id: 'closedwon', label: 'Won', metadata: {} }] }],
    },
    result: { pipelines: [{ id: 'default', name: 'Sales', stages: [{ id: 'closedwon', name: 'Won' }] }] },
  },
  {
    tool: 'hubspot_list_owners',
    args: { email: 'ada@example.com', cursor: 'x' },
    sends: 'GET /crm/v3/owners?email=ada%40example.com&limit=20&after=x',
    answer: {
      results: [{ id: '7', email: 'ada@example.com', firstName: 'Ada', lastName: '', type: 'PERSON' }],
    },
    result: { owners: [{ id: '7', name: 'Ada', email: 'ada@example.com' }] },
  },
  {
    tool: 'hubspot_search_notes',
    args: { contact_id: '512', max_chars: 100 },
    sends: 'POST /crm/v3/objects/notes/search',
    body: {
      filterGroups: filters(['associations.contact', '512']),
      sorts: ['-hs_timestamp'],
      properties: 'hs_note_body hs_timestamp hubspot_owner_id'.split(' '),
      limit: 20,
      after: '0',
    },
    answer: {
      total: 2,
      results: [
        { id: '1', properties: { hs_note_body: '<p>Called &amp; agreed</p>', hs_timestamp: now } },
        { id: '2', properties: { hs_note_body: 'x'.repeat(101), hs_timestamp: now } },
      ],
    },
    result: {
      total: 2,
      notes: [
        { id: '1', body: 'Called & agreed', at: now },
        { id: '2', body: 'x'.repeat(100), truncated: true, at: now },
      ],
    },
  },
  {
    tool: 'hubspot_search_tasks',
    args: { owner_id: '7', status: 'NOT_STARTED', deal_id: '9' },
    sends: 'POST /crm/v3/objects/tasks/search',
    body: {
      filterGroups: filters(
        ['associations.deal', '9'],
        ['hubspot_owner_id', '7'],
        ['hs_task_status', 'NOT_STARTED'],
      ),
      sorts: ['hs_timestamp'],
      properties:
        'hs_task_subject hs_task_body hs_task_status hs_task_priority hs_timestamp hubspot_owner_id'.split(
          ' ',
        ),
      limit: 20,
      after: '0',
    },
    answer: {
      total: 1,
      results: [
        {
          id: '4',
          properties: {
            hs_task_subject: 'Call',
            hs_task_body: null,
            hs_task_status: 'NOT_STARTED',
            hs_timestamp: now,
            hubspot_owner_id: '7',
          },
        },
      ],
    },
    result: {
      total: 1,
      tasks: [{ id: '4', title: 'Call', status: 'NOT_STARTED', due_at: now, owner_id: '7' }],
    },
  },
]

describe('every tool of hubspot that reads', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(hubspot, tool, args, jsonResponse(answer))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}${sent?.url.search}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe(api)
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    const reading = hubspot.tools.filter(({ effect }) => effect === 'read')
    expect(reading.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
