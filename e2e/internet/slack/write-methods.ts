import { z } from 'zod'
import type { SimulatedAnswer } from '../exchange.ts'
import { errorAnswer, okAnswer } from './answers.ts'
import type { Message, SlackData } from './data.ts'
import { method, withChannel, type Method } from './methods.ts'
import { channelShape, messageShape } from './shapes.ts'

const channel = z.string()
const ts = z.string()
const own = { channel, ts }

/** The message of that `ts`, if the person can see its conversation. */
const withMessage = (
  data: SlackData,
  place: { readonly channel: string; readonly ts: string },
  answer: (message: Message) => SimulatedAnswer,
): SimulatedAnswer =>
  withChannel(data, place.channel, ({ id }) => {
    const message = data.messages.find((row) => row.channel === id && row.ts === place.ts)
    return message ? answer(message) : errorAnswer('message_not_found')
  })

/** Slack keeps `&`, `<` and `>` of plain text as entities. */
const stored = (text: string): string => text.replaceAll(/&(?!(amp|lt|gt);)/g, '&amp;')

export const writeMethods: readonly Method[] = [
  method(
    'chat.postMessage',
    {
      scope: 'chat:write',
      takesJson: true,
      input: z.strictObject({
        channel,
        text: z.string().max(40_000, 'msg_too_long'),
        thread_ts: ts.optional(),
      }),
    },
    (data, values) =>
      withChannel(data, values.channel, ({ id, members, isArchived }) => {
        if (isArchived) return errorAnswer('is_archived')
        if (!members.includes(data.viewer)) return errorAnswer('not_in_channel')
        if (values.text === '') return errorAnswer('no_text')
        const parent = values.thread_ts ?? null
        if (parent !== null && !data.messages.some((row) => row.channel === id && row.ts === parent)) {
          return errorAnswer('thread_not_found')
        }
        const message: Message = {
          channel: id,
          ts: data.nextTs(),
          user: data.viewer,
          threadTs: parent,
          text: stored(values.text),
          reactions: new Map(),
        }
        data.messages.push(message)
        return okAnswer({ channel: id, ts: message.ts, message: messageShape(data, message) })
      }),
  ),
  method(
    'chat.update',
    { scope: 'chat:write', takesJson: true, input: z.strictObject({ ...own, text: z.string() }) },
    (data, values) =>
      withMessage(data, values, (message) => {
        if (message.user !== data.viewer) return errorAnswer('cant_update_message')
        message.text = stored(values.text)
        return okAnswer({ channel: message.channel, ts: message.ts, text: message.text })
      }),
  ),
  method(
    'chat.delete',
    { scope: 'chat:write', takesJson: true, input: z.strictObject(own) },
    (data, values) =>
      withMessage(data, values, (message) => {
        if (message.user !== data.viewer) return errorAnswer('cant_delete_message')
        data.messages.splice(data.messages.indexOf(message), 1)
        return okAnswer({ channel: message.channel, ts: message.ts })
      }),
  ),
  method(
    'conversations.open',
    { scope: 'im:write', takesJson: true, input: z.strictObject({ users: z.string() }) },
    (data, { users }) => {
      const wanted = users.split(',')
      if (wanted.some((id) => !data.users.some((user) => user.id === id)))
        return errorAnswer('user_not_found')
      const [person = ''] = wanted
      if (wanted.length > 1) return errorAnswer('method_not_supported_for_channel_type')
      const existing = data.channels.find(({ kind, members }) => kind === 'im' && members.includes(person))
      if (existing) return okAnswer({ no_op: true, already_open: true, channel: { id: existing.id } })
      const opened = {
        id: `D0${person.slice(2)}`,
        name: '',
        kind: 'im' as const,
        topic: '',
        isArchived: false,
        members: [data.viewer, person],
      }
      data.channels.push(opened)
      return okAnswer({ channel: channelShape(data, opened) })
    },
  ),
  method(
    'reactions.add',
    {
      scope: 'reactions:write',
      takesJson: true,
      input: z.strictObject({ channel, timestamp: ts, name: z.string().regex(/^[\w+-]+$/, 'invalid_name') }),
    },
    (data, values) =>
      withMessage(data, { channel: values.channel, ts: values.timestamp }, ({ reactions }) => {
        const users = reactions.get(values.name) ?? []
        if (users.includes(data.viewer)) return errorAnswer('already_reacted')
        reactions.set(values.name, [...users, data.viewer])
        return okAnswer()
      }),
  ),
]
