import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { Client as StdioClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { Page } from '@playwright/test'
import { parse } from 'jsonc-parser'
import { openSection } from './fixtures/steps.ts'
import { expect, test, type World } from './fixtures/world.ts'

const CURSOR =
  '{\r\n\t// mine\r\n\t"mcpServers": {\r\n\t\t"a": { "command": "x" }, // about a\r\n\t},\r\n}\r\n'

interface HttpEntry {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

interface ProgramEntry {
  readonly command: string
  readonly args: string[]
  readonly env: Record<string, string>
}

interface Config<Entry> {
  readonly mcpServers: { readonly gatehouse: Entry }
}

const inHome = (world: World, path: string): string => join(world.browser.env['HOME'] ?? '', path)

const dialogOf = (window: Page) => window.getByRole('dialog')

test('Cursor is set up from the window, comes with what was written, and is taken out again to the byte', async ({
  world,
}) => {
  const path = inHome(world, '.cursor/mcp.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, CURSOR)
  const { window } = await world.launch()
  await openSection(window, 'Apps')
  await window.getByRole('button', { name: /^Add to Cursor/ }).click()
  const change = dialogOf(window).getByRole('group', { name: 'Change' })
  await expect(change).toContainText('"Authorization": "Bearer gatehouse_••••••••"')
  await expect(dialogOf(window)).toContainText(path)
  expect(await readFile(path, 'utf8')).toBe(CURSOR)
  await dialogOf(window).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialogOf(window)).toContainText('Waiting for Cursor')

  const text = await readFile(path, 'utf8')
  expect(text).toContain('// about a\r\n')
  const { url, headers } = (parse(text) as Config<HttpEntry>).mcpServers.gatehouse
  const client = new Client({ name: 'cursor', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }))
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('gatehouse_get_result')
  await client.close()
  await expect(dialogOf(window)).toContainText(/Cursor connected \d+ s ago/)

  await dialogOf(window).getByRole('button', { name: 'Undo' }).click()
  await dialogOf(window).getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByRole('button', { name: /^Add to Cursor/ })).toBeVisible()
  expect(await readFile(path, 'utf8')).toBe(CURSOR)
  const refused = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
  })
  expect(refused.status).toBe(401)
})

test('Claude Desktop starts exactly what was written, and lists tools', async ({ world }) => {
  const { window } = await world.launch()
  await openSection(window, 'Apps')
  await window.getByRole('button', { name: /^Add to Claude Desktop/ }).click()
  await dialogOf(window).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialogOf(window)).toContainText('Waiting for Claude Desktop')
  const path = inHome(world, '.config/Claude/claude_desktop_config.json')
  const { command, args, env } = (JSON.parse(await readFile(path, 'utf8')) as Config<ProgramEntry>).mcpServers
    .gatehouse
  const client = new StdioClient({ name: 'claude', version: '1.0.0' })
  await client.connect(new StdioClientTransport({ command, args, env }))
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('gatehouse_get_result')
  await expect(dialogOf(window)).toContainText(/Claude Desktop connected \d+ s ago/)
  await client.close()

  await dialogOf(window).getByRole('button', { name: 'Undo' }).click()
  await dialogOf(window).getByRole('button', { name: 'Undo' }).click()
  await expect(window.getByRole('button', { name: /^Add to Claude Desktop/ })).toBeVisible()
  await expect(readFile(path)).rejects.toThrow('ENOENT')
})

test('a file that cannot be read is left alone, and the window says where it is broken', async ({
  world,
}) => {
  const path = inHome(world, '.cursor/mcp.json')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, '{\n  "mcpServers" {}\n}\n')
  const { window } = await world.launch()
  await openSection(window, 'Apps')
  await window.getByRole('button', { name: /^Add to Cursor.*cannot be read/ }).click()
  await expect(dialogOf(window).getByRole('alert')).toContainText('line 2, column 16')
  expect(await readFile(path, 'utf8')).toBe('{\n  "mcpServers" {}\n}\n')
})
