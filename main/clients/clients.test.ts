import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { add, computer, CURSOR, stateOf, TOKEN, tokenOf, toolsWith } from '../testing/client-computer.ts'

describe('adding to a client', () => {
  it('shows the change without any secret, and changes nothing yet', async () => {
    const { test, file, write } = await computer()
    const secret = 'sk-proj-aB3dE5fG7hI9jK1lM3nO5pQ7'
    const path = write(
      file('.cursor/mcp.json'),
      `{\n  "mcpServers": {\n    "a": { "headers": { "x-api-key": "short" }, "args": ["${secret}"] }\n  }\n}\n`,
    )
    const before = readFileSync(path)
    const plan = await test.ask('clients.plan', { clientId: 'cursor' })
    expect(plan.lines.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toContain(
      '        "Authorization": "Bearer gatehouse_••••••••"',
    )
    expect(JSON.stringify(plan)).not.toMatch(new RegExp(`${secret}|short`))
    expect(readFileSync(path)).toEqual(before)
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('writes what the client reads, keeps a private copy, and the token works', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), CURSOR, 0o640)
    const state = await add(test, 'cursor')
    expect(state).toMatchObject({ installed: 'yes', found: true, configPath: path, lastSeenAt: null })
    expect(await test.ask('apps.list', {})).toMatchObject([{ id: state.appId, name: 'Cursor', toolkits: [] }])
    expect(readFileSync(state.backupPath ?? '', 'utf8')).toBe(CURSOR)
    expect(statSync(state.backupPath ?? '').mode & 0o777).toBe(0o600)
    expect(statSync(path).mode & 0o777).toBe(0o640)
    expect(readdirSync(dirname(path))).toEqual(['mcp.json'])
    expect(await toolsWith(test, tokenOf(path))).toBe(200)
    expect((await stateOf(test, 'cursor')).lastSeenAt).not.toBeNull()
  })

  it('is undone to the very bytes, whatever they are, and ends the token', async () => {
    const { test, file, write } = await computer()
    for (const text of [CURSOR, '\uFEFF{"z":1}', '{\r\n\t"mcpServers":{}\r\n}', '', '{ }\n\n\n']) {
      const path = write(file('.cursor/mcp.json'), text)
      await add(test, 'cursor')
      const token = tokenOf(path)
      expect(await test.ask('clients.remove', { clientId: 'cursor' })).toMatchObject({
        installed: 'no',
        appId: null,
      })
      expect(readFileSync(path, 'utf8')).toBe(text)
      expect(await toolsWith(test, token)).toBe(401)
    }
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('makes a file that is missing for the person alone, and takes it away again', async () => {
    const { test, file } = await computer()
    const { warnings } = await test.ask('clients.plan', { clientId: 'gemini-cli' })
    expect(warnings).toEqual([expect.stringContaining('Gemini CLI was not found')])
    await add(test, 'gemini-cli')
    const path = file('.gemini/settings.json')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await test.ask('clients.remove', { clientId: 'gemini-cli' })
    expect(existsSync(path)).toBe(false)
  })

  it('takes only its entry out of a file that was changed since', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), CURSOR)
    await add(test, 'cursor')
    writeFileSync(path, readFileSync(path, 'utf8').replace('// mine', '// mine, and newer'))
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect(readFileSync(path, 'utf8')).toBe(CURSOR.replace('// mine', '// mine, and newer'))
  })

  it('leaves an entry alone that somebody has put in its place since', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), '{}')
    await add(test, 'cursor')
    writeFileSync(path, '{"mcpServers":{"gatehouse":{"url":"http://127.0.0.1:1/other"}}}')
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect(readFileSync(path, 'utf8')).toContain('1/other')
  })

  it('says when an entry of the name is somebody else’s, and brings it back', async () => {
    const { test, file, write } = await computer()
    const text = '{"mcpServers":{"gatehouse":{"url":"http://127.0.0.1:1/other"}}}'
    const path = write(file('.cursor/mcp.json'), text)
    expect((await stateOf(test, 'cursor')).installed).toBe('other')
    const { warnings } = await test.ask('clients.plan', { clientId: 'cursor' })
    expect(warnings).toEqual([expect.stringContaining('not made here')])
    await add(test, 'cursor')
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('refuses when the file is another one than the plan showed, and pairs nothing', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), CURSOR)
    const { hash } = await test.ask('clients.plan', { clientId: 'cursor' })
    writeFileSync(path, '{"new": 1}')
    const error = await test.refusal('clients.add', { clientId: 'cursor', planHash: hash })
    expect(error.message).toMatch(/changed since you saw the plan/)
    expect(readFileSync(path, 'utf8')).toBe('{"new": 1}')
    expect(await test.ask('apps.list', {})).toEqual([])
  })

  it('takes the app back when the disk refuses half way', async () => {
    const { test, platform, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), CURSOR)
    const { hash } = await test.ask('clients.plan', { clientId: 'cursor' })
    // A file where the folder for copies would be made.
    writeFileSync(join(platform.dataFolder, 'client-backups'), '')
    await test.refusal('clients.add', { clientId: 'cursor', planHash: hash })
    expect(readFileSync(path, 'utf8')).toBe(CURSOR)
    expect(await test.ask('apps.list', {})).toEqual([])
    expect((await stateOf(test, 'cursor')).installed).toBe('no')
  })

  it.each([
    ['{ "a": }', /line 1, column 8/],
    ['[]', /no JSON object/],
    [Buffer.from([0x7b, 0xff, 0x7d]), /not UTF-8/],
    ['{"mcpServers":{},"mcpServers":{}}', /twice/],
  ])('touches nothing in a file it cannot read, and says where it is broken', async (content, reason) => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), content)
    const before = readFileSync(path)
    expect((await test.refusal('clients.plan', { clientId: 'cursor' })).message).toMatch(reason)
    expect((await stateOf(test, 'cursor')).problem).toMatch(reason)
    expect(readFileSync(path)).toEqual(before)
  })

  it.each([
    [
      '{ "a": }',
      'Die Datei ist nicht gültig: JSON: Wert erwartet (Zeile 1, Spalte 8). Nichts wurde geändert.',
    ],
    ['[]', 'Die Datei enthält kein JSON-Objekt, deshalb wurde nichts geändert.'],
  ])('says in German what is wrong with it, and what to do afterwards: %s', async (content, reason) => {
    const { test, file, write } = await computer()
    await test.ask('preferences.setLanguage', { language: 'de' })
    write(file('.cursor/mcp.json'), content)
    const { message } = await test.refusal('clients.plan', { clientId: 'cursor' })
    expect(message).toContain(`${reason} Bitte `)
    expect(await stateOf(test, 'cursor')).toMatchObject({
      problem: message,
      restart: 'Cursor neu starten oder „gatehouse“ in den MCP-Einstellungen einschalten.',
    })
  })

  it('warns in German', async () => {
    const { test } = await computer()
    await test.ask('preferences.setLanguage', { language: 'de' })
    const { warnings } = await test.ask('clients.plan', { clientId: 'gemini-cli' })
    expect(warnings).toEqual([expect.stringMatching(/^Gemini CLI wurde auf diesem Computer nicht gefunden/)])
  })

  it('writes through a link and keeps the link', async () => {
    const { test, file, write } = await computer()
    const real = write(file('dotfiles/mcp.json'), CURSOR)
    const path = file('.cursor/mcp.json')
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(real, path)
    const plan = await test.ask('clients.plan', { clientId: 'cursor' })
    expect(plan).toMatchObject({ configPath: path, linkTarget: real })
    await test.ask('clients.add', { clientId: 'cursor', planHash: plan.hash })
    expect(lstatSync(path).isSymbolicLink()).toBe(true)
    expect(tokenOf(real)).toMatch(TOKEN)
    await test.ask('clients.remove', { clientId: 'cursor' })
    expect([lstatSync(path).isSymbolicLink(), readFileSync(real, 'utf8')]).toEqual([true, CURSOR])
  })

  it('does not follow a link that leads nowhere, nor write a folder', async () => {
    const { test, file } = await computer()
    const path = file('.cursor/mcp.json')
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(file('gone.json'), path)
    expect((await test.refusal('clients.plan', { clientId: 'cursor' })).message).toMatch(/leads nowhere/)
    rmSync(path)
    mkdirSync(path)
    expect((await test.refusal('clients.plan', { clientId: 'cursor' })).message).toMatch(/not a file/)
  })

  it('warns when others of the computer can read the file', async () => {
    const { test, file, write } = await computer()
    const path = write(file('.cursor/mcp.json'), '{}')
    chmodSync(path, 0o644)
    const { warnings } = await test.ask('clients.plan', { clientId: 'cursor' })
    expect(warnings).toEqual([expect.stringContaining('Other users')])
  })
})
