import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { slack } from './slack.ts'

const inGeneral = { channel_id: 'C1' }

function refuse(error: string, rest: object = {}) {
  return callTool(
    slack,
    'slack_send_message',
    { ...inGeneral, text: 'Hi' },
    jsonResponse({ ok: false, error, ...rest }),
  )
}

function history(...messages: readonly object[]) {
  return jsonResponse({ ok: true, messages })
}

describe('slack', () => {
  it.each([
    ['invalid_auth', 401],
    ['token_revoked', 401],
    ['account_inactive', 401],
    ['channel_not_found', 404],
    ['ratelimited', 429],
    ['msg_too_long', 200],
  ])('reads %s in an answer with status 200', async (error, status) => {
    await expect(refuse(error)).rejects.toMatchObject({ status, reason: error })
  })

  it('says which scope a token lacks: the person can add it', async () => {
    const missing = refuse('missing_scope', { needed: 'chat:write', provided: 'users:read' })
    await expect(missing).rejects.toMatchObject({
      status: 403,
      reason: 'missing_scope: the token needs the scope chat:write',
    })
  })

  it('passes a rate limit on with its pause', async () => {
    const limited = jsonResponse(
      { ok: false, error: 'ratelimited' },
      { status: 429, headers: { 'retry-after': '30' } },
    )
    await expect(callTool(slack, 'slack_list_users', {}, limited)).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 30,
    })
  })

  it('still returns messages when their authors cannot be looked up', async () => {
    const answers = [
      history({ ts: '1.000000', user: 'U1', text: 'Hi' }),
      jsonResponse({ ok: false, error: 'missing_scope', needed: 'users:read' }),
    ]
    const { result } = await callTool(slack, 'slack_list_messages', inGeneral, ...answers)
    expect(result).toMatchObject({ messages: [{ user_id: 'U1', text: 'Hi' }] })
  })

  it('looks every person up once, and no more than 15', async () => {
    const messages = Array.from({ length: 40 }, (_, index) => ({ ts: `${index}.0`, user: `U${index % 20}` }))
    const people = Array.from({ length: 15 }, () => jsonResponse({ ok: true, user: { id: 'U', name: 'x' } }))
    const { requests } = await callTool(
      slack,
      'slack_list_messages',
      inGeneral,
      history(...messages),
      ...people,
    )
    const looked = requests.slice(1).map(({ query }) => query['user'])
    expect(new Set(looked).size).toBe(15)
    expect(looked).toHaveLength(15)
  })

  it('shows what the attachments say when a bot leaves the text empty', async () => {
    const bot = {
      ts: '1.000000',
      text: '',
      bot_profile: { name: 'Deploy' },
      attachments: [{ fallback: 'Build failed' }, { text: 'Step 3', fallback: 'x' }],
    }
    const { result } = await callTool(slack, 'slack_list_messages', inGeneral, history(bot))
    expect(result).toMatchObject({ messages: [{ author: 'Deploy', text: 'Build failed\nStep 3' }] })
  })

  it('refuses a search cursor that is no page: Slack would answer with page 1 for ever', async () => {
    const search = callTool(slack, 'slack_search_messages', { query: 'x', cursor: 'bmV4' })
    await expect(search).rejects.toMatchObject({ status: 400 })
  })

  it('asks for user scopes only: Slack grants no others to a desktop redirect', () => {
    const oauth = slack.auth.find((method) => method.type === 'oauth2')
    expect(oauth).toMatchObject({ scopeParameter: 'user_scope', scopeSeparator: ',' })
    expect(oauth?.scopes).toContain('channels:history')
    expect(oauth?.authorizeParams).toBeUndefined()
  })

  it('names the account by person and workspace: one person may have several', async () => {
    const answer = { ok: true, team_id: 'T1', team: 'Acme', user_id: 'U1', user: 'ada' }
    const { context } = fakeContext(slack, [jsonResponse(answer)])
    expect(await slack.account.identify(context)).toEqual({ id: 'T1/U1', name: 'ada (Acme)' })
  })

  it.each([
    ['slack_send_message', { ...inGeneral, text: 'Hi' }, 'Post in “C1”: “Hi”'],
    ['slack_send_message', { ...inGeneral, text: 'Hi', thread_ts: '1.2' }, 'Reply in a thread of “C1”: “Hi”'],
    [
      'slack_update_message',
      { ...inGeneral, ts: '1.2', text: 'Ho' },
      'Change the message “1.2” in “C1” to “Ho”',
    ],
    ['slack_create_conversation', { user_ids: ['U1', 'U2'] }, 'Open a direct message with “U1”, “U2”'],
    [
      'slack_add_reaction',
      { ...inGeneral, ts: '1.2', emoji: 'wave' },
      'React with “wave” to the message “1.2” in “C1”',
    ],
    ['slack_delete_message', { ...inGeneral, ts: '1.2' }, 'Delete the message “1.2” in “C1”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(slack.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
