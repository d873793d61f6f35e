import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { hubspot } from './hubspot.ts'

const now = '2026-01-02T03:04:05.000Z'
const contact = { id: '512', url: 'https://app.hubspot.com/contacts/1/record/0-1/512' }

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly body: unknown
  readonly answer: unknown
  readonly result: unknown
}

function linked(id: string, associationTypeId: number) {
  return { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }] }
}

const cases: readonly Case[] = [
  {
    tool: 'hubspot_create_contact',
    args: { email: 'ada@example.com', first_name: 'Ada', job_title: 'Countess' },
    sends: 'POST /crm/v3/objects/contacts',
    body: {
      properties: { email: 'ada@example.com', firstname: 'Ada', jobtitle: 'Countess' },
      associations: [],
    },
    answer: contact,
    result: { id: '512', url: contact.url },
  },
  {
    tool: 'hubspot_update_contact',
    args: { contact_id: '512', phone: '+44 20', owner_id: '7' },
    sends: 'PATCH /crm/v3/objects/contacts/512',
    body: { properties: { phone: '+44 20', hubspot_owner_id: '7' } },
    answer: contact,
    result: { id: '512', url: contact.url },
  },
  {
    tool: 'hubspot_create_deal',
    args: { name: 'Engine', stage_id: 'closedwon', amount: 1200.5, contact_id: '512', company_id: '3' },
    sends: 'POST /crm/v3/objects/deals',
    body: {
      properties: { dealname: 'Engine', dealstage: 'closedwon', amount: '1200.5' },
      associations: [linked('512', 3), linked('3', 341)],
    },
    answer: { id: '9' },
    result: { id: '9' },
  },
  {
    tool: 'hubspot_update_deal',
    args: { deal_id: '9', stage_id: 'closedlost', close_date: now },
    sends: 'PATCH /crm/v3/objects/deals/9',
    body: { properties: { dealstage: 'closedlost', closedate: now } },
    answer: { id: '9' },
    result: { id: '9' },
  },
  {
    tool: 'hubspot_create_note',
    args: { body: 'Called', contact_id: '512', company_id: '3', deal_id: '9' },
    sends: 'POST /crm/v3/objects/notes',
    body: {
      properties: { hs_note_body: 'Called', hs_timestamp: now },
      associations: [linked('512', 202), linked('3', 190), linked('9', 214)],
    },
    answer: { id: '1' },
    result: { id: '1' },
  },
  {
    tool: 'hubspot_create_task',
    args: { title: 'Call', due_at: now, priority: 'HIGH', contact_id: '512', company_id: '3', deal_id: '9' },
    sends: 'POST /crm/v3/objects/tasks',
    body: {
      properties: {
        hs_task_subject: 'Call',
        hs_timestamp: now,
        hs_task_status: 'NOT_STARTED',
        hs_task_priority: 'HIGH',
      },
      associations: [linked('512', 204), linked('3', 192), linked('9', 216)],
    },
    answer: { id: '4' },
    result: { id: '4' },
  },
]

describe('every tool of hubspot that writes', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse(now), toFake: ['Date'] }))
  afterEach(() => vi.useRealTimers())

  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(hubspot, tool, args, jsonResponse(answer))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}${sent?.url.search}`).toBe(expected.sends)
    expect(sent?.body).toEqual(expected.body)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    const writing = hubspot.tools.filter(({ effect }) => effect !== 'read')
    expect(writing.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
