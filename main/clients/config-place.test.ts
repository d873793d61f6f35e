import { expect, describe, it } from 'vitest'
import type { SystemName } from './client-facts.ts'
import { CLIENTS } from './client-table.ts'
import { configPlace, isFound, type Look, type Surroundings } from './config-place.ts'

const HOMES = { linux: '/home/ada', darwin: '/Users/ada', win32: 'C:\\Users\\ada' }

function around(system: SystemName, environment: Record<string, string> = {}): Surroundings {
  return { system, home: HOMES[system], environment }
}

/** A disk on which only these files are. */
function disk(files: Readonly<Record<string, string>> = {}): Look {
  const paths = Object.keys(files)
  const parts = (path: string): string[] => path.split(/[\\/]/)
  return {
    exists: (path) =>
      paths.some((it) => it === path || it.startsWith(`${path}/`) || it.startsWith(`${path}\\`)),
    names: (folder) => [
      ...new Set(
        paths
          .filter((it) => it.startsWith(`${folder}/`) || it.startsWith(`${folder}\\`))
          .map((it) => parts(it)[parts(folder).length] ?? ''),
      ),
    ],
    read: (path) => files[path],
  }
}

const pathOf = (id: string, where: Surroundings, look = disk()): string => {
  const client = CLIENTS.find((it) => it.id === id)
  if (client === undefined) throw new Error(id)
  return configPlace(client, where, look).path
}

const APPDATA = { APPDATA: 'D:\\Roaming', LOCALAPPDATA: 'D:\\Local' }

describe.each([
  ['linux', {}],
  ['darwin', {}],
  ['win32', APPDATA],
] as const)('on a bare %s', (system, environment) => {
  it('every client’s file is where its vendor has it', () => {
    const paths = CLIENTS.map(({ id }) => [id, pathOf(id, around(system, environment))])
    expect(Object.fromEntries(paths)).toEqual(EXPECTED[system])
  })

  it('nothing is found', () => {
    for (const client of CLIENTS) expect(isFound(client, around(system, environment), disk())).toBe(false)
  })
})

const EXPECTED = {
  linux: {
    'claude-desktop': '/home/ada/.config/Claude/claude_desktop_config.json',
    'claude-code': '/home/ada/.claude.json',
    cursor: '/home/ada/.cursor/mcp.json',
    vscode: '/home/ada/.config/Code/User/mcp.json',
    windsurf: '/home/ada/.codeium/windsurf/mcp_config.json',
    zed: '/home/ada/.config/zed/settings.json',
    'lm-studio': '/home/ada/.lmstudio/mcp.json',
    codex: '/home/ada/.codex/config.toml',
    'gemini-cli': '/home/ada/.gemini/settings.json',
    goose: '/home/ada/.config/goose/config.yaml',
    jan: '/home/ada/.local/share/Jan/data/mcp_config.json',
    continue: '/home/ada/.continue/config.yaml',
  },
  darwin: {
    'claude-desktop': '/Users/ada/Library/Application Support/Claude/claude_desktop_config.json',
    'claude-code': '/Users/ada/.claude.json',
    cursor: '/Users/ada/.cursor/mcp.json',
    vscode: '/Users/ada/Library/Application Support/Code/User/mcp.json',
    windsurf: '/Users/ada/.codeium/windsurf/mcp_config.json',
    zed: '/Users/ada/.config/zed/settings.json',
    'lm-studio': '/Users/ada/.lmstudio/mcp.json',
    codex: '/Users/ada/.codex/config.toml',
    'gemini-cli': '/Users/ada/.gemini/settings.json',
    goose: '/Users/ada/.config/goose/config.yaml',
    jan: '/Users/ada/Library/Application Support/Jan/data/mcp_config.json',
    continue: '/Users/ada/.continue/config.yaml',
  },
  win32: {
    'claude-desktop': 'D:\\Roaming\\Claude\\claude_desktop_config.json',
    'claude-code': 'C:\\Users\\ada\\.claude.json',
    cursor: 'C:\\Users\\ada\\.cursor\\mcp.json',
    vscode: 'D:\\Roaming\\Code\\User\\mcp.json',
    windsurf: 'C:\\Users\\ada\\.codeium\\windsurf\\mcp_config.json',
    zed: 'D:\\Roaming\\Zed\\settings.json',
    'lm-studio': 'C:\\Users\\ada\\.lmstudio\\mcp.json',
    codex: 'C:\\Users\\ada\\.codex\\config.toml',
    'gemini-cli': 'C:\\Users\\ada\\.gemini\\settings.json',
    goose: 'D:\\Roaming\\Block\\goose\\config\\config.yaml',
    jan: 'D:\\Roaming\\Jan\\data\\mcp_config.json',
    continue: 'C:\\Users\\ada\\.continue\\config.yaml',
  },
}

describe('a client that was moved', () => {
  it.each([
    ['claude-code', { CLAUDE_CONFIG_DIR: '/c' }, '/c/.claude.json'],
    ['codex', { CODEX_HOME: '/c' }, '/c/config.toml'],
    ['gemini-cli', { GEMINI_CLI_HOME: '/c' }, '/c/.gemini/settings.json'],
    ['goose', { GOOSE_PATH_ROOT: '/c' }, '/c/config/config.yaml'],
    ['goose', { XDG_CONFIG_HOME: '/x' }, '/x/goose/config.yaml'],
    ['vscode', { XDG_CONFIG_HOME: '/x' }, '/x/Code/User/mcp.json'],
    ['jan', { XDG_DATA_HOME: '/x' }, '/x/Jan/data/mcp_config.json'],
    ['continue', { CONTINUE_GLOBAL_DIR: '/c' }, '/c/config.yaml'],
  ])('is where its variable says: %s', (id, environment, path) => {
    expect(pathOf(id, around('linux', environment), disk({ '/home/ada/.codex/config.toml': '' }))).toBe(path)
  })

  it('is not looked for by a variable that names no absolute path', () => {
    const where = around('linux', { CODEX_HOME: 'c', XDG_CONFIG_HOME: '.' })
    expect([pathOf('codex', where), pathOf('zed', where)]).toEqual([
      '/home/ada/.codex/config.toml',
      '/home/ada/.config/zed/settings.json',
    ])
  })

  it('is where its own note says, if that is there', () => {
    const files = {
      '/home/ada/.lmstudio-home-pointer': '/big/lm\n',
      '/big/lm/x': '',
      '/home/ada/.local/share/Jan/settings.json': '{"data_folder":"/big/jan"}',
      '/big/jan/x': '',
    }
    expect(pathOf('lm-studio', around('linux'), disk(files))).toBe('/big/lm/mcp.json')
    expect(pathOf('jan', around('linux'), disk(files))).toBe('/big/jan/mcp_config.json')
    const gone = {
      '/home/ada/.lmstudio-home-pointer': '/gone',
      '/home/ada/.local/share/Jan/settings.json': '{',
    }
    expect(pathOf('lm-studio', around('linux'), disk(gone))).toBe('/home/ada/.lmstudio/mcp.json')
    expect(pathOf('jan', around('linux'), disk(gone))).toBe('/home/ada/.local/share/Jan/data/mcp_config.json')
  })

  it('has the folders of a Windows package in place of %APPDATA%', () => {
    const packaged = 'D:\\Local\\Packages\\Claude_pzs8sxrjxfjjc\\LocalCache\\Roaming\\Claude'
    const file = `${packaged}\\claude_desktop_config.json`
    const where = around('win32', APPDATA)
    expect(pathOf('claude-desktop', where, disk({ [`${packaged}\\x`]: '' }))).toBe(file)
    const newest = 'D:\\Local\\Claude-Data\\claude_abc\\x'
    expect(pathOf('claude-desktop', where, disk({ [newest]: '' }))).toBe(
      'D:\\Local\\Claude-Data\\claude_abc\\claude_desktop_config.json',
    )
  })

  it('of two names is taken by the one that is there, with that one’s entry', () => {
    const windsurf = CLIENTS.find(({ id }) => id === 'windsurf') ?? never()
    const newer = configPlace(windsurf, around('linux'), disk({ '/home/ada/.config/devin/x': '' }))
    expect(newer).toMatchObject({ path: '/home/ada/.config/devin/mcp_config.json', place: { shape: 'url' } })
  })
})

it('a client is found by its folder, or by its program in PATH', () => {
  const cursor = CLIENTS.find(({ id }) => id === 'cursor') ?? never()
  const where = around('linux', { PATH: 'relative:/opt/bin' })
  expect(isFound(cursor, where, disk({ '/home/ada/.cursor/x': '' }))).toBe(true)
  expect(isFound(cursor, where, disk({ '/opt/bin/cursor': '' }))).toBe(true)
  expect(isFound(cursor, where, disk({ 'relative/cursor': '' }))).toBe(false)
})

function never(): never {
  throw new Error('There is no such client.')
}
