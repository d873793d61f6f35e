import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { addApp, answer, approvalDialog, connectLinear } from './fixtures/steps.ts'
import { expect, test } from './fixtures/world.ts'

const program = join(import.meta.dirname, '../out/cli/gatehouse-mcp.mjs')

test('a client that only starts programs lists, writes after Allow, and goes on after a restart of the app', async ({
  world,
}) => {
  const first = await world.launch()
  await connectLinear(world, first.window)
  const { token } = await addApp(first.window, 'Claude Desktop', ['Linear'])
  const client = new Client({ name: 'e2e', version: '1.0.0' })
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program],
    env: { GATEHOUSE_DATA: world.dataFolder, GATEHOUSE_TOKEN: token },
  })
  await client.connect(transport)
  const names = (await client.listTools()).tools.map(({ name }) => name)
  expect(names).toContain('linear_create_issue')

  const title = 'From a program'
  const team = world.internet.linear.workspace.teams[0]?.id
  const creating = client.callTool({ name: 'linear_create_issue', arguments: { team_id: team, title } })
  await expect(approvalDialog(first.window)).toContainText(title)
  await expect(approvalDialog(first.window)).toContainText('Claude Desktop')
  await answer(first.window, 'Allow once')
  expect((await creating).isError ?? false).toBe(false)

  await first.quit()
  const listing = client.callTool({ name: 'linear_list_teams', arguments: {} })
  await world.launch()
  expect((await listing).isError ?? false).toBe(false)
  await client.close()
})
