import { sentences } from '../../preload/messages/sentences.ts'
import type { ClientFacts, Place, SystemName } from './client-facts.ts'

const everywhere = <T>(value: T): Readonly<Record<SystemName, T>> => ({
  linux: value,
  darwin: value,
  win32: value,
})

/** One file on every system, after the vendor's own variable where it has one. */
const same = (...paths: readonly string[]): Readonly<Record<SystemName, readonly Place[]>> =>
  everywhere(paths.map((path) => ({ path })))

const { restart } = sentences.clients

const MCP_SERVERS = { key: 'mcpServers', kind: 'table' } as const

const CLAUDE_DESKTOP_FILE = 'claude_desktop_config.json'

/** Every client that can be set up for the person: where its file is, and what goes in. */
export const CLIENTS: readonly ClientFacts[] = [
  {
    id: 'claude-desktop',
    name: 'Claude Desktop',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'stdio',
    places: {
      linux: [{ path: `{xdg}/Claude/${CLAUDE_DESKTOP_FILE}` }],
      darwin: [{ path: `{support}/Claude/${CLAUDE_DESKTOP_FILE}` }],
      // Installed as a package it sees folders of its own in place of %APPDATA%.
      win32: [
        { path: `{localAppData}/Claude-Data/claude*/${CLAUDE_DESKTOP_FILE}` },
        { path: `{localAppData}/Packages/Claude_*/LocalCache/Roaming/Claude/${CLAUDE_DESKTOP_FILE}` },
        { path: `{appData}/Claude/${CLAUDE_DESKTOP_FILE}` },
      ],
    },
    traces: {
      linux: ['{xdg}/Claude'],
      darwin: ['{support}/Claude', '/Applications/Claude.app', '{home}/Applications/Claude.app'],
      win32: [
        '{appData}/Claude',
        '{localAppData}/AnthropicClaude',
        '{localAppData}/Packages/Claude_*',
        '{localAppData}/Claude-Data/claude*',
      ],
    },
    programs: ['claude-desktop'],
    restart: restart.claudeDesktop,
  },
  {
    id: 'claude-code',
    name: 'Claude Code',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'typed-http',
    places: same('{env:CLAUDE_CONFIG_DIR}/.claude.json', '{home}/.claude.json'),
    traces: everywhere(['{home}/.claude.json', '{home}/.claude']),
    programs: ['claude'],
    restart: restart.claudeCode,
  },
  {
    id: 'cursor',
    name: 'Cursor',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'url',
    places: same('{home}/.cursor/mcp.json'),
    traces: {
      linux: ['{home}/.cursor', '{xdg}/Cursor'],
      darwin: ['{home}/.cursor', '{support}/Cursor', '/Applications/Cursor.app'],
      win32: ['{home}/.cursor', '{appData}/Cursor', '{localAppData}/Programs/cursor'],
    },
    programs: ['cursor', 'cursor-agent'],
    restart: restart.cursor,
  },
  {
    id: 'vscode',
    name: 'VS Code',
    format: 'json',
    container: { key: 'servers', kind: 'table' },
    shape: 'typed-http',
    places: {
      linux: [{ path: '{xdg}/Code/User/mcp.json' }],
      darwin: [{ path: '{support}/Code/User/mcp.json' }],
      win32: [{ path: '{appData}/Code/User/mcp.json' }],
    },
    traces: {
      linux: ['{xdg}/Code/User'],
      darwin: ['{support}/Code/User', '/Applications/Visual Studio Code.app'],
      win32: ['{appData}/Code/User', '{localAppData}/Programs/Microsoft VS Code'],
    },
    programs: ['code'],
    restart: restart.vsCode,
  },
  {
    id: 'windsurf',
    name: 'Windsurf',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'server-url',
    // Since it became Devin Desktop it has another folder, and entries with another key.
    places: {
      linux: windsurf('{xdg}/devin/mcp_config.json'),
      darwin: windsurf('{home}/.config/devin/mcp_config.json'),
      win32: windsurf('{appData}/devin/mcp_config.json'),
    },
    traces: {
      linux: ['{home}/.codeium/windsurf', '{xdg}/Windsurf', '{xdg}/devin'],
      darwin: ['{home}/.codeium/windsurf', '{support}/Windsurf', '{home}/.config/devin'],
      win32: ['{home}/.codeium/windsurf', '{appData}/Windsurf', '{appData}/devin'],
    },
    programs: ['windsurf', 'devin-desktop'],
    restart: restart.windsurf,
  },
  {
    id: 'zed',
    name: 'Zed',
    format: 'json',
    container: { key: 'context_servers', kind: 'table' },
    shape: 'url',
    places: {
      linux: [
        { path: '{home}/.var/app/dev.zed.Zed/config/zed/settings.json' },
        { path: '{xdg}/zed/settings.json' },
      ],
      darwin: [{ path: '{home}/.config/zed/settings.json' }],
      win32: [{ path: '{appData}/Zed/settings.json' }],
    },
    traces: {
      linux: ['{xdg}/zed', '{home}/.var/app/dev.zed.Zed', '{home}/.local/zed.app'],
      darwin: ['{home}/.config/zed', '/Applications/Zed.app'],
      win32: ['{appData}/Zed', '{localAppData}/Programs/Zed'],
    },
    programs: ['zed', 'zeditor'],
    restart: restart.zed,
  },
  {
    id: 'lm-studio',
    name: 'LM Studio',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'url',
    places: everywhere([
      { path: '{pointed}/mcp.json', pointedBy: { file: '{home}/.lmstudio-home-pointer' } },
      { path: '{home}/.cache/lm-studio/mcp.json' },
      { path: '{home}/.lmstudio/mcp.json' },
    ]),
    traces: everywhere(['{home}/.lmstudio', '{home}/.cache/lm-studio', '{home}/.lmstudio-home-pointer']),
    programs: ['lms', 'lm-studio'],
    restart: restart.lmStudio,
  },
  {
    id: 'codex',
    name: 'Codex',
    format: 'toml',
    container: { key: 'mcp_servers', kind: 'table' },
    shape: 'toml-http',
    places: same('{env:CODEX_HOME}/config.toml', '{home}/.codex/config.toml'),
    traces: everywhere(['{home}/.codex']),
    programs: ['codex'],
    restart: restart.codex,
  },
  {
    id: 'gemini-cli',
    name: 'Gemini CLI',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'http-url',
    places: same('{env:GEMINI_CLI_HOME}/.gemini/settings.json', '{home}/.gemini/settings.json'),
    traces: everywhere(['{home}/.gemini/settings.json']),
    programs: ['gemini'],
    restart: restart.geminiCli,
  },
  {
    id: 'goose',
    name: 'Goose',
    format: 'yaml',
    container: { key: 'extensions', kind: 'table' },
    shape: 'goose',
    places: {
      linux: goose('{xdg}/goose/config.yaml'),
      darwin: goose('{xdg}/goose/config.yaml'),
      win32: goose('{appData}/Block/goose/config/config.yaml'),
    },
    traces: {
      linux: ['{xdg}/goose'],
      darwin: ['{xdg}/goose', '/Applications/Goose.app'],
      win32: ['{appData}/Block/goose'],
    },
    programs: ['goose'],
    restart: restart.goose,
  },
  {
    id: 'jan',
    name: 'Jan',
    format: 'json',
    container: MCP_SERVERS,
    shape: 'jan',
    places: {
      linux: jan('{xdgData}/Jan'),
      darwin: jan('{support}/Jan'),
      win32: jan('{appData}/Jan'),
    },
    traces: {
      linux: ['{xdgData}/Jan'],
      darwin: ['{support}/Jan', '/Applications/Jan.app'],
      win32: ['{appData}/Jan', '{localAppData}/Programs/jan'],
    },
    programs: ['jan'],
    restart: restart.jan,
  },
  {
    id: 'continue',
    name: 'Continue',
    format: 'yaml',
    container: { key: 'mcpServers', kind: 'list' },
    shape: 'continue',
    places: same('{env:CONTINUE_GLOBAL_DIR}/config.yaml', '{home}/.continue/config.yaml'),
    traces: everywhere(['{home}/.continue']),
    programs: ['cn'],
    restart: restart.continue,
    shadows: 'config.json',
    preamble: 'name: Local Config\nversion: 1.0.0\nschema: v1\n',
  },
]

function windsurf(newer: string): readonly Place[] {
  return [{ path: newer, shape: 'url' }, { path: '{home}/.codeium/windsurf/mcp_config.json' }]
}

function goose(path: string): readonly Place[] {
  return [{ path: '{env:GOOSE_PATH_ROOT}/config/config.yaml' }, { path }]
}

function jan(folder: string): readonly Place[] {
  return [
    { path: '{env:JAN_DATA_FOLDER}/mcp_config.json' },
    { path: '{pointed}/mcp_config.json', pointedBy: { file: `${folder}/settings.json`, key: 'data_folder' } },
    { path: `${folder}/data/mcp_config.json` },
  ]
}
