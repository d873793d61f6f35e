import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import type { OneRequestCase } from '../testing/tool-case.ts'
import { discord } from './discord.ts'

const api = 'https://discord.com/api/v10'
const ada = { id: '80', username: 'ada', global_name: 'Ada', discriminator: '0', avatar: null }
const message = {
  id: '100',
  type: 0,
  channel_id: '20',
  author: ada,
  content: 'Hi <@81> 👋',
  timestamp: '2026-01-02T03:04:05.000000+00:00',
  edited_timestamp: null,
  mentions: [{ id: '81', username: 'bob', global_name: null }],
  attachments: [{ id: '1', filename: 'a.png', url: 'https://cdn.example/a.png', size: 3 }],
  embeds: [],
  reactions: [
    { emoji: { id: null, name: '👍' }, count: 2 },
    { emoji: { id: '55', name: 'party' }, count: 1 },
  ],
  message_reference: { type: 0, channel_id: '20', message_id: '99' },
  thread: { id: '100', name: 'Talk' },
}
const messageRow = {
  id: '100',
  time: '2026-01-02T03:04:05.000000+00:00',
  author: 'Ada',
  author_id: '80',
  content: 'Hi <@81> 👋',
  reply_to: '99',
  mentions: [{ id: '81', name: 'bob' }],
  attachments: [{ filename: 'a.png', url: 'https://cdn.example/a.png' }],
  reactions: [
    { emoji: '👍', count: 2 },
    { emoji: 'party:55', count: 1 },
  ],
  thread_id: '100',
}
const thread = {
  id: '100',
  type: 11,
  name: 'Talk',
  parent_id: '20',
  message_count: 3,
  thread_metadata: { archived: false, locked: false, create_timestamp: '2026-01-02T00:00:00+00:00' },
}
const threadRow = {
  id: '100',
  name: 'Talk',
  channel_id: '20',
  messages: 3,
  created_at: '2026-01-02T00:00:00+00:00',
}
const member = { user: ada, nick: 'Countess', roles: ['7'], joined_at: '2026-01-01T00:00:00+00:00' }
const memberRow = {
  id: '80',
  username: 'ada',
  name: 'Ada',
  nick: 'Countess',
  role_ids: ['7'],
  joined_at: '2026-01-01T00:00:00+00:00',
}
const empty = () => new Response(null, { status: 204 })

const cases: readonly OneRequestCase[] = [
  {
    tool: 'discord_get_viewer',
    args: {},
    sends: 'GET /users/@me',
    answer: jsonResponse({ ...ada, id: '9', username: 'helper', global_name: null, bot: true }),
    result: { id: '9', username: 'helper', is_bot: true },
  },
  {
    tool: 'discord_list_guilds',
    args: { limit: 1, cursor: '5' },
    sends: 'GET /users/@me/guilds',
    query: { limit: '1', after: '5', with_counts: 'true' },
    answer: jsonResponse([
      { id: '10', name: 'Krew', owner: false, permissions: '8', approximate_member_count: 3268 },
    ]),
    result: { guilds: [{ id: '10', name: 'Krew', members: 3268 }], next_cursor: '10' },
  },
  {
    tool: 'discord_list_channels',
    args: { guild_id: '10' },
    sends: 'GET /guilds/10/channels',
    answer: jsonResponse([
      { id: '19', type: 4, name: 'Text', parent_id: null },
      { id: '20', type: 0, name: 'general', parent_id: '19', topic: 'Anything' },
      { id: '21', type: 99, name: 'new kind', parent_id: null, topic: null },
    ]),
    result: {
      channels: [
        { id: '20', type: 'text', name: 'general', topic: 'Anything', category: 'Text' },
        { id: '21', type: '99', name: 'new kind' },
      ],
      total: 2,
    },
  },
  {
    tool: 'discord_list_threads',
    args: { guild_id: '10', limit: 1, cursor: '1' },
    sends: 'GET /guilds/10/threads/active',
    answer: jsonResponse({
      threads: [{ ...thread, id: '101' }, thread, { ...thread, id: '99' }],
      members: [],
    }),
    result: { threads: [threadRow], next_cursor: '2', total: 3 },
  },
  {
    tool: 'discord_list_messages',
    args: { channel_id: '20', limit: 1, cursor: '101' },
    sends: 'GET /channels/20/messages',
    query: { limit: '1', before: '101' },
    answer: jsonResponse([message]),
    result: { messages: [messageRow], next_cursor: '100' },
  },
  {
    tool: 'discord_search_messages',
    args: { guild_id: '10', query: 'hi', channel_id: '20', author_id: '80', limit: 50, cursor: '25' },
    sends: 'GET /guilds/10/messages/search',
    query: { content: 'hi', channel_id: '20', author_id: '80', limit: '25', offset: '25' },
    answer: jsonResponse({ messages: [[message]], total_results: 60, doing_deep_historical_index: false }),
    result: { total: 60, messages: [{ channel_id: '20', ...messageRow }], next_cursor: '50' },
  },
  {
    tool: 'discord_list_members',
    args: { guild_id: '10', cursor: '70' },
    sends: 'GET /guilds/10/members',
    query: { limit: '20', after: '70' },
    answer: jsonResponse([member]),
    result: { members: [memberRow] },
  },
  {
    tool: 'discord_find_members',
    args: { guild_id: '10', query: 'cou' },
    sends: 'GET /guilds/10/members/search',
    query: { query: 'cou', limit: '25' },
    answer: jsonResponse([member]),
    result: { members: [memberRow] },
  },
  {
    tool: 'discord_send_message',
    args: { channel_id: '20', content: 'Hi <@81>', reply_to: '99', notify: true },
    sends: 'POST /channels/20/messages',
    body: {
      content: 'Hi <@81>',
      allowed_mentions: { parse: ['users', 'roles'] },
      message_reference: { message_id: '99' },
    },
    answer: jsonResponse(message),
    result: { id: '100', channel_id: '20', time: '2026-01-02T03:04:05.000000+00:00' },
  },
  {
    tool: 'discord_update_message',
    args: { channel_id: '20', message_id: '100', content: 'Ho' },
    sends: 'PATCH /channels/20/messages/100',
    body: { content: 'Ho', allowed_mentions: { parse: [] } },
    answer: jsonResponse({ ...message, edited_timestamp: '2026-01-03T00:00:00+00:00' }),
    result: { id: '100', edited_at: '2026-01-03T00:00:00+00:00' },
  },
  {
    tool: 'discord_create_thread',
    args: { channel_id: '20', message_id: '100', name: 'Talk' },
    sends: 'POST /channels/20/messages/100/threads',
    body: { name: 'Talk' },
    answer: jsonResponse(thread, { status: 201 }),
    result: threadRow,
  },
  {
    tool: 'discord_create_direct_channel',
    args: { user_id: '80' },
    sends: 'POST /users/@me/channels',
    body: { recipient_id: '80' },
    answer: jsonResponse({ id: '30', type: 1, recipients: [ada] }),
    result: { channel_id: '30' },
  },
  {
    tool: 'discord_add_reaction',
    args: { channel_id: '20', message_id: '100', emoji: '<:party:55>' },
    sends: 'PUT /channels/20/messages/100/reactions/party%3A55/@me',
    answer: empty(),
    result: { reacted: true },
  },
  {
    tool: 'discord_add_reaction',
    args: { channel_id: '20', message_id: '100', emoji: '👍' },
    sends: 'PUT /channels/20/messages/100/reactions/%F0%9F%91%8D/@me',
    answer: empty(),
    result: { reacted: true },
  },
  {
    tool: 'discord_delete_message',
    args: { channel_id: '20', message_id: '100' },
    sends: 'DELETE /channels/20/messages/100',
    answer: empty(),
    result: { deleted: true },
  },
]

describe('every tool of discord', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(discord, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    const [method, path] = expected.sends.split(' ')
    expect([sent?.method, `${sent?.url.origin}${sent?.url.pathname}`]).toEqual([method, `${api}${path}`])
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.body)
    expect(sent?.headers.get('user-agent')).toMatch(/^DiscordBot \(https:\/\/\S+, \d+\)/)
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(discord.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
