import { expect, describe, it, vi } from 'vitest'
import { legacyStdioClient, modernStdioClient } from '../testing/stdio-clients.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const generations = [
  ['2026', modernStdioClient],
  ['2025', legacyStdioClient],
] as const

/** A loaded machine starts programs slowly. */
const PATIENCE = { timeout: 10_000 }

describe.each(generations)('a client of %s that starts the stdio program', (_, connect) => {
  async function running() {
    const test = await createConnectedHub()
    const app = await test.pair()
    const folder = test.platform.dataFolder
    return { test, app, folder, client: await connect(folder, app.token) }
  }
  const names = async (client: { tools(): Promise<readonly { readonly name: string }[]> }) =>
    (await client.tools()).map(({ name }) => name)

  it('lists the tools and calls them', async () => {
    const { client } = await running()
    expect(await names(client)).toContain('notes_list_notes')
    const { structuredContent } = await client.call('notes_list_notes')
    expect(structuredContent).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
  })

  it('may name what no header can hold, as the model made it up', async () => {
    const { client } = await running()
    for (const name of ['nötes', ' notes', '=?base64?bm90ZXM=?=']) {
      const { structuredContent } = await client.call(name)
      expect(structuredContent).toMatchObject({ error: { code: 'RESOURCE_NOT_FOUND' } })
    }
  })

  it('can have many calls under way at once', async () => {
    const { client } = await running()
    const calls = Array.from({ length: 40 }, () => client.call('notes_list_notes'))
    for (const { isError } of await Promise.all(calls)) expect(isError ?? false).toBe(false)
  })

  it('hears that the person has not answered yet, and then the result', async () => {
    const { test, client } = await running()
    const heard: number[] = []
    const onprogress = ({ progress }: { readonly progress: number }): void => void heard.push(progress)
    const call = client.call('notes_create_note', { title: 'Grüße 🧵' }, { onprogress })
    expect(await test.questions()).toMatchObject([{ summary: 'Create the note “Grüße 🧵”' }])
    await expect.poll(() => heard, PATIENCE).toEqual([1])
    await test.platform.clock.advance(5_000)
    await expect.poll(() => heard, PATIENCE).toEqual([1, 6])
    await test.decide({ kind: 'allow_once' })
    expect((await call).structuredContent).toEqual({ id: 'note-1' })
  })

  it('gets a ticket when the person takes their time, and the result for it', async () => {
    const { test, client } = await running()
    const call = client.call('notes_create_note', { title: 'Milk' })
    await test.questions()
    await test.platform.clock.advance(45_000)
    const ticket = (await call).structuredContent as { status: string; approval_id: string }
    expect(ticket.status).toBe('approval_pending')
    await test.decide({ kind: 'allow_once' })
    const result = await client.call('gatehouse_get_result', { approval_id: ticket.approval_id })
    expect(result.structuredContent).toEqual({ id: 'note-1' })
  })

  it('takes its question back by cancelling, and only its own', async () => {
    const { test, client } = await running()
    const cancelling = new AbortController()
    const kept = client.call('notes_create_note', { title: 'Bread' })
    await test.questions()
    const call = client.call('notes_create_note', { title: 'Milk' }, { signal: cancelling.signal })
    await test.questions(2)
    cancelling.abort()
    await expect(call).rejects.toThrow()
    expect(await test.questions()).toMatchObject([{ summary: 'Create the note “Bread”' }])
    await test.decide({ kind: 'allow_once' })
    expect((await kept).structuredContent).toEqual({ id: 'note-1' })
  })

  it('is told when its tools change', async () => {
    const { test, app, client } = await running()
    await client.tools()
    await vi.waitFor(async () => {
      // What changes before the listening is open is in the first list anyway.
      await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false })
      expect(client.toolChanges()).toBeGreaterThan(0)
    }, PATIENCE)
    expect(await names(client)).not.toContain('notes_list_notes')
  })

  it('goes on after the app was restarted, and is told that its tools may be others', async () => {
    const { test, client } = await running()
    await client.call('notes_list_notes')
    const again = await test.restart()
    const called = client.call('notes_list_notes')
    await again.hub.start()
    expect((await called).structuredContent).toEqual({ notes: [{ id: 'note-1', title: 'Milk' }] })
    await expect.poll(() => client.toolChanges(), PATIENCE).toBe(1)
    const question = client.call('notes_create_note', { title: 'After' })
    await again.decide({ kind: 'allow_once' })
    expect((await question).structuredContent).toEqual({ id: 'note-1' })
  })

  it('does not send a write again that was under way when the app was stopped', async () => {
    const { test, client } = await running()
    const call = client.call('notes_create_note', { title: 'Milk' }).catch((error: unknown) => String(error))
    await test.questions()
    const again = await test.restart()
    await again.hub.start()
    await client.call('notes_list_notes')
    expect(JSON.stringify(await call)).toMatch(/withdrawn|ended before the answer/)
    expect(await again.questions(0)).toEqual([])
  })

  it('may start before the app', async () => {
    const test = await createConnectedHub()
    const app = await test.pair()
    const later = await test.restart()
    const connecting = connect(test.platform.dataFolder, app.token)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await later.hub.start()
    expect(await names(await connecting)).toContain('notes_list_notes')
  })

  it('leaves no process behind', async () => {
    const { client } = await running()
    expect(process.kill(client.pid, 0)).toBe(true)
    await client.close()
    await expect.poll(() => isAlive(client.pid), PATIENCE).toBe(false)
  })

  it('reads that its token is not known', async () => {
    const { folder } = await running()
    await expect(connect(folder, 'gatehouse_wrong')).rejects.toThrow(/does not know this token/)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
