import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { add, computer, CURSOR, stateOf, TOKEN, tokenOf, toolsWith } from '../testing/client-computer.ts'
import { CLIENTS } from './client-table.ts'

describe('an entry that no longer leads here', () => {
  it('is stale once the bridge has another address, and updating replaces token and address', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), CURSOR)
    const first = await add(test, 'cursor')
    await test.ask('apps.setToolkit', { appId: first.appId ?? '', integrationId: 'notes', enabled: true })
    const old = tokenOf(path)
    const entry = readFileSync(path, 'utf8')
    writeFileSync(path, entry.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:9'))
    expect((await stateOf(test, 'cursor')).installed).toBe('stale')
    const again = await add(test, 'cursor')
    expect(again).toMatchObject({ installed: 'yes', appId: first.appId })
    expect(await toolsWith(test, old)).toBe(401)
    expect(await toolsWith(test, tokenOf(path))).toBe(200)
    expect(await test.ask('apps.list', {})).toMatchObject([{ toolkits: ['notes'] }])
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect(readFileSync(path, 'utf8')).toBe(CURSOR)
  })

  it('is stale when its app was removed, and adding again pairs a new one', async () => {
    const { test, file, write } = await computer()
    write(file('.cursor/mcp.json'), CURSOR)
    const { appId } = await add(test, 'cursor')
    await test.ask('apps.remove', { appId: appId ?? '' })
    expect(await stateOf(test, 'cursor')).toMatchObject({ installed: 'stale', appId: null })
    expect((await add(test, 'cursor')).appId).not.toBe(appId)
  })

  it('renewed at once still goes back to the bytes before the first time', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), '{ }\n\n')
    await add(test, 'cursor')
    await add(test, 'cursor')
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect(readFileSync(path, 'utf8')).toBe('{ }\n\n')
  })
})

it('a restart knows what was added, and how to undo it', async () => {
  const { test, platform, file, write } = await computer()
  const path = write(file('.codex/config.toml'), '# mine\nmodel = "o"\n')
  await add(test, 'codex')
  const again = await test.restart()
  await again.hub.start()
  expect(await stateOf(again, 'codex')).toMatchObject({ configPath: path })
  expect(again.platform.home).toBe(platform.home)
  await again.ask('clients.remove', { clientId: 'codex' })
  expect(readFileSync(path, 'utf8')).toBe('# mine\nmodel = "o"\n')
})

describe('Claude Desktop', () => {
  it('gets the program from a place that stays, by a Node.js that stays, with the token in its environment', async () => {
    const { test, platform, file } = await computer()
    const state = await add(test, 'claude-desktop')
    const { mcpServers } = JSON.parse(readFileSync(state.configPath, 'utf8')) as {
      mcpServers: { gatehouse: { command: string; args: string[]; env: Record<string, string> } }
    }
    const { command, args, env } = mcpServers.gatehouse
    expect(state.configPath).toBe(file('.config/Claude/claude_desktop_config.json'))
    expect(command).toMatch(/^\/usr\/(?:local\/)?bin\/node$/)
    expect(args).toEqual([join(platform.dataFolder, 'bin/gatehouse-mcp.mjs')])
    expect(readFileSync(args[0] ?? '')).toEqual(readFileSync(platform.stdioProgram))
    expect(env).toEqual({
      GATEHOUSE_TOKEN: expect.stringMatching(TOKEN),
      GATEHOUSE_DATA: platform.dataFolder,
    })
    expect(args.join()).not.toMatch(TOKEN)
  })

  it('is stale when the Node.js of its entry is gone', async () => {
    const { test } = await computer()
    const { configPath } = await add(test, 'claude-desktop')
    writeFileSync(
      configPath,
      readFileSync(configPath, 'utf8').replace(/"\/usr\/[^"]*node"/, '"/opt/gone/node"'),
    )
    expect((await stateOf(test, 'claude-desktop')).installed).toBe('stale')
  })
})

it.each(CLIENTS.map(({ id }) => id))('%s can be added and undone on this computer', async (clientId) => {
  const { test } = await computer()
  const state = await add(test, clientId)
  expect(state).toMatchObject({ installed: 'yes', problem: null })
  expect(tokenOf(state.configPath)).toMatch(TOKEN)
  await test.ask('clients.remove', { clientId })
  expect(existsSync(state.configPath)).toBe(false)
})

it('no token of a client is in what the hub keeps or tells', async () => {
  const { test, platform, file, write } = await computer()
  const path = write(file('.cursor/mcp.json'), CURSOR)
  await add(test, 'cursor')
  const token = tokenOf(path)
  const kept = platform.database.prepare('SELECT value FROM settings').pluck().all()
  const told = [
    kept,
    test.events,
    await test.ask('clients.list', {}),
    await test.ask('clients.plan', { clientId: 'cursor' }),
  ]
  expect(JSON.stringify(told)).not.toContain(token)
})
