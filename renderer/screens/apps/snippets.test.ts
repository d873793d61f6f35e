import { describe, expect, it } from 'vitest'
import { snippetsFor } from './snippets.ts'

const codeOf = (id: string, url = 'http://127.0.0.1:7717'): string =>
  snippetsFor(url, 't0ken').find((snippet) => snippet.id === id)?.code ?? ''

describe('snippetsFor', () => {
  it('gives the configuration that MCP clients read', () => {
    expect(JSON.parse(codeOf('json'))).toEqual({
      mcpServers: {
        gatehouse: {
          type: 'http',
          url: 'http://127.0.0.1:7717/mcp',
          headers: { Authorization: 'Bearer t0ken' },
        },
      },
    })
  })

  it('calls the list “servers” for VS Code', () => {
    expect(Object.keys(JSON.parse(codeOf('vscode')))).toEqual(['servers'])
  })

  it('sends the token in the header, never in the address', () => {
    expect(codeOf('claude-code')).toContain('--header "Authorization: Bearer t0ken"')
    expect(codeOf('curl')).toContain('--header "Authorization: Bearer t0ken"')
    expect(codeOf('curl')).not.toContain('?token')
  })

  it('does not double a slash at the end of the address', () => {
    expect(codeOf('json', 'http://127.0.0.1:7718/')).toContain('"http://127.0.0.1:7718/mcp"')
  })
})
