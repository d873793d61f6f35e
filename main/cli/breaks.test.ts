import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBridgeRelay } from '../testing/bridge-relay.ts'
import { legacyStdioClient, modernStdioClient } from '../testing/stdio-clients.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const generations = [
  ['2026', modernStdioClient],
  ['2025', legacyStdioClient],
] as const

/** A loaded machine starts programs slowly. */
const PATIENCE = { timeout: 10_000 }

async function relayed(connect: (typeof generations)[number][1]) {
  const test = await createConnectedHub()
  const app = await test.pair()
  const relay = await createBridgeRelay(join(test.platform.dataFolder, 'bridge.sock'))
  const client = await connect(relay.folder, app.token)
  await client.tools()
  return {
    test,
    relay,
    client,
    count: (method: string) => relay.relayed.filter((it) => it.method === method).length,
  }
}

describe.each(generations)('when the line breaks, the stdio program of a client of %s', (_, connect) => {
  it('does not repeat a call that may have run, and says so', async () => {
    const { test, relay, client, count } = await relayed(connect)
    const call = client.call('notes_create_note', { title: 'Milk' })
    const failed = expect(call).rejects.toThrow(/ended before the answer came.*check whether it was made/)
    await test.questions()
    relay.cut()
    await failed
    await test.questions(0)
    expect(count('tools/call')).toBe(1)
    await client.call('notes_list_notes')
    expect(count('tools/call')).toBe(2)
  })

  it('listens again for other tools, and says once that they may have changed', async () => {
    const { test, relay, client, count } = await relayed(connect)
    await expect.poll(() => count('subscriptions/listen'), PATIENCE).toBe(1)
    relay.cut()
    await expect.poll(() => client.toolChanges(), PATIENCE).toBe(1)
    expect(count('subscriptions/listen')).toBe(2)
    const { id } = (await test.ask('apps.list', {}))[0] ?? { id: '' }
    await test.ask('apps.setToolkit', { appId: id, integrationId: 'notes', enabled: false })
    await expect.poll(() => client.toolChanges(), PATIENCE).toBe(2)
  })
})

it('the stdio program finds the bridge where it is now, not where it was', async () => {
  const { test, relay, client } = await relayed(modernStdioClient)
  const other = await createBridgeRelay(join(test.platform.dataFolder, 'bridge.sock'))
  relay.moveTo(other)
  await client.tools()
  await expect
    .poll(() => other.relayed.map(({ method }) => method).toSorted())
    .toEqual(['subscriptions/listen', 'tools/list'])
})

it('a 2025 client is introduced again to a bridge that was restarted, and goes on in the new session', async () => {
  const { test, relay, client, count } = await relayed(legacyStdioClient)
  const sessions = () =>
    relay.relayed
      .filter(({ method }) => method === 'tools/list')
      .map(({ headers }) => headers['mcp-session-id'])
  const again = await test.restart()
  await again.hub.start()
  await expect.poll(() => client.toolChanges(), PATIENCE).toBe(1)
  expect([count('initialize'), count('notifications/initialized')]).toEqual([2, 2])
  await client.tools()
  const [before, after] = sessions()
  expect(before).toMatch(/./)
  expect(after).toMatch(/./)
  expect(after).not.toBe(before)
})
