import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { telegram } from './telegram.ts'

const toAda = { chat_id: '7' }

function succeed(result: unknown): Response {
  return jsonResponse({ ok: true, result })
}

function refused(error_code: number, description: string, parameters?: object): Response {
  return jsonResponse({ ok: false, error_code, description, parameters }, { status: error_code })
}

function updates(...ids: readonly number[]) {
  return ids.map((update_id) => ({ update_id, message: { message_id: 1, date: 1, chat: { id: 7 } } }))
}

function list(args: object, waiting: number, result: readonly object[]) {
  const queue = succeed({ url: '', pending_update_count: waiting })
  return callTool(telegram, 'telegram_list_updates', { ...args }, succeed(result), queue)
}

function tool(name: string) {
  const found = telegram.tools.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`No tool ${name}`)
  return found
}

describe('what waits for the bot', () => {
  it('stays where it is when it is listed: an offset would forget it, a filter would remain set', async () => {
    const { requests } = await list({ cursor: '900' }, 2, updates(900, 901))
    expect(requests[0]?.body).toEqual({ limit: 100 })
  })

  it('is listed in pages without asking Telegram for less', async () => {
    const first = await list({ limit: 2 }, 3, updates(900, 901, 902))
    expect(first.result).toMatchObject({
      updates: [{ update_id: 900 }, { update_id: 901 }],
      next_cursor: '901',
      waiting: 3,
    })
    const second = await list({ limit: 2, cursor: '901' }, 3, updates(900, 901, 902))
    expect(second.result).toMatchObject({ updates: [{ update_id: 902 }] })
    expect(second.result).not.toHaveProperty('next_cursor')
  })

  it('is not thought to be at its end when Telegram cuts a quick repeat to one update', async () => {
    const { result } = await list({ cursor: '919' }, 30, updates(900))
    expect(result).toEqual({ updates: [], next_cursor: '919', waiting: 30 })
  })

  it('is refused a cursor that would start again', async () => {
    await expect(list({ cursor: 'abc' }, 1, updates(900))).rejects.toMatchObject({ status: 400 })
  })

  it('comes with its files, places and people, whatever kind of message it is', async () => {
    const chat = { id: 7, type: 'private', first_name: 'Ada' }
    const base = { message_id: 1, date: 1_767_323_045, chat }
    const photo = [
      { file_id: 'small', file_size: 10 },
      { file_id: 'large', file_size: 900 },
    ]
    const document = { file_id: 'doc', file_name: 'a.pdf', mime_type: 'application/pdf', file_size: 5 }
    const { result } = await list({}, 6, [
      { update_id: 1, message: { ...base, photo, caption: 'Look' } },
      { update_id: 2, message: { ...base, document, animation: { file_id: 'gif' } } },
      { update_id: 3, edited_message: { ...base, document, reply_to_message: { message_id: 9 } } },
      { update_id: 4, message: { ...base, contact: { phone_number: '+44', first_name: 'Bob' } } },
      { update_id: 5, message: { ...base, location: { latitude: 51.5, longitude: -0.1 } } },
      {
        update_id: 6,
        channel_post: { ...base, sender_chat: { id: -1, title: 'News' }, poll: { question: 'Q' } },
      },
      {
        update_id: 7,
        message: {
          ...base,
          text: 'T',
          is_topic_message: true,
          message_thread_id: 3,
          from: { id: 8, username: 'u' },
        },
      },
    ])
    const row = { message_id: 1, chat_id: '7', chat: 'Ada', time: '2026-01-02T03:04:05.000Z' }
    const file = { kind: 'document', file_id: 'doc', name: 'a.pdf', mime_type: 'application/pdf', bytes: 5 }
    expect(result).toEqual({
      updates: [
        {
          update_id: 1,
          type: 'message',
          ...row,
          text: 'Look',
          file: { kind: 'photo', file_id: 'large', bytes: 900 },
        },
        { update_id: 2, type: 'message', ...row, file: { kind: 'animation', file_id: 'gif' } },
        { update_id: 3, type: 'edited_message', ...row, reply_to_message_id: 9, file },
        { update_id: 4, type: 'message', ...row, contact: 'Bob +44' },
        { update_id: 5, type: 'message', ...row, location: '51.5, -0.1' },
        { update_id: 6, type: 'channel_post', ...row, author: 'News', poll: 'Q' },
        { update_id: 7, type: 'message', ...row, author: 'u', user_id: '8', text: 'T', topic_id: 3 },
      ],
      waiting: 6,
    })
  })

  it('shows pressed buttons and new memberships, and names what it does not know', async () => {
    const ada = { id: 7, first_name: 'Ada' }
    const chat = { id: -1, type: 'group', title: 'Team' }
    const { result } = await list({}, 3, [
      { update_id: 1, callback_query: { id: 'q', from: ada, data: 'yes', message: { message_id: 5, chat } } },
      { update_id: 2, my_chat_member: { chat, from: ada, date: 1, new_chat_member: { status: 'member' } } },
      { update_id: 3, chat_boost: { chat } },
    ])
    const who = { chat_id: '-1', chat: 'Team', author: 'Ada', user_id: '7' }
    expect(result).toMatchObject({
      updates: [
        { update_id: 1, type: 'callback_query', message_id: 5, ...who, data: 'yes' },
        { update_id: 2, type: 'my_chat_member', ...who, status: 'member' },
        { update_id: 3, type: 'chat_boost' },
      ],
    })
  })

  it('is forgotten only after a question, which says that it is for good', () => {
    expect(tool('telegram_mark_updates_read')).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
  })

  it('is not reported as read when Telegram did not take the id', async () => {
    const answer = succeed(updates(100))
    const mark = callTool(telegram, 'telegram_mark_updates_read', { update_id: 900 }, answer)
    await expect(mark).rejects.toMatchObject({ status: 400 })
  })
})

describe('a refusal', () => {
  const send = (answer: Response) =>
    callTool(telegram, 'telegram_send_message', { ...toAda, text: 'Hi' }, answer)

  it.each([
    [401, 401, 'Unauthorized'],
    [404, 401, 'Not Found'],
    [400, 404, 'Bad Request: chat not found'],
    [400, 400, 'Bad Request: message text is empty'],
    [403, 403, 'Forbidden: bot was blocked by the user'],
  ])('with code %i means %i when Telegram says “%s”', async (code, status, reason) => {
    await expect(send(refused(code, reason))).rejects.toMatchObject({ status, reason })
  })

  it('for the rate says how long to wait', async () => {
    const limited = refused(429, 'Too Many Requests: retry after 34', { retry_after: 34 })
    await expect(send(limited)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 34 })
  })

  it('of a group that became a supergroup names the new id', async () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    const moved = refused(400, description, { migrate_to_chat_id: -1001 })
    await expect(send(moved)).rejects.toMatchObject({ reason: `${description}; its chat_id is now -1001` })
  })

  it('to list beside a webhook keeps the sentence that says what to do', async () => {
    const reason = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
    const blocked = callTool(telegram, 'telegram_list_updates', {}, refused(409, reason))
    await expect(blocked).rejects.toMatchObject({ status: 409, reason })
  })

  it('to count members does not cost the chat', async () => {
    const channel = { id: -1, type: 'channel', title: 'News' }
    const secret = refused(400, 'Bad Request: member list is inaccessible')
    const { result } = await callTool(
      telegram,
      'telegram_get_chat',
      { chat_id: '@news' },
      succeed(channel),
      secret,
    )
    expect(result).toEqual({ chat_id: '-1', type: 'channel', name: 'News' })
  })

  it('of the token while members are counted is passed on', async () => {
    const channel = { id: -1, type: 'channel', title: 'News' }
    const chat = callTool(
      telegram,
      'telegram_get_chat',
      { chat_id: '@news' },
      succeed(channel),
      refused(401, 'Unauthorized'),
    )
    await expect(chat).rejects.toMatchObject({ status: 401 })
  })
})

describe('telegram', () => {
  it('does not count the members of a private chat', async () => {
    const chat = { id: 7, type: 'private', first_name: 'Ada', bio: 'Countess' }
    const { result, requests } = await callTool(telegram, 'telegram_get_chat', toAda, succeed(chat))
    expect(requests).toHaveLength(1)
    expect(result).toEqual({ chat_id: '7', type: 'private', name: 'Ada', description: 'Countess' })
  })

  it.each([
    ['telegram_send_message', { ...toAda }, 'text', 4096],
    ['telegram_update_message', { ...toAda, message_id: 1 }, 'text', 4096],
    ['telegram_send_file', { ...toAda, kind: 'photo', file: 'x' }, 'caption', 1024],
  ])('%s does not ask a person for what Telegram would cut off', (name, args, field, most) => {
    const accepts = (more: object) => tool(name).parameters.safeParse({ ...args, ...more }).success
    expect(accepts({ [field]: '😀'.repeat(most) })).toBe(true)
    expect(accepts({ [field]: 'a'.repeat(most + 1) })).toBe(false)
    expect(accepts({ [field]: 'a'.repeat(most + 1), parse_mode: 'HTML' })).toBe(true)
  })

  it('takes the token as BotFather writes it, and puts it where both addresses want it', () => {
    const [method] = telegram.auth
    const pattern = method?.fields[0]?.pattern
    expect(pattern?.test('123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11')).toBe(true)
    for (const wrong of ['bot123456:ABC', '123456', '123456:', '123456:A/../B', 'x:y']) {
      expect(pattern?.test(wrong), wrong).toBe(false)
    }
    expect(method?.send).toEqual({ in: 'path', after: ['/bot', '/file/bot'], value: '{token}' })
  })

  it('names the account by the bot', async () => {
    const { context, requests } = fakeContext(telegram, [succeed({ id: 42, username: 'helper_bot' })])
    expect(await telegram.account.identify(context)).toEqual({ id: '42', name: '@helper_bot' })
    expect(requests.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      'POST https://api.telegram.org/bot/getMe',
    ])
  })

  it.each([
    ['telegram_send_message', { ...toAda, text: 'Hi\nyou' }, 'Send to “7”: “Hi you”'],
    [
      'telegram_send_message',
      { ...toAda, text: 'Hi', reply_to_message_id: 5 },
      'Answer the message “5” in “7”: “Hi”',
    ],
    [
      'telegram_update_message',
      { ...toAda, message_id: 5, text: 'Ho' },
      'Change the message “5” in “7” to “Ho”',
    ],
    ['telegram_send_file', { ...toAda, kind: 'photo', file: 'x' }, 'Send the photo “x” to “7”'],
    ['telegram_send_poll', { ...toAda, question: 'Q?', options: ['a'] }, 'Send a poll to “7”: “Q?”'],
    ['telegram_set_pinned_message', { ...toAda, message_id: 5, pinned: true }, 'Pin the message “5” in “7”'],
    [
      'telegram_set_pinned_message',
      { ...toAda, message_id: 5, pinned: false },
      'Unpin the message “5” in “7”',
    ],
    ['telegram_mark_updates_read', { update_id: 9 }, 'Forget what waits for the bot, up to the update “9”'],
    ['telegram_delete_message', { ...toAda, message_id: 5 }, 'Delete the message “5” in “7”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(tool(name).summarize(args)).toBe(sentence)
  })

  it.each([
    ['telegram_send_message', { ...toAda, text: 'Hi', reply_to_message_id: 5 }, { text: 'Hi', replyTo: '5' }],
    ['telegram_update_message', { ...toAda, message_id: 5, text: 'Ho' }, { text: 'Ho', replaces: '5' }],
    [
      'telegram_send_file',
      { ...toAda, file: 'https://x.example/a.pdf' },
      { text: 'https://x.example/a.pdf' },
    ],
    ['telegram_send_file', { ...toAda, file: 'x', caption: 'A cat' }, { text: 'x\n\nA cat' }],
    ['telegram_send_poll', { ...toAda, question: 'Q?', options: ['a', 'b'] }, { text: 'Q?\n○ a\n○ b' }],
  ])('%s is shown as the message it becomes', (name, args, picture) => {
    expect(tool(name).preview(args)).toEqual({ kind: 'message', place: '7', ...picture })
  })
})
