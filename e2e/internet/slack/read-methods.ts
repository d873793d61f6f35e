import { z } from 'zod'
import { errorAnswer, okAnswer, pageAnswer } from './answers.ts'
import type { SlackData } from './data.ts'
import { method, withChannel, type Method } from './methods.ts'
import { channelShape, emailOf, matchShape, messageShape, userShape } from './shapes.ts'

const number = z.coerce.number().int().min(1).max(1000)
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const page = { limit: number.default(100), cursor: z.string().optional() }
const kinds = z.string().transform((value) => value.split(','))
const moment = z.string().regex(/^\d+(\.\d+)?$/, 'invalid_ts')

const channelList = z.strictObject({
  ...page,
  types: kinds.default(['public_channel']),
  exclude_archived: flag.default(false),
})
const listChannels = (data: SlackData, values: z.output<typeof channelList>, joined: boolean) => {
  const rows = data.channels
    .filter(({ kind }) => values.types.includes(kind))
    .filter(({ isArchived }) => !values.exclude_archived || !isArchived)
    .filter(({ members, kind }) => (!joined && kind === 'public_channel') || members.includes(data.viewer))
  return pageAnswer(
    'channels',
    rows.map((row) => channelShape(data, row)),
    values,
  )
}

export const readMethods: readonly Method[] = [
  method('auth.test', { input: z.strictObject({}) }, ({ teamId, viewer }) =>
    okAnswer({
      url: 'https://meridian.slack.com/',
      team: 'Meridian',
      user: 'ada',
      team_id: teamId,
      user_id: viewer,
      is_enterprise_install: false,
    }),
  ),
  method('conversations.list', { scope: 'channels:read', input: channelList }, (data, values) =>
    listChannels(data, values, false),
  ),
  method('users.conversations', { scope: 'channels:read', input: channelList }, (data, values) =>
    listChannels(data, values, true),
  ),
  method(
    'conversations.info',
    {
      scope: 'channels:read',
      input: z.strictObject({ channel: z.string(), include_num_members: flag.default(false) }),
    },
    (data, { channel: id, include_num_members: count }) =>
      withChannel(data, id, (channel) => okAnswer({ channel: channelShape(data, channel, count) })),
  ),
  method(
    'conversations.history',
    {
      scope: 'channels:history',
      input: z.strictObject({
        ...page,
        channel: z.string(),
        oldest: moment.default('0'),
        latest: moment.optional(),
        inclusive: flag.default(false),
      }),
    },
    (data, values) =>
      withChannel(data, values.channel, (channel) => {
        const latest = Number(values.latest ?? Infinity)
        const rows = data.messages
          .filter((row) => row.channel === channel.id && row.threadTs === null)
          .filter(({ ts }) => Number(ts) > Number(values.oldest) && Number(ts) < latest)
          .sort((one, other) => other.ts.localeCompare(one.ts))
        const shown = rows.map((row) => messageShape(data, row))
        return pageAnswer('messages', shown, values, (more) => ({ has_more: more, pin_count: 0 }))
      }),
  ),
  method(
    'conversations.replies',
    { scope: 'channels:history', input: z.strictObject({ ...page, channel: z.string(), ts: moment }) },
    (data, values) =>
      withChannel(data, values.channel, (channel) => {
        const rows = data.messages.filter(
          (row) => row.channel === channel.id && [row.ts, row.threadTs].includes(values.ts),
        )
        if (rows.length === 0) return errorAnswer('thread_not_found')
        const shown = rows.map((row) => messageShape(data, row))
        return pageAnswer('messages', shown, values, (more) => ({ has_more: more }))
      }),
  ),
  method(
    'search.messages',
    {
      scope: 'search:read',
      input: z.strictObject({
        query: z.string(),
        sort: z.enum(['score', 'timestamp']).default('score'),
        sort_dir: z.enum(['asc', 'desc']).default('desc'),
        count: number.max(100).default(20),
        page: number.max(100).default(1),
      }),
    },
    (data, { query, count, page: wanted }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      if (words.length === 0) return errorAnswer('No query passed')
      const rows = data.messages
        .filter((row) => words.every((word) => row.text.toLowerCase().includes(word)))
        .sort((one, other) => other.ts.localeCompare(one.ts))
      const pages = Math.max(1, Math.ceil(rows.length / count))
      const matches = rows.slice((wanted - 1) * count, wanted * count).map((row) => matchShape(data, row))
      const paging = { count, total: rows.length, page: wanted, pages }
      return okAnswer({ query, messages: { total: rows.length, paging, matches } })
    },
  ),
  method('users.list', { scope: 'users:read', input: z.strictObject(page) }, (data, values) =>
    pageAnswer(
      'members',
      data.users.map((user) => userShape(data, user)),
      values,
    ),
  ),
  method(
    'users.info',
    { scope: 'users:read', input: z.strictObject({ user: z.string() }) },
    (data, { user: id }) => {
      const user = data.users.find((candidate) => candidate.id === id)
      return user ? okAnswer({ user: userShape(data, user) }) : errorAnswer('user_not_found')
    },
  ),
  method(
    'users.lookupByEmail',
    { scope: 'users:read.email', input: z.strictObject({ email: z.string() }) },
    (data, { email }) => {
      const user = data.users.find((candidate) => !candidate.isBot && emailOf(candidate) === email)
      return user ? okAnswer({ user: userShape(data, user) }) : errorAnswer('users_not_found')
    },
  ),
]
