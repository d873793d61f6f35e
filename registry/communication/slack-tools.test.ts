import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { slack } from './slack.ts'

const api = 'https://slack.com/api'
const ada = {
  id: 'U1',
  name: 'ada',
  real_name: 'Ada Lovelace',
  deleted: false,
  is_bot: false,
  tz: 'Europe/London',
  profile: { display_name: 'Ada', email: 'ada@example.com', title: 'Countess', status_text: '' },
}
const adaRow = {
  id: 'U1',
  handle: 'ada',
  name: 'Ada',
  email: 'ada@example.com',
  title: 'Countess',
  time_zone: 'Europe/London',
}
const general = {
  id: 'C1',
  name: 'general',
  is_private: false,
  is_archived: false,
  is_member: true,
  num_members: 4,
  topic: { value: 'Announcements' },
  purpose: { value: '' },
}
const generalRow = {
  id: 'C1',
  name: 'general',
  is_private: false,
  is_member: true,
  members: 4,
  topic: 'Announcements',
}
const parent = {
  type: 'message',
  ts: '1512085950.000216',
  user: 'U1',
  text: 'Hello <@U1>',
  thread_ts: '1512085950.000216',
  reply_count: 2,
  files: [{ id: 'F1', name: 'a.pdf' }],
  reactions: [{ name: 'thumbsup', count: 3, users: ['U1'] }],
}
const parentRow = {
  ts: '1512085950.000216',
  time: '2017-11-30T23:52:30.000Z',
  author: 'Ada',
  user_id: 'U1',
  text: 'Hello <@U1|Ada>',
  thread_ts: '1512085950.000216',
  replies: 2,
  files: [{ id: 'F1', name: 'a.pdf' }],
  reactions: [{ name: 'thumbsup', count: 3 }],
}
const more = { response_metadata: { next_cursor: 'bmV4' } }
const last = { response_metadata: { next_cursor: '' } }

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly answer: object
  /** Answer to the look-up of a person’s name that follows. */
  readonly person?: object
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'slack_get_viewer',
    args: {},
    sends: 'POST /auth.test',
    answer: { url: 'https://acme.slack.com/', team: 'Acme', user: 'ada', team_id: 'T1', user_id: 'U1' },
    result: { user_id: 'U1', handle: 'ada', team_id: 'T1', team: 'Acme', url: 'https://acme.slack.com/' },
  },
  {
    tool: 'slack_list_channels',
    args: { limit: 5, cursor: 'abc' },
    sends: 'GET /conversations.list',
    query: { types: 'public_channel,private_channel', exclude_archived: 'true', limit: '5', cursor: 'abc' },
    answer: { channels: [general], ...more },
    result: { channels: [generalRow], next_cursor: 'bmV4' },
  },
  {
    tool: 'slack_list_channels',
    args: { types: ['im'], joined: true },
    sends: 'GET /users.conversations',
    query: { types: 'im', exclude_archived: 'true', limit: '20' },
    answer: { channels: [{ id: 'D1', is_im: true, user: 'U1' }], ...last },
    person: { user: ada },
    result: { channels: [{ id: 'D1', name: 'Ada', user_id: 'U1' }] },
  },
  {
    tool: 'slack_get_channel',
    args: { channel_id: 'C1' },
    sends: 'GET /conversations.info',
    query: { channel: 'C1', include_num_members: 'true' },
    answer: { channel: general },
    result: generalRow,
  },
  {
    tool: 'slack_list_messages',
    args: { channel_id: 'C1', oldest: '1512085000', latest: '1512086000', limit: 10 },
    sends: 'GET /conversations.history',
    query: { channel: 'C1', oldest: '1512085000', latest: '1512086000', limit: '10' },
    answer: { messages: [parent], has_more: true, ...more },
    person: { user: ada },
    result: { messages: [parentRow], next_cursor: 'bmV4' },
  },
  {
    tool: 'slack_list_replies',
    args: { channel_id: 'C1', thread_ts: '1512085950.000216', max_chars: 100, cursor: 'abc' },
    sends: 'GET /conversations.replies',
    query: { channel: 'C1', ts: '1512085950.000216', limit: '20', cursor: 'abc' },
    answer: {
      messages: [{ ts: '1512085951.000100', username: 'deploy', text: 'x'.repeat(101) }],
      has_more: false,
    },
    result: {
      messages: [
        {
          ts: '1512085951.000100',
          time: '2017-11-30T23:52:31.000Z',
          author: 'deploy',
          text: 'x'.repeat(100),
          truncated: true,
        },
      ],
    },
  },
  {
    tool: 'slack_search_messages',
    args: { query: 'meaning of life', sort: 'timestamp', limit: 1, cursor: '2' },
    sends: 'GET /search.messages',
    query: { query: 'meaning of life', sort: 'timestamp', count: '1', page: '2' },
    answer: {
      query: 'meaning of life',
      messages: {
        total: 3,
        paging: { count: 1, page: 2, pages: 3, total: 3 },
        matches: [
          {
            ts: '1508284197.000015',
            channel: { id: 'C1', name: 'general' },
            user: 'U1',
            username: 'ada',
            text: '42',
            permalink: 'https://acme.slack.com/archives/C1/p1508284197000015',
          },
        ],
      },
    },
    result: {
      total: 3,
      messages: [
        {
          channel_id: 'C1',
          channel: 'general',
          ts: '1508284197.000015',
          time: '2017-10-17T23:49:57.000Z',
          author: 'ada',
          user_id: 'U1',
          text: '42',
          url: 'https://acme.slack.com/archives/C1/p1508284197000015',
        },
      ],
      next_cursor: '3',
    },
  },
  {
    tool: 'slack_list_users',
    args: { cursor: 'abc' },
    sends: 'GET /users.list',
    query: { cursor: 'abc', limit: '20' },
    answer: { members: [ada, { id: 'B1', name: 'bot', is_bot: true, deleted: true }], ...last },
    result: { users: [adaRow, { id: 'B1', handle: 'bot', name: 'bot', is_bot: true, deactivated: true }] },
  },
  {
    tool: 'slack_get_user',
    args: { user_id: 'U1' },
    sends: 'GET /users.info',
    query: { user: 'U1' },
    answer: { user: ada },
    result: adaRow,
  },
  {
    tool: 'slack_find_user',
    args: { email: 'ada@example.com' },
    sends: 'GET /users.lookupByEmail',
    query: { email: 'ada@example.com' },
    answer: { user: ada },
    result: adaRow,
  },
  {
    tool: 'slack_send_message',
    args: { channel_id: 'C1', text: 'Hi', thread_ts: '1512085950.000216' },
    sends: 'POST /chat.postMessage',
    body: { channel: 'C1', text: 'Hi', thread_ts: '1512085950.000216' },
    answer: { channel: 'C1', ts: '1512085960.000100', message: { text: 'Hi' } },
    result: { channel_id: 'C1', ts: '1512085960.000100' },
  },
  {
    tool: 'slack_update_message',
    args: { channel_id: 'C1', ts: '1512085960.000100', text: 'Hello' },
    sends: 'POST /chat.update',
    body: { channel: 'C1', ts: '1512085960.000100', text: 'Hello' },
    answer: { channel: 'C1', ts: '1512085960.000100', text: 'Hello' },
    result: { channel_id: 'C1', ts: '1512085960.000100' },
  },
  {
    tool: 'slack_create_conversation',
    args: { user_ids: ['U1', 'U2'] },
    sends: 'POST /conversations.open',
    body: { users: 'U1,U2' },
    answer: { channel: { id: 'G1' }, already_open: true },
    result: { channel_id: 'G1', already_open: true },
  },
  {
    tool: 'slack_add_reaction',
    args: { channel_id: 'C1', ts: '1512085960.000100', emoji: ':wave::skin-tone-2:' },
    sends: 'POST /reactions.add',
    body: { channel: 'C1', timestamp: '1512085960.000100', name: 'wave::skin-tone-2' },
    answer: {},
    result: { reacted: true },
  },
  {
    tool: 'slack_delete_message',
    args: { channel_id: 'C1', ts: '1512085960.000100' },
    sends: 'POST /chat.delete',
    body: { channel: 'C1', ts: '1512085960.000100' },
    answer: { channel: 'C1', ts: '1512085960.000100' },
    result: { deleted: true },
  },
]

describe('every tool of slack', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const answers = [answer, expected.person].filter((body) => body !== undefined)
    const responses = answers.map((body) => jsonResponse({ ok: true, ...body }))
    const { result, requests } = await callTool(slack, tool, args, ...responses)
    const [sent, lookUp] = requests
    expect(sent?.url.origin).toBe('https://slack.com')
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends.replace(' /', ' /api/'))
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(sent?.headers.get('content-type')).toBe(expected.body ? 'application/json' : null)
    expect(lookUp?.url.href).toBe(expected.person && `${api}/users.info?user=U1`)
    expect(requests).toHaveLength(responses.length)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(slack.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
