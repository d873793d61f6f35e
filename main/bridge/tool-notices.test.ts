import { describe, expect, it } from 'vitest'
import { legacyClient, modernClient } from '../testing/mcp-clients.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const SEARCH = ['search_tools', 'call_tool', 'gatehouse_get_result', 'manage_integrations']
const QUIET_MS = 200
/** The machine may be busy. */
const SOON = { timeout: 5_000 }

/** The lists a client has read because it was told to. */
type Lists = (readonly string[])[]

const pause = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS))

/** Waits until no client has been told of anything for a while. */
async function quiet(...all: readonly Lists[]): Promise<void> {
  const told = () => all.map(({ length }) => length).join()
  for (let before = ''; before !== told(); await pause()) before = told()
}

describe.each([
  ['2026', modernClient],
  ['2025', legacyClient],
] as const)('an MCP client of %s that listens', (_, connect) => {
  async function listening() {
    const test = await createConnectedHub()
    const [app, other] = [await test.pair(), await test.pair('Other app')]
    const lists: Lists = []
    const othersLists: Lists = []
    await connect(app, (names) => lists.push(names))
    await connect(other, (names) => othersLists.push(names))
    // A client opens its stream when it pleases: both stand once both have heard of a change that concerns both.
    while (lists.length === 0 || othersLists.length === 0) {
      for (const policy of ['block', null] as const) {
        await test.ask('policies.set', { tool: 'notes_move_note', policy })
        await quiet(lists, othersLists)
      }
    }
    lists.length = othersLists.length = 0
    return { test, app, other, lists, othersLists }
  }

  it('hears of another exposure and reads the new list; another app hears nothing', async () => {
    const { test, app, lists, othersLists } = await listening()
    await test.ask('apps.update', { appId: app.appId, exposure: 'search' })
    await expect.poll(() => lists.at(-1), SOON).toEqual(SEARCH)
    await test.ask('apps.update', { appId: app.appId, exposure: 'all' })
    await expect.poll(() => lists.at(-1), SOON).toContain('notes_list_notes')
    await quiet(lists, othersLists)
    expect([lists.length, othersLists.length]).toEqual([2, 0])
  })

  it('hears of a toolkit, a policy and an account', async () => {
    const { test, app, lists } = await listening()
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'mischief', enabled: false })
    await expect.poll(() => lists.at(-1), SOON).toSatisfy((list) => !String(list).includes('mischief'))
    await test.ask('policies.set', { tool: 'notes_get_note', policy: 'block' })
    await expect.poll(() => lists.at(-1), SOON).not.toContain('notes_get_note')
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    await test.ask('connections.disconnect', { connectionId: connections[0]?.id ?? '' })
    await expect.poll(() => lists.at(-1), SOON).toEqual(['gatehouse_get_result', 'manage_integrations'])
  })

  it('hears of nothing that leaves its list as it is', async () => {
    const { test, app, other, lists, othersLists } = await listening()
    await test.ask('apps.update', { appId: app.appId, name: 'Lamp' })
    await test.ask('policies.set', { tool: 'notes_list_notes', policy: 'ask' })
    await test.ask('apps.update', { appId: app.appId, exposure: 'search' })
    await expect.poll(() => lists.length, SOON).toBe(1)
    // Behind the search the tools change unseen.
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'mischief', enabled: false })
    await test.ask('apps.update', { appId: other.appId, exposure: 'search' })
    await expect.poll(() => othersLists.at(-1), SOON).toEqual(SEARCH)
    await quiet(lists, othersLists)
    expect([lists.length, othersLists.length]).toEqual([1, 1])
  })
})
