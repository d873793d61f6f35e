import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import * as answers from './discord-answers.ts'

const guildId = z.string()
const inChannel = { channel_id: z.string().describe('Channel, thread or direct message') }
const atMessage = { channel_id: z.string(), message_id: z.string() }
const content = z.string().min(1).max(2000).describe('Discord Markdown; <@user_id> mentions')

/** Of one search page, and how far its results can be paged. */
const MOST_FOUND = 25
const LAST_OFFSET = 9975
const MEMBERS_FOUND = 25

/** Nobody is notified by accident; `@everyone` never. */
function allowedMentions(notify: boolean) {
  return { parse: notify ? ['users', 'roles'] : [] }
}

/** @throws ProviderError 400: Discord would answer an offset it does not know with the first page */
function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,4}$/.test(cursor) && Number(cursor) <= LAST_OFFSET) return Number(cursor)
  throw new ProviderError(ownReason('cursor'), 400)
}

/** @see https://docs.discord.com/developers/reference */
export const discord = defineIntegration({
  id: 'discord',
  name: 'Discord',
  category: 'communication',
  description: 'Servers, channels and messages, through a bot of your own.',
  icon: 'discord.svg',
  curated: 10,
  auth: {
    type: 'api_key',
    label: 'Bot token',
    prefix: 'Bot ',
    helpUrl: 'https://discord.com/developers/applications',
  },
  hosts: ['discord.com'],
  apiBase: 'https://discord.com/api/v10',
  // Requests without an agent of this form may be blocked.
  headers: { 'user-agent': 'DiscordBot (https://discord.com/developers/applications, 1) Gatehouse' },
  refusal: answers.discordRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('GET /users/@me', { schema: answers.userAnswer })
      return { id: data.id, name: data.username ?? data.id }
    },
  },
  defaults: [
    {
      argument: 'guild_id',
      label: 'Server',
      listedBy: 'discord_list_guilds',
      list: 'guilds',
      value: 'id',
      name: 'name',
    },
  ],
  tools: [
    {
      name: 'discord_get_viewer',
      description: 'The connected bot.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /users/@me', { schema: answers.userAnswer })
        return answers.userRow(data)
      },
    },
    {
      name: 'discord_list_guilds',
      description: 'Servers the bot is in, for guild_id.',
      parameters: z.object(pageParameters),
      async handler({ cursor, limit }, { request }) {
        const query = { limit, after: cursor, with_counts: true }
        const { data } = await request('GET /users/@me/guilds', { query, schema: answers.guildsAnswer })
        const row = { idOf: ({ id }: { readonly id: string }) => id, rowOf: answers.guildRow }
        return answers.pageById('guilds', data ?? [], limit, row)
      },
    },
    {
      name: 'discord_list_channels',
      description: 'Channels of a server with their categories; threads: discord_list_threads.',
      parameters: z.object({ guild_id: guildId, ...pageParameters }),
      async handler({ guild_id, ...page }, { request }) {
        const options = { path: { guild_id }, schema: answers.channelsAnswer }
        const { data } = await request('GET /guilds/{guild_id}/channels', options)
        return answers.pageWithTotal('channels', answers.channelRows(data ?? []), page)
      },
    },
    {
      name: 'discord_list_threads',
      description: 'Active threads of a server, newest first; their id is a channel_id.',
      parameters: z.object({ guild_id: guildId, ...pageParameters }),
      async handler({ guild_id, ...page }, { request }) {
        const options = { path: { guild_id }, schema: answers.threadsAnswer }
        const { data } = await request('GET /guilds/{guild_id}/threads/active', options)
        return answers.pageWithTotal('threads', data.threads.map(answers.threadRow), page)
      },
    },
    {
      name: 'discord_list_messages',
      description: 'Messages, newest first. Empty contents: the bot lacks the Message Content intent.',
      parameters: z.object({ ...inChannel, ...pageParameters }),
      async handler({ channel_id, cursor, limit }, { request }) {
        const { data } = await request('GET /channels/{channel_id}/messages', {
          path: { channel_id },
          query: { limit, before: cursor },
          schema: answers.messagesAnswer,
        })
        const row = { idOf: ({ id }: { readonly id: string }) => id, rowOf: answers.messageRow }
        return answers.pageById('messages', data ?? [], limit, row)
      },
    },
    {
      name: 'discord_search_messages',
      description: 'Search messages of a server, newest first, at most 25 a page.',
      parameters: z.object({
        guild_id: guildId,
        query: z.string().max(1024).optional(),
        channel_id: z.string().optional(),
        author_id: z.string().optional(),
        ...pageParameters,
      }),
      async handler({ guild_id, query: words, channel_id, author_id, cursor, limit }, { request }) {
        const [offset, size] = [offsetOf(cursor), Math.min(limit, MOST_FOUND)]
        const { data } = await request('GET /guilds/{guild_id}/messages/search', {
          path: { guild_id },
          query: { content: words, channel_id, author_id, limit: size, offset },
          schema: answers.foundAnswer,
        })
        const next = offset + size
        const more = next < (data.total_results ?? 0) && next <= LAST_OFFSET
        const messages = data.messages.flat().map(answers.foundRow)
        return compact({ total: data.total_results, messages, next_cursor: more ? String(next) : undefined })
      },
    },
    {
      name: 'discord_list_members',
      description: 'People of a server. Needs the Server Members intent.',
      parameters: z.object({ guild_id: guildId, ...pageParameters }),
      async handler({ guild_id, cursor, limit }, { request }) {
        const { data } = await request('GET /guilds/{guild_id}/members', {
          path: { guild_id },
          query: { limit, after: cursor },
          schema: answers.membersAnswer,
        })
        const row = {
          idOf: ({ user }: { readonly user: { readonly id: string } }) => user.id,
          rowOf: answers.memberRow,
        }
        return answers.pageById('members', data ?? [], limit, row)
      },
    },
    {
      name: 'discord_find_members',
      description: 'Up to 25 people of a server whose user name or nickname begins with a text.',
      parameters: z.object({ guild_id: guildId, query: z.string().min(1).max(100) }),
      async handler({ guild_id, query }, { request }) {
        const { data } = await request('GET /guilds/{guild_id}/members/search', {
          path: { guild_id },
          query: { query, limit: MEMBERS_FOUND },
          schema: answers.membersAnswer,
        })
        return { members: (data ?? []).map(answers.memberRow) }
      },
    },
    {
      name: 'discord_send_message',
      description: 'Post a message as the bot. Each call posts a new one.',
      parameters: z.object({
        ...inChannel,
        content,
        reply_to: z.string().optional().describe('Message id in that channel'),
        notify: z.boolean().default(false).describe('Ping mentioned people and roles'),
      }),
      summary: ({ channel_id, content: words, notify }) =>
        `Post in ${quote(channel_id)}${notify ? ', with pings' : ''}: ${quote(words)}`,
      preview: ({ channel_id: place, content: text, reply_to: replyTo }) => ({
        kind: 'message',
        place,
        text,
        replyTo,
      }),
      async handler({ channel_id, content: words, reply_to, notify }, { request }) {
        const { data } = await request('POST /channels/{channel_id}/messages', {
          path: { channel_id },
          json: {
            content: words,
            allowed_mentions: allowedMentions(notify),
            message_reference: reply_to === undefined ? undefined : { message_id: reply_to },
          },
          schema: answers.messageAnswer,
        })
        return compact({ id: data.id, channel_id: data.channel_id, time: data.timestamp })
      },
    },
    {
      name: 'discord_update_message',
      description: 'Replace the text of a message of the bot, without pings. Safe to repeat.',
      parameters: z.object({ ...atMessage, content }),
      summary: ({ channel_id, message_id, content: words }) =>
        `Change the message ${quote(message_id)} in ${quote(channel_id)} to ${quote(words)}`,
      preview: ({ channel_id: place, message_id: replaces, content: text }) => ({
        kind: 'message',
        place,
        text,
        replaces,
      }),
      async handler({ content: words, ...path }, { request }) {
        const { data } = await request('PATCH /channels/{channel_id}/messages/{message_id}', {
          path,
          json: { content: words, allowed_mentions: allowedMentions(false) },
          schema: answers.messageAnswer,
        })
        return compact({ id: data.id, edited_at: data.edited_timestamp })
      },
    },
    {
      name: 'discord_create_thread',
      description: 'Start a thread from a message. A repeat is refused.',
      parameters: z.object({ ...atMessage, name: z.string().min(1).max(100) }),
      summary: ({ channel_id, message_id, name }) =>
        `Start the thread ${quote(name)} from the message ${quote(message_id)} in ${quote(channel_id)}`,
      async handler({ name, ...path }, { request }) {
        const route = 'POST /channels/{channel_id}/messages/{message_id}/threads'
        const { data } = await request(route, { path, json: { name }, schema: answers.threadAnswer })
        return answers.threadRow(data)
      },
    },
    {
      name: 'discord_create_direct_channel',
      description: 'Open the direct message with a person, for channel_id. A repeat returns the same one.',
      parameters: z.object({ user_id: z.string() }),
      summary: ({ user_id }) => `Open a direct message with ${quote(user_id)}`,
      async handler({ user_id: recipient_id }, { request }) {
        const options = { json: { recipient_id }, schema: answers.directAnswer }
        const { data } = await request('POST /users/@me/channels', options)
        return { channel_id: data.id }
      },
    },
    {
      name: 'discord_add_reaction',
      description: 'React to a message. Safe to repeat.',
      parameters: z.object({
        ...atMessage,
        emoji: z.string().min(1).describe('👍, or name:id of a custom one'),
      }),
      summary: ({ channel_id, message_id, emoji }) =>
        `React with ${quote(emoji)} to the message ${quote(message_id)} in ${quote(channel_id)}`,
      async handler({ emoji, ...path }, { request }) {
        // In a text a custom emoji is written `<:name:id>`.
        const emoji_name = emoji.replaceAll(/^<a?:|>$/g, '')
        const route = 'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me'
        await request(route, { path: { ...path, emoji_name }, schema: answers.nothing })
        return { reacted: true }
      },
    },
    {
      name: 'discord_delete_message',
      description: 'Delete a message for everyone. It cannot be undone.',
      parameters: z.object(atMessage),
      summary: ({ channel_id, message_id }) =>
        `Delete the message ${quote(message_id)} in ${quote(channel_id)}`,
      async handler(path, { request }) {
        const route = 'DELETE /channels/{channel_id}/messages/{message_id}'
        await request(route, { path, schema: answers.nothing })
        return { deleted: true }
      },
    },
  ],
})
