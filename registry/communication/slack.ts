import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageNumber, pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './slack-answers.ts'
import { namesOf } from './slack-names.ts'
import { slackRefusal } from './slack-refusal.ts'

const USER_SCOPES = {
  'channels:read': 'List public channels',
  'groups:read': 'List private channels you are in',
  'im:read': 'List your direct messages',
  'mpim:read': 'List your group messages',
  'channels:history': 'Read messages in public channels',
  'groups:history': 'Read messages in private channels',
  'im:history': 'Read direct messages',
  'mpim:history': 'Read group messages',
  'users:read': 'See people’s names and profiles',
  'users:read.email': 'Find people by their e-mail address',
  'search:read': 'Search messages',
  'chat:write': 'Post, change and delete messages as you',
  'reactions:write': 'React to messages as you',
  'im:write': 'Open direct messages',
  'mpim:write': 'Open group messages',
}

const channelId = z.string()
const ts = z.string().describe('Of the message')
const mrkdwn = z.string().min(1).describe('mrkdwn: *bold*, <url|label>, <@user_id>')
const maxChars = z.int().min(100).max(50_000).default(2000).describe('Per message')

/** @see https://docs.slack.dev/reference/methods */
export const slack = defineIntegration({
  id: 'slack',
  name: 'Slack',
  category: 'communication',
  description: 'Channels, messages and people of a workspace.',
  icon: 'slack.svg',
  curated: 3,
  auth: [
    {
      // https://docs.slack.dev/authentication/using-pkce: a desktop redirect gets user scopes only; they travel
      // in `user_scope`.
      type: 'oauth2',
      authorizeUrl: 'https://slack.com/oauth/v2/authorize',
      tokenUrl: 'https://slack.com/api/oauth.v2.access',
      scopes: USER_SCOPES,
      scopeParameter: 'user_scope',
      scopeSeparator: ',',
      clientIdEnv: 'SLACK_CLIENT_ID',
      redirect: { host: 'localhost', port: 48_620 },
      tokenParent: 'authed_user',
      revoke: { url: 'https://slack.com/api/auth.revoke', authorization: 'bearer' },
      consoleUrl: 'https://api.slack.com/apps',
    },
    {
      type: 'api_key',
      label: 'User or bot token',
      prefix: 'Bearer ',
      helpUrl: 'https://api.slack.com/apps',
      placeholder: 'xoxp-… or xoxb-…',
    },
  ],
  hosts: ['slack.com'],
  apiBase: 'https://slack.com/api',
  refusal: slackRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('POST /auth.test', { schema: answers.identityAnswer })
      const name = data.user ?? data.user_id
      return { id: `${data.team_id}/${data.user_id}`, name: data.team ? `${name} (${data.team})` : name }
    },
  },
  defaults: [
    {
      argument: 'channel_id',
      unless: ['thread_ts'],
      label: 'Channel',
      listedBy: 'slack_list_channels',
      list: 'channels',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'slack_get_viewer',
      description: 'The signed-in user or bot, and the workspace.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('POST /auth.test', { schema: answers.identityAnswer })
        const { team_id, team, url, bot_id } = data
        return compact({ user_id: data.user_id, handle: data.user, bot_id, team_id, team, url })
      },
    },
    {
      name: 'slack_list_channels',
      description:
        'Conversations: channels by default, im and mpim are direct messages. A page may be short.',
      parameters: z.object({
        types: z
          .array(z.enum(['public_channel', 'private_channel', 'mpim', 'im']))
          .min(1)
          .default(['public_channel', 'private_channel'])
          .describe('Kinds'),
        joined: z.boolean().default(false).describe('Only those the user is in'),
        ...pageParameters,
      }),
      async handler({ types, joined, cursor, limit }, { request }) {
        const query = { types: types.join(','), exclude_archived: true, cursor, limit }
        const options = { query, schema: answers.channelsAnswer }
        const { data } = joined
          ? await request('GET /users.conversations', options)
          : await request('GET /conversations.list', options)
        const names = await namesOf(
          data.channels.map(({ user }) => user),
          { request },
        )
        const rows = data.channels.map((channel) => answers.channelRow(channel, names))
        return answers.pageOf('channels', rows, data)
      },
    },
    {
      name: 'slack_get_channel',
      description: 'One conversation: name, topic, purpose, number of members.',
      parameters: z.object({ channel_id: channelId }),
      async handler({ channel_id: channel }, { request }) {
        const query = { channel, include_num_members: true }
        const { data } = await request('GET /conversations.info', { query, schema: answers.channelAnswer })
        return answers.channelRow(data.channel, await namesOf([data.channel.user], { request }))
      },
    },
    {
      name: 'slack_list_messages',
      description: 'Messages of a conversation, newest first; replies > 0: slack_list_replies.',
      parameters: z.object({
        channel_id: channelId,
        oldest: z.string().optional().describe('After this ts or Unix time'),
        latest: z.string().optional().describe('Before it'),
        max_chars: maxChars,
        ...pageParameters,
      }),
      async handler({ channel_id: channel, max_chars, ...page }, { request }) {
        const options = { query: { channel, ...page }, schema: answers.messagesAnswer }
        const { data } = await request('GET /conversations.history', options)
        const names = await namesOf(answers.peopleIn(data.messages), { request })
        const rows = data.messages.map((message) => answers.messageRow(message, names, max_chars))
        return answers.pageOf('messages', rows, data)
      },
    },
    {
      name: 'slack_list_replies',
      description: 'A thread, oldest first, its parent included.',
      parameters: z.object({
        channel_id: channelId,
        thread_ts: z.string().describe('ts of the parent'),
        max_chars: maxChars,
        ...pageParameters,
      }),
      async handler({ channel_id: channel, thread_ts, max_chars, ...page }, { request }) {
        const options = { query: { channel, ts: thread_ts, ...page }, schema: answers.messagesAnswer }
        const { data } = await request('GET /conversations.replies', options)
        const names = await namesOf(answers.peopleIn(data.messages), { request })
        const rows = data.messages.map((message) => answers.messageRow(message, names, max_chars))
        return answers.pageOf('messages', rows, data)
      },
    },
    {
      name: 'slack_search_messages',
      description: 'Search messages everywhere. Needs a user token.',
      parameters: z.object({
        query: z.string().min(1).describe('e.g. “budget in:#finance from:@ada after:2026-01-31”'),
        sort: z.enum(['score', 'timestamp']).default('score'),
        max_chars: maxChars,
        ...pageParameters,
      }),
      async handler({ query, sort, max_chars, cursor, limit }, { request }) {
        const { data } = await request('GET /search.messages', {
          query: { query, sort, count: limit, page: pageNumber(cursor) },
          schema: answers.matchesAnswer,
        })
        const { total, matches, paging } = data.messages
        const page = paging?.page ?? 1
        const next = page < (paging?.pages ?? 1) ? String(page + 1) : undefined
        const rows = matches.map((match) => answers.matchRow(match, max_chars))
        return compact({ total, messages: rows, next_cursor: next })
      },
    },
    {
      name: 'slack_list_users',
      description: 'People and bots of the workspace.',
      parameters: z.object(pageParameters),
      async handler(query, { request }) {
        const { data } = await request('GET /users.list', { query, schema: answers.usersAnswer })
        return answers.pageOf('users', data.members.map(answers.userRow), data)
      },
    },
    {
      name: 'slack_get_user',
      description: 'One person by id: name, title, status, time zone.',
      parameters: z.object({ user_id: z.string() }),
      async handler({ user_id: user }, { request }) {
        const { data } = await request('GET /users.info', { query: { user }, schema: answers.userAnswer })
        return answers.userRow(data.user)
      },
    },
    {
      name: 'slack_find_user',
      description: 'The person with an e-mail address.',
      parameters: z.object({ email: z.string().describe('Exact') }),
      async handler(query, { request }) {
        const { data } = await request('GET /users.lookupByEmail', { query, schema: answers.userAnswer })
        return answers.userRow(data.user)
      },
    },
    {
      name: 'slack_send_message',
      description: 'Post a message, or a reply with thread_ts. Each call posts a new one.',
      parameters: z.object({
        channel_id: channelId,
        text: mrkdwn,
        thread_ts: z.string().optional().describe('ts of the parent, not of a reply'),
      }),
      summary: ({ channel_id, text, thread_ts }) =>
        `${thread_ts === undefined ? 'Post in' : 'Reply in a thread of'} ${quote(channel_id)}: ${quote(text)}`,
      preview: ({ channel_id: place, text, thread_ts: replyTo }) => ({
        kind: 'message',
        place,
        text,
        replyTo,
      }),
      async handler({ channel_id: channel, ...message }, { request }) {
        const json = { channel, ...message }
        const { data } = await request('POST /chat.postMessage', { json, schema: answers.postedAnswer })
        return compact({ channel_id: data.channel, ts: data.ts })
      },
    },
    {
      name: 'slack_update_message',
      description: 'Replace the text of an own message. Safe to repeat.',
      parameters: z.object({ channel_id: channelId, ts, text: mrkdwn }),
      summary: ({ channel_id, ts: message, text }) =>
        `Change the message ${quote(message)} in ${quote(channel_id)} to ${quote(text)}`,
      preview: ({ channel_id: place, ts: replaces, text }) => ({ kind: 'message', place, text, replaces }),
      async handler({ channel_id: channel, ...message }, { request }) {
        const json = { channel, ...message }
        const { data } = await request('POST /chat.update', { json, schema: answers.postedAnswer })
        return compact({ channel_id: data.channel, ts: data.ts })
      },
    },
    {
      name: 'slack_create_conversation',
      description:
        'Open the direct message with one person, or a group message. A repeat returns the same one.',
      parameters: z.object({ user_ids: z.array(z.string()).min(1).max(8) }),
      summary: ({ user_ids }) => `Open a direct message with ${user_ids.map(quote).join(', ')}`,
      async handler({ user_ids }, { request }) {
        const json = { users: user_ids.join(',') }
        const { data } = await request('POST /conversations.open', { json, schema: answers.openedAnswer })
        return compact({ channel_id: data.channel.id, already_open: data.already_open })
      },
    },
    {
      name: 'slack_add_reaction',
      description: 'React to a message. A repeat is refused.',
      parameters: z.object({
        channel_id: channelId,
        ts,
        emoji: z.string().describe('Name, e.g. thumbsup'),
      }),
      summary: ({ channel_id, ts: message, emoji }) =>
        `React with ${quote(emoji)} to the message ${quote(message)} in ${quote(channel_id)}`,
      async handler({ channel_id: channel, ts: timestamp, emoji }, { request }) {
        const json = { channel, timestamp, name: emoji.replaceAll(/^:|:$/g, '') }
        await request('POST /reactions.add', { json, schema: answers.doneAnswer })
        return { reacted: true }
      },
    },
    {
      name: 'slack_delete_message',
      description: 'Delete an own message for everyone. It cannot be undone.',
      parameters: z.object({ channel_id: channelId, ts }),
      summary: ({ channel_id, ts: message }) =>
        `Delete the message ${quote(message)} in ${quote(channel_id)}`,
      async handler({ channel_id: channel, ts: message }, { request }) {
        const json = { channel, ts: message }
        await request('POST /chat.delete', { json, schema: answers.postedAnswer })
        return { deleted: true }
      },
    },
  ],
})
