import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageParameters } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './telegram-answers.ts'
import { readText } from './telegram-file.ts'
import { telegramRefusal } from './telegram-refusal.ts'
import { fits, memberCount, MOST_CAPTION, MOST_TEXT, sending, tooLong } from './telegram-requests.ts'
import { forgetUpdates, waitingUpdates } from './telegram-updates.ts'

const inChat = { chat_id: z.string().describe('Id, or @name of a public group or channel') }
const messageId = z.int().min(1)
const parse_mode = z.enum(['HTML', 'MarkdownV2']).optional().describe('Default: plain text')
const text = z.string().min(1).describe(`At most ${MOST_TEXT} characters`)
const silent = z.boolean().optional().describe('No sound')

/** @see https://core.telegram.org/bots/api */
export const telegram = defineIntegration({
  id: 'telegram',
  name: 'Telegram',
  category: 'communication',
  description: 'Messages, files and polls, through a bot of your own.',
  icon: 'telegram.svg',
  auth: {
    type: 'api_key',
    label: 'Bot token',
    fields: [
      {
        name: 'token',
        label: 'Bot token',
        kind: 'secret',
        placeholder: '123456:ABC-DEF…',
        pattern: /^[1-9]\d*:[\w-]+$/,
      },
    ],
    send: { in: 'path', after: ['/bot', '/file/bot'], value: '{token}' },
    helpUrl: 'https://t.me/BotFather',
  },
  hosts: ['api.telegram.org'],
  apiBase: 'https://api.telegram.org/bot',
  refusal: telegramRefusal,
  account: {
    async identify({ request }) {
      const { data } = await request('POST /getMe', { schema: answers.userAnswer })
      const { id, username, first_name } = data.result
      return { id: String(id), name: username ? `@${username}` : (first_name ?? String(id)) }
    },
  },
  tools: [
    {
      name: 'telegram_get_me',
      description: 'The connected bot, and whether it reads all messages of its groups.',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('POST /getMe', { schema: answers.userAnswer })
        return answers.botRow(data.result)
      },
    },
    {
      name: 'telegram_list_updates',
      description:
        'Messages and events waiting for the bot, oldest first, the first 100; a repeat lists them again. More: telegram_mark_updates_read.',
      parameters: z.object(pageParameters),
      handler: waitingUpdates,
    },
    {
      name: 'telegram_get_chat',
      description: 'A chat: name, description, number of members, pinned message.',
      parameters: z.object(inChat),
      async handler(json, { request }) {
        const { data } = await request('POST /getChat', { json, schema: answers.chatAnswer })
        const { type } = data.result
        const members = type === 'private' ? undefined : await memberCount(json.chat_id, { request })
        return answers.chatRow(data.result, members)
      },
    },
    {
      name: 'telegram_get_administrators',
      description: 'Administrators of a group or channel, other bots left out.',
      parameters: z.object(inChat),
      async handler(json, { request }) {
        const options = { json, schema: answers.membersAnswer }
        const { data } = await request('POST /getChatAdministrators', options)
        return { administrators: data.result.map(answers.administratorRow) }
      },
    },
    {
      name: 'telegram_read_file',
      description: 'The text of a text file that was sent. To read on, pass next_offset as offset.',
      parameters: z.object({ file_id: z.string(), offset: z.int().min(0).default(0) }),
      handler: readText,
    },
    {
      name: 'telegram_send_message',
      description: 'Send a message, or an answer with reply_to_message_id. Each call sends a new one.',
      parameters: z
        .object({
          ...inChat,
          text,
          parse_mode,
          reply_to_message_id: messageId.optional(),
          topic_id: z.int().optional(),
          silent,
        })
        .refine((message) => fits(message.text, message.parse_mode, MOST_TEXT), tooLong('text', MOST_TEXT)),
      summary: ({ chat_id, text, reply_to_message_id }) =>
        reply_to_message_id === undefined
          ? `Send to ${quote(chat_id)}: ${quote(text)}`
          : `Answer the message ${quote(reply_to_message_id)} in ${quote(chat_id)}: ${quote(text)}`,
      preview: ({ chat_id: place, text, reply_to_message_id }) => ({
        kind: 'message',
        place,
        text,
        replyTo: reply_to_message_id?.toString(),
      }),
      async handler({ chat_id, text, parse_mode: mode, ...rest }, { request }) {
        const json = { chat_id, text, parse_mode: mode, ...sending(rest) }
        const { data } = await request('POST /sendMessage', { json, schema: answers.sentAnswer })
        return answers.sentRow(data.result)
      },
    },
    {
      name: 'telegram_update_message',
      description: 'Replace the text of a message of the bot. A repeat with the same text is refused.',
      parameters: z
        .object({
          ...inChat,
          message_id: messageId,
          text,
          parse_mode,
        })
        .refine((message) => fits(message.text, message.parse_mode, MOST_TEXT), tooLong('text', MOST_TEXT)),
      summary: ({ chat_id, message_id, text }) =>
        `Change the message ${quote(message_id)} in ${quote(chat_id)} to ${quote(text)}`,
      preview: ({ chat_id: place, message_id, text }) => ({
        kind: 'message',
        place,
        text,
        replaces: String(message_id),
      }),
      async handler(json, { request }) {
        const { data } = await request('POST /editMessageText', { json, schema: answers.sentAnswer })
        return answers.sentRow(data.result)
      },
    },
    {
      name: 'telegram_send_file',
      description: 'Send a photo or document that Telegram fetches itself. Each call sends a new one.',
      parameters: z
        .object({
          ...inChat,
          kind: z.enum(['photo', 'document']),
          file: z.string().min(1).describe('file_id, or URL: photo ≤ 5 MB; PDF, ZIP or GIF ≤ 20 MB'),
          caption: z.string().optional().describe(`At most ${MOST_CAPTION} characters`),
          parse_mode,
          reply_to_message_id: messageId.optional(),
          topic_id: z.int().optional(),
          silent,
        })
        .refine(
          (message) => fits(message.caption, message.parse_mode, MOST_CAPTION),
          tooLong('caption', MOST_CAPTION),
        ),
      summary: ({ chat_id, kind, file }) => `Send the ${kind} ${quote(file)} to ${quote(chat_id)}`,
      preview: ({ chat_id: place, file, caption, reply_to_message_id }) => ({
        kind: 'message',
        place,
        text: caption === undefined ? file : `${file}\n\n${caption}`,
        replyTo: reply_to_message_id?.toString(),
      }),
      async handler({ chat_id, kind, file, caption, parse_mode: mode, ...rest }, { request }) {
        const common = { chat_id, caption, parse_mode: mode, ...sending(rest) }
        const schema = answers.sentAnswer
        const { data } =
          kind === 'photo'
            ? await request('POST /sendPhoto', { json: { ...common, photo: file }, schema })
            : await request('POST /sendDocument', { json: { ...common, document: file }, schema })
        return answers.sentRow(data.result)
      },
    },
    {
      name: 'telegram_send_poll',
      description: 'Send a poll. Each call sends a new one.',
      parameters: z.object({
        ...inChat,
        question: z.string().min(1).max(300).describe('Plain text'),
        options: z.array(z.string().min(1).max(100)).min(1).max(12).describe('Answers'),
        anonymous: z.boolean().default(true).describe('Hide who voted'),
        multiple: z.boolean().default(false).describe('Allow several answers'),
        silent,
      }),
      summary: ({ chat_id, question }) => `Send a poll to ${quote(chat_id)}: ${quote(question)}`,
      preview: ({ chat_id: place, question, options }) => ({
        kind: 'message',
        place,
        text: [question, ...options.map((option) => `○ ${option}`)].join('\n'),
      }),
      async handler({ chat_id, question, options, anonymous, multiple, ...rest }, { request }) {
        const json = {
          chat_id,
          question,
          options: options.map((option) => ({ text: option })),
          is_anonymous: anonymous,
          allows_multiple_answers: multiple,
          ...sending(rest),
        }
        const { data } = await request('POST /sendPoll', { json, schema: answers.sentAnswer })
        return answers.sentRow(data.result)
      },
    },
    {
      name: 'telegram_set_pinned_message',
      description: 'Pin a message, or unpin it. A repeat changes nothing.',
      parameters: z.object({
        ...inChat,
        message_id: messageId,
        pinned: z.boolean().default(true).describe('false: unpin'),
        silent: z.boolean().optional().describe('Notify no member of a group'),
      }),
      summary: ({ chat_id, message_id, pinned }) =>
        `${pinned ? 'Pin' : 'Unpin'} the message ${quote(message_id)} in ${quote(chat_id)}`,
      async handler({ pinned, silent: disable_notification, ...place }, { request }) {
        const schema = answers.doneAnswer
        await (pinned
          ? request('POST /pinChatMessage', { json: { ...place, disable_notification }, schema })
          : request('POST /unpinChatMessage', { json: place, schema }))
        return { pinned }
      },
    },
    {
      name: 'telegram_mark_updates_read',
      description: 'Take all updates up to this one off the queue for good. Safe to repeat.',
      effect: 'destructive',
      parameters: z.object({ update_id: z.int().min(1).max(2_147_483_646) }),
      summary: ({ update_id }) => `Forget what waits for the bot, up to the update ${quote(update_id)}`,
      handler: ({ update_id }, ctx) => forgetUpdates(update_id, ctx),
    },
    {
      name: 'telegram_delete_message',
      description: 'Delete a message for everyone, within 48 hours. It cannot be undone.',
      parameters: z.object({ ...inChat, message_id: messageId }),
      summary: ({ chat_id, message_id }) => `Delete the message ${quote(message_id)} in ${quote(chat_id)}`,
      async handler(json, { request }) {
        await request('POST /deleteMessage', { json, schema: answers.doneAnswer })
        return { deleted: true }
      },
    },
  ],
})
