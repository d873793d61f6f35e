import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { telegram } from './telegram.ts'

const api = 'https://api.telegram.org/bot'
const group = { id: -1001234567890, type: 'supergroup', title: 'Team', username: 'team' }
const ada = { id: 7, is_bot: false, first_name: 'Ada', last_name: 'Lovelace', username: 'ada' }
const message = { message_id: 5, from: ada, chat: group, date: 1_767_323_045, text: 'Hello' }
const messageRow = {
  message_id: 5,
  chat_id: '-1001234567890',
  chat: 'Team',
  author: 'Ada Lovelace',
  user_id: '7',
  time: '2026-01-02T03:04:05.000Z',
  text: 'Hello',
}
const sent = { message_id: 6, date: 1_767_323_046, chat: group }
const sentRow = { chat_id: '-1001234567890', message_id: 6 }

interface Sent {
  readonly method: string
  readonly body?: unknown
  readonly result: unknown
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: readonly Sent[]
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'telegram_get_me',
    args: {},
    sends: [
      {
        method: '/getMe',
        result: {
          id: 42,
          is_bot: true,
          first_name: 'Helper',
          username: 'helper_bot',
          can_join_groups: true,
          can_read_all_group_messages: false,
        },
      },
    ],
    result: {
      id: '42',
      name: 'Helper',
      username: 'helper_bot',
      can_join_groups: true,
      reads_all_group_messages: false,
    },
  },
  {
    tool: 'telegram_list_updates',
    args: {},
    sends: [
      { method: '/getUpdates', body: { limit: 100 }, result: [{ update_id: 900, message }] },
      { method: '/getWebhookInfo', result: { url: '', pending_update_count: 1 } },
    ],
    result: { updates: [{ update_id: 900, type: 'message', ...messageRow }], waiting: 1 },
  },
  {
    tool: 'telegram_get_chat',
    args: { chat_id: '@team' },
    sends: [
      {
        method: '/getChat',
        body: { chat_id: '@team' },
        result: {
          ...group,
          description: 'We meet here',
          invite_link: 'https://t.me/+abc',
          linked_chat_id: -1009,
          pinned_message: message,
        },
      },
      { method: '/getChatMemberCount', body: { chat_id: '@team' }, result: 12 },
    ],
    result: {
      chat_id: '-1001234567890',
      type: 'supergroup',
      name: 'Team',
      username: 'team',
      description: 'We meet here',
      members: 12,
      invite_link: 'https://t.me/+abc',
      linked_chat_id: '-1009',
      pinned: messageRow,
    },
  },
  {
    tool: 'telegram_get_administrators',
    args: { chat_id: '@team' },
    sends: [
      {
        method: '/getChatAdministrators',
        body: { chat_id: '@team' },
        result: [
          { status: 'creator', user: ada, is_anonymous: false },
          {
            status: 'administrator',
            user: { id: 42, is_bot: true, first_name: 'Helper' },
            custom_title: 'Robot',
          },
        ],
      },
    ],
    result: {
      administrators: [
        { user_id: '7', name: 'Ada Lovelace', username: 'ada', is_owner: true },
        { user_id: '42', name: 'Helper', title: 'Robot', is_bot: true },
      ],
    },
  },
  {
    tool: 'telegram_send_message',
    args: { chat_id: '7', text: 'Hi' },
    sends: [{ method: '/sendMessage', body: { chat_id: '7', text: 'Hi' }, result: sent }],
    result: sentRow,
  },
  {
    tool: 'telegram_send_message',
    args: {
      chat_id: '@team',
      text: '<b>Hi</b>',
      parse_mode: 'HTML',
      reply_to_message_id: 5,
      topic_id: 3,
      silent: true,
    },
    sends: [
      {
        method: '/sendMessage',
        body: {
          chat_id: '@team',
          text: '<b>Hi</b>',
          parse_mode: 'HTML',
          reply_parameters: { message_id: 5 },
          message_thread_id: 3,
          disable_notification: true,
        },
        result: sent,
      },
    ],
    result: sentRow,
  },
  {
    tool: 'telegram_update_message',
    args: { chat_id: '7', message_id: 6, text: 'Ho', parse_mode: 'MarkdownV2' },
    sends: [
      {
        method: '/editMessageText',
        body: { chat_id: '7', message_id: 6, text: 'Ho', parse_mode: 'MarkdownV2' },
        result: { ...sent, edit_date: 1_767_323_050 },
      },
    ],
    result: sentRow,
  },
  {
    tool: 'telegram_send_file',
    args: { chat_id: '7', kind: 'photo', file: 'https://x.example/a.jpg', caption: 'A cat' },
    sends: [
      {
        method: '/sendPhoto',
        body: { chat_id: '7', photo: 'https://x.example/a.jpg', caption: 'A cat' },
        result: sent,
      },
    ],
    result: sentRow,
  },
  {
    tool: 'telegram_send_file',
    args: {
      chat_id: '7',
      kind: 'document',
      file: 'BQACAgI',
      reply_to_message_id: 5,
      topic_id: 3,
      silent: true,
    },
    sends: [
      {
        method: '/sendDocument',
        body: {
          chat_id: '7',
          document: 'BQACAgI',
          reply_parameters: { message_id: 5 },
          message_thread_id: 3,
          disable_notification: true,
        },
        result: sent,
      },
    ],
    result: sentRow,
  },
  {
    tool: 'telegram_send_poll',
    args: { chat_id: '@team', question: 'Lunch?', options: ['Yes', 'No'], anonymous: false, silent: true },
    sends: [
      {
        method: '/sendPoll',
        body: {
          chat_id: '@team',
          question: 'Lunch?',
          options: [{ text: 'Yes' }, { text: 'No' }],
          is_anonymous: false,
          allows_multiple_answers: false,
          disable_notification: true,
        },
        result: sent,
      },
    ],
    result: sentRow,
  },
  {
    tool: 'telegram_set_pinned_message',
    args: { chat_id: '@team', message_id: 5, silent: true },
    sends: [
      {
        method: '/pinChatMessage',
        body: { chat_id: '@team', message_id: 5, disable_notification: true },
        result: true,
      },
    ],
    result: { pinned: true },
  },
  {
    tool: 'telegram_set_pinned_message',
    args: { chat_id: '@team', message_id: 5, pinned: false },
    sends: [{ method: '/unpinChatMessage', body: { chat_id: '@team', message_id: 5 }, result: true }],
    result: { pinned: false },
  },
  {
    tool: 'telegram_mark_updates_read',
    args: { update_id: 900 },
    sends: [
      {
        method: '/getUpdates',
        body: { offset: 901, limit: 1 },
        result: [{ update_id: 901, message }],
      },
    ],
    result: { read_up_to: 900, next_update_id: 901 },
  },
  {
    tool: 'telegram_delete_message',
    args: { chat_id: '7', message_id: 6 },
    sends: [{ method: '/deleteMessage', body: { chat_id: '7', message_id: 6 }, result: true }],
    result: { deleted: true },
  },
]

describe('every tool of telegram', () => {
  it.each(cases)('$tool sends what the Bot API documents and shapes its answer', async (row) => {
    const { tool, args, sends } = row
    const replies = sends.map(({ result }) => jsonResponse({ ok: true, result }))
    const { result, requests } = await callTool(telegram, tool, args, ...replies)
    expect(requests.map(({ method, url, body }) => [method, url.href, body])).toEqual(
      sends.map(({ method, body }) => ['POST', `${api}${method}`, body]),
    )
    expect(result).toEqual(row.result)
  })

  it('has a test row for every tool but one, which has a file of its own', () => {
    const tested = new Set([...cases.map(({ tool }) => tool), 'telegram_read_file'])
    expect(telegram.tools.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  })
})
