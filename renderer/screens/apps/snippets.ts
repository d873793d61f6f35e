import { text } from '../../text.ts'

/** What to paste into one kind of client. */
interface Snippet {
  readonly id: string
  readonly label: string
  readonly code: string
}

const NAME = 'gatehouse'

/**
 * @param url the bridge's address, `http://127.0.0.1:7717`
 * @param token the app's token
 */
export function snippetsFor(url: string, token: string): readonly Snippet[] {
  const base = url.replace(/\/$/u, '')
  const authorization = `Authorization: Bearer ${token}`
  const server = { type: 'http', url: `${base}/mcp`, headers: { Authorization: `Bearer ${token}` } }
  return [
    { id: 'json', label: text.apps.anyClient, code: pretty({ mcpServers: { [NAME]: server } }) },
    { id: 'vscode', label: 'VS Code', code: pretty({ servers: { [NAME]: server } }) },
    {
      id: 'claude-code',
      label: 'Claude Code',
      code: `claude mcp add --transport http ${NAME} ${server.url} --header "${authorization}"`,
    },
    { id: 'curl', label: 'curl', code: `curl "${base}/v1/manifest?format=mcp" --header "${authorization}"` },
  ]
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)
