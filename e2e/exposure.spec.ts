import type { Page } from '@playwright/test'
import { linear } from '../registry/productivity/linear.ts'
import { connectV1, connectV2 } from './fixtures/mcp-clients.ts'
import { addApp, answer, approvalDialog, connectLinear, openSection } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

/** How the app sees its tools, chosen as a person does, by keys. */
async function chooseSearch(window: Page): Promise<void> {
  await openSection(window, 'Apps')
  const choices = window.getByRole('radiogroup', { name: 'How it sees its tools' })
  await choices.getByRole('radio', { name: 'Automatic' }).focus()
  await window.keyboard.press('ArrowRight')
  await window.keyboard.press('ArrowRight')
  await expect(choices.getByRole('radio', { name: 'Search' })).toBeChecked()
}

for (const [version, connect] of Object.entries({ v2: connectV2, v1: connectV1 })) {
  test(`an app with the search finds a tool and calls it, and a write asks: MCP client ${version}`, async ({
    world,
  }) => {
    const { window } = await world.launch()
    await connectLinear(world, window)
    const { token } = await addApp(window, 'Cursor', ['Linear'])
    const client = await connect((await world.bridge()).mcp, token)
    expect(await client.toolNames()).toHaveLength(linear.tools.length + 2)

    await chooseSearch(window)
    const tools = `${linear.tools.length} tools behind a search`
    await expect(window.getByText(tools)).toBeVisible()
    expect((await client.toolNames()).toSorted()).toEqual([
      'call_tool',
      'gatehouse_get_result',
      'manage_integrations',
      'search_tools',
    ])

    const found = await client.call('search_tools', { query: 'report a new bug', limit: 1 })
    expect(found.structured).toMatchObject({ tools: [{ name: 'linear_create_issue', policy: 'ask' }] })
    const team = world.internet.linear.workspace.teams[0]?.id
    const title = 'Found by a search'
    const call = { name: 'linear_create_issue', arguments: { team_id: team, title } }
    const creating = client.call('call_tool', call)
    await expect(approvalDialog(window)).toContainText(title)
    await answer(window, 'Allow once')
    expect((await creating).isError).toBe(false)
    await client.close()
  })
}
