import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { FIELDS } from './mailchimp-answers.ts'
import { mailchimp } from './mailchimp.ts'

const api = 'https://dc.api.mailchimp.com/3.0'
const now = '2026-02-03T04:05:06+00:00'
const hash = '852aaa9532cb36adfb5e9fef7a4206a9'

const member = {
  id: hash,
  email_address: 'Ada@example.com',
  status: 'subscribed',
  vip: false,
  merge_fields: { FNAME: 'Ada', LNAME: '', AGE: 36 },
  tags: [{ id: 1, name: 'VIP' }],
  list_id: 'a1',
  last_changed: now,
}
const memberRow = {
  id: hash,
  list_id: 'a1',
  email: 'Ada@example.com',
  status: 'subscribed',
  merge_fields: { FNAME: 'Ada', AGE: 36 },
  tags: ['VIP'],
  changed_at: now,
}
interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query: Readonly<Record<string, string>>
  readonly answer: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'mailchimp_list_audiences',
    args: { limit: 2, cursor: '4' },
    sends: 'GET /lists',
    query: { count: '2', offset: '4', fields: FIELDS.audiences },
    answer: {
      lists: [
        {
          id: 'a1',
          name: 'Friends',
          web_id: 9,
          campaign_defaults: { from_name: 'Ada', from_email: 'ada@x.org', subject: '' },
          stats: {
            member_count: 12,
            unsubscribe_count: 1,
            open_rate: 38.5,
            click_rate: 4,
            campaign_last_sent: '',
          },
        },
      ],
      total_items: 6,
    },
    result: {
      audiences: [
        {
          id: 'a1',
          name: 'Friends',
          members: 12,
          unsubscribed: 1,
          open_rate_percent: 38.5,
          click_rate_percent: 4,
          from_name: 'Ada',
          from_email: 'ada@x.org',
          url: 'https://dc.admin.mailchimp.com/lists/members/?id=9',
        },
      ],
      total: 6,
      next_cursor: '5',
    },
  },
  {
    tool: 'mailchimp_find_members',
    args: { query: 'ada', list_id: 'a1' },
    sends: 'GET /search-members',
    query: { query: 'ada', list_id: 'a1', fields: FIELDS.found },
    answer: {
      exact_matches: { members: [member], total_items: 1 },
      full_search: { members: [member, { ...member, id: 'b2', email_address: '' }], total_items: 2 },
    },
    result: { members: [memberRow, { ...memberRow, id: 'b2', email: undefined }] },
  },
  {
    tool: 'mailchimp_list_members',
    args: { list_id: 'a1', status: 'unsubscribed', changed_since: now, limit: 5 },
    sends: 'GET /lists/a1/members',
    query: {
      status: 'unsubscribed',
      since_last_changed: now,
      sort_field: 'last_changed',
      sort_dir: 'DESC',
      count: '5',
      fields: FIELDS.members,
    },
    answer: {
      members: [{ ...member, vip: true, merge_fields: {}, tags: [] }],
      list_id: 'a1',
      total_items: 1,
    },
    result: {
      members: [
        {
          id: hash,
          list_id: 'a1',
          email: 'Ada@example.com',
          status: 'subscribed',
          vip: true,
          changed_at: now,
        },
      ],
      total: 1,
    },
  },
  {
    tool: 'mailchimp_get_member',
    args: { list_id: 'a1', member: 'Ada+x@Example.com' },
    sends: 'GET /lists/a1/members/ada%2Bx%40example.com',
    query: { fields: FIELDS.member },
    answer: {
      ...member,
      language: '',
      timestamp_signup: now,
      timestamp_opt: now,
      unsubscribe_reason: '',
      stats: { avg_open_rate: 0.5, avg_click_rate: 0.1 },
      last_note: { note_id: 3, note: 'Met in May', created_at: now },
      web_id: 11,
    },
    result: {
      ...memberRow,
      signed_up_at: now,
      opted_in_at: now,
      average_open_rate: 0.5,
      average_click_rate: 0.1,
      last_note: 'Met in May',
      url: 'https://dc.admin.mailchimp.com/lists/members/view?id=11',
    },
  },
  {
    tool: 'mailchimp_list_segments',
    args: { list_id: 'a1' },
    sends: 'GET /lists/a1/segments',
    query: { count: '20', fields: FIELDS.segments },
    answer: {
      segments: [
        { id: 3, name: 'VIP', type: 'static', member_count: 2, updated_at: now },
        { id: 4, name: 'Near', type: 'saved', member_count: 5, updated_at: now },
      ],
      total_items: 2,
    },
    result: {
      segments: [
        { id: 3, name: 'VIP', kind: 'tag', members: 2, updated_at: now },
        { id: 4, name: 'Near', kind: 'saved', members: 5, updated_at: now },
      ],
      total: 2,
    },
  },
]

describe('what mailchimp reads of audiences', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(mailchimp, tool, args, jsonResponse(answer))
    expect(requests.map(({ method, url }) => `${method} ${url.origin}${url.pathname}`)).toEqual([
      expected.sends.replace(' /', ` ${api}/`),
    ])
    expect(requests[0]?.query).toEqual(expected.query)
    expect(requests[0]?.body).toBeUndefined()
    expect(result).toEqual(expected.result)
  })

  it('has a test row for each of them', () => {
    const reads = mailchimp.tools.filter(
      ({ effect, name }) => effect === 'read' && !name.includes('campaign'),
    )
    expect([...new Set(cases.map(({ tool }) => tool))]).toEqual(reads.map(({ name }) => name))
  })
})
