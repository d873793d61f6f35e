import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { discord } from './discord.ts'

const atMessage = { channel_id: '20', message_id: '100' }

function listMessages(...answers: readonly Response[]) {
  return callTool(discord, 'discord_list_messages', { channel_id: '20' }, ...answers)
}

describe('discord', () => {
  it.each([
    [401, { message: '401: Unauthorized', code: 0 }, '401: Unauthorized'],
    [403, { message: 'Missing Permissions', code: 50_013 }, 'Missing Permissions'],
    [404, { message: 'Unknown Channel', code: 10_003 }, 'Unknown Channel'],
    [400, { message: 'Invalid Form Body', code: 50_035, errors: {} }, 'Invalid Form Body'],
  ])('repeats what Discord says with status %i', async (status, body, reason) => {
    await expect(listMessages(jsonResponse(body, { status }))).rejects.toMatchObject({ status, reason })
  })

  it('passes a rate limit on with its pause', async () => {
    const body = { message: 'You are being rate limited.', retry_after: 64.57, global: false }
    const limited = jsonResponse(body, { status: 429, headers: { 'retry-after': '65' } })
    await expect(listMessages(limited)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 65 })
  })

  it('does not take a server that is not indexed yet for one without matches', async () => {
    const body = {
      message: 'Index not yet available. Try again later',
      code: 110_000,
      documents_indexed: 0,
      retry_after: 2,
    }
    const args = { guild_id: '10', query: 'hi' }
    const search = callTool(discord, 'discord_search_messages', args, jsonResponse(body, { status: 202 }))
    await expect(search).rejects.toMatchObject({
      status: 503,
      reason: 'Index not yet available. Try again later',
      retryAfterSeconds: 2,
    })
  })

  it('stops paging a search where Discord does', async () => {
    const answer = jsonResponse({ messages: [], total_results: 20_000 })
    const args = { guild_id: '10', query: 'hi', limit: 25, cursor: '9975' }
    const { result } = await callTool(discord, 'discord_search_messages', args, answer)
    expect(result).toEqual({ total: 20_000, messages: [] })
  })

  it.each(['abc', '-5', '9976'])('refuses the search cursor %s', async (cursor) => {
    const search = callTool(discord, 'discord_search_messages', { guild_id: '10', query: 'hi', cursor })
    await expect(search).rejects.toMatchObject({ status: 400 })
  })

  it('notifies nobody unless it is asked to: Discord would notify everyone', async () => {
    const args = { channel_id: '20', content: '@everyone' }
    const { requests } = await callTool(discord, 'discord_send_message', args, jsonResponse({ id: '1' }))
    expect(requests[0]?.body).toEqual({ content: '@everyone', allowed_mentions: { parse: [] } })
  })

  it.each([
    ['a forwarded message', { message_snapshots: [{ message: { content: 'Look' } }] }, 'Look'],
    [
      'embeds',
      { embeds: [{ title: 'Build', description: 'failed' }, { url: 'https://x.example' }] },
      'Build\nfailed\n\nhttps://x.example',
    ],
    ['nothing', {}, ''],
  ])('shows %s where a message has no text of its own', async (_what, rest, content) => {
    const { result } = await listMessages(jsonResponse([{ id: '100', content: '', ...rest }]))
    expect(result).toEqual({ messages: [{ id: '100', content }] })
  })

  it('lists nothing where Discord answers null', async () => {
    expect((await listMessages(jsonResponse(null))).result).toEqual({ messages: [] })
  })

  it('refuses an id that climbs out of its path', async () => {
    const climb = callTool(discord, 'discord_delete_message', { channel_id: '..', message_id: '100' })
    await expect(climb).rejects.toMatchObject({ status: 400 })
  })

  it('asks before a deletion as before something that cannot be undone', () => {
    const tool = discord.tools.find(({ name }) => name === 'discord_delete_message')
    expect(tool).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
  })

  it('names the account by its user name, and by an id that survives a rename', async () => {
    const { context } = fakeContext(discord, [jsonResponse({ id: '9', username: 'helper', bot: true })])
    expect(await discord.account.identify(context)).toEqual({ id: '9', name: 'helper' })
  })

  it.each([
    ['discord_send_message', { channel_id: '20', content: 'Hi', notify: false }, 'Post in “20”: “Hi”'],
    [
      'discord_send_message',
      { channel_id: '20', content: 'Hi', notify: true },
      'Post in “20”, with pings: “Hi”',
    ],
    ['discord_update_message', { ...atMessage, content: 'Ho' }, 'Change the message “100” in “20” to “Ho”'],
    [
      'discord_create_thread',
      { ...atMessage, name: 'Talk' },
      'Start the thread “Talk” from the message “100” in “20”',
    ],
    ['discord_create_direct_channel', { user_id: '80' }, 'Open a direct message with “80”'],
    ['discord_add_reaction', { ...atMessage, emoji: '👍' }, 'React with “👍” to the message “100” in “20”'],
    ['discord_delete_message', atMessage, 'Delete the message “100” in “20”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(discord.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
