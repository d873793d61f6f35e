import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'
import { expect, it, onTestFinished } from 'vitest'
import { newestNode, outsideEnvironment, programs } from '../../testing/outside-program.ts'
import { createConnectedHub } from '../../testing/test-hub.ts'

/** A client that starts `mcp-remote` as its configuration says, with the token in the environment. */
async function running() {
  const test = await createConnectedHub()
  const app = await test.pair()
  const address = [`${app.url}/mcp`, '--header', 'Authorization:${TOKEN_HEADER}', '--transport', 'http-only']
  const transport = new StdioClientTransport({
    command: newestNode,
    args: [programs.mcpRemote, ...address],
    env: { ...outsideEnvironment(), TOKEN_HEADER: `Bearer ${app.token}` },
    stderr: 'ignore',
  })
  const client = new Client({ name: 'test', version: '1' })
  let changes = 0
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => void (changes += 1))
  onTestFinished(() => client.close())
  await client.connect(transport)
  const call = (name: string, args: Record<string, unknown> = {}, options: object = {}) =>
    client.callTool({ name, arguments: args }, undefined, options)
  return { test, app, client, call, changes: () => changes, pid: transport.pid ?? 0 }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

it('lists, calls, and hands on what is wrong with a call', async () => {
  const { client, call } = await running()
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('notes_list_notes')
  expect(await call('notes_list_notes')).toMatchObject({
    structuredContent: { notes: [{ id: 'note-1', title: 'Milk' }] },
  })
  expect(await call('notes_get_note')).toMatchObject({
    isError: true,
    structuredContent: { error: { code: 'INVALID_PARAMS' } },
  })
})

it('hears of progress, gets a ticket, and the result for it', async () => {
  const { test, call } = await running()
  const heard: number[] = []
  const onprogress = ({ progress }: { progress: number }) => heard.push(progress)
  const calling = call('notes_create_note', { title: 'Milk' }, { onprogress })
  await test.questions()
  await expect.poll(() => heard).toEqual([1])
  await test.platform.clock.advance(5_000)
  await expect.poll(() => heard).toEqual([1, 6])
  await test.platform.clock.advance(40_000)
  const { structuredContent: ticket } = (await calling) as { structuredContent: Record<string, unknown> }
  expect(ticket['status']).toBe('approval_pending')
  await test.decide({ kind: 'allow_once' })
  expect(await call('gatehouse_get_result', { approval_id: ticket['approval_id'] })).toMatchObject({
    structuredContent: { id: 'note-1' },
  })
  expect(test.apiRequests()).toEqual(['POST /notes'])
})

it('takes a question back by cancelling', async () => {
  const { test, call } = await running()
  const cancelling = new AbortController()
  const calling = call('notes_create_note', { title: 'Milk' }, { signal: cancelling.signal })
  await test.questions()
  cancelling.abort()
  await expect(calling).rejects.toThrow()
  await test.questions(0)
  expect(test.apiRequests()).toEqual([])
})

it('is told when its tools are others now', async () => {
  const { test, app, client, changes } = await running()
  await client.listTools()
  let enabled = true
  // It listens some time after it has connected.
  await expect
    .poll(async () => {
      enabled = !enabled
      await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled })
      return changes()
    })
    .toBeGreaterThan(0)
})

it('ends when its client hangs up', async () => {
  const { client, pid } = await running()
  expect(isAlive(pid)).toBe(true)
  await client.close()
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
})
