import { afterEach, expect, test } from 'vitest'
import { useInternet } from '../use-internet.ts'

const outside = useInternet()

afterEach(() => {
  outside.internet.slack.clearFailures()
})

type Body = Record<string, unknown> & { readonly ok: boolean; readonly messages: readonly { text: string }[] }

const call = async (path: string, json?: unknown, token = 'xoxp-valid') => {
  const response = await outside.client.request(`https://slack.com/api/${path}`, {
    method: json === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: JSON.parse(text) as Body }
}

test('a token is the person; a wrong one is refused with status 200', async () => {
  expect((await call('auth.test')).body).toMatchObject({ ok: true, user: 'ada', team: 'Meridian' })
  const wrong = await call('auth.test', undefined, 'xoxp-wrong')
  expect([wrong.status, wrong.body]).toEqual([200, { ok: false, error: 'invalid_auth' }])
})

test('channels and messages come in pages, newest first, without answers in threads', async () => {
  const list = await call('conversations.list?types=public_channel,private_channel&exclude_archived=true')
  expect(list.body['channels']).toHaveLength(4)
  const first = await call('conversations.history?channel=C0LAUNCH&limit=1')
  expect(first.body).toMatchObject({ has_more: true, messages: [{ text: 'Build 1843 is green' }] })
  const { next_cursor: cursor } = first.body['response_metadata'] as { next_cursor: string }
  const second = await call(`conversations.history?channel=C0LAUNCH&limit=1&cursor=${cursor}`)
  expect(second.body).toMatchObject({
    messages: [{ reply_count: 1 }],
    response_metadata: { next_cursor: '' },
  })
  const found = await call('search.messages?query=build&count=20')
  expect(found.body['messages']).toMatchObject({ total: 1, matches: [{ channel: { name: 'launch' } }] })
})

test('a message is posted, answered, changed, liked once and deleted', async () => {
  const channel = 'C0GENERAL'
  const { body: posted } = await call('chat.postMessage', { channel, text: 'Hello' })
  const { ts } = posted as unknown as { ts: string }
  expect((await call('chat.postMessage', { channel, text: 'Hi', thread_ts: ts })).body.ok).toBe(true)
  expect((await call('chat.update', { channel, ts, text: 'Hello all' })).body.ok).toBe(true)
  const thread = await call(`conversations.replies?channel=${channel}&ts=${ts}`)
  expect(thread.body.messages.map(({ text }) => text)).toEqual(['Hello all', 'Hi'])
  const like = { channel, timestamp: ts, name: 'tada' }
  expect((await call('reactions.add', like)).body.ok).toBe(true)
  expect((await call('reactions.add', like)).body['error']).toBe('already_reacted')
  expect((await call('chat.delete', { channel, ts })).body.ok).toBe(true)
  expect((await call('chat.delete', { channel, ts })).body['error']).toBe('message_not_found')
})

test('what Slack refuses is refused in its own words', async () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['chat.postMessage', { channel: 'C0NONE', text: 'x' }, 'channel_not_found'],
    ['chat.postMessage', { channel: 'C0RANDOM', text: 'x' }, 'not_in_channel'],
    ['chat.postMessage', { channel: 'C0OLD', text: 'x' }, 'is_archived'],
    ['chat.postMessage', { channel: 'C0GENERAL' }, 'invalid_arguments'],
    ['chat.postMessage', { channel: 'C0GENERAL', text: 'x', body: 'x' }, 'invalid_arguments'],
    ['conversations.history', { channel: 'C0GENERAL' }, 'invalid_arguments'],
    ['conversations.history?channel=C0GENERAL&page=2', undefined, 'invalid_arguments'],
    ['users.info?user=U0NONE', undefined, 'user_not_found'],
    ['chat.shout', { channel: 'C0GENERAL' }, 'unknown_method'],
  ]
  for (const [path, json, error] of cases) {
    expect((await call(path, json)).body, path).toMatchObject({ ok: false, error })
  }
  outside.internet.slack.scopes.delete('chat:write')
  const narrow = await call('chat.postMessage', { channel: 'C0GENERAL', text: 'x' })
  expect(narrow.body).toMatchObject({ error: 'missing_scope', needed: 'chat:write' })
  outside.internet.slack.scopes.add('chat:write')
})

test('a limit is answered with 429 when a test asks for it', async () => {
  const body = { ok: false, error: 'ratelimited' }
  const failure = { status: 429, headers: { 'retry-after': '2' }, body, path: '/api/users.list' }
  outside.internet.slack.failNext(failure)
  const limited = await call('users.list')
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2'])
  expect((await call('users.list')).body['members']).toHaveLength(4)
})
