import { describe, expect, it } from 'vitest'
import { hideSecrets, shownDiff } from './shown-diff.ts'

describe('what a window sees of a configuration', () => {
  it.each([
    '"Authorization": "Bearer abc"',
    "'api_key': 'abc'",
    'OPENAI_API_KEY = "abc"',
    'OPENAI_API_KEY: abc',
    'password: abc # note',
    'args = ["--token", "sk-aB3dE5fG7hI9jK1lM3nO5pQ7"]',
    '"url": "https://ada:abc@example.com"',
    '"x": "gatehouse_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"',
    '{"a":{"headers":{"Authorization":"Bearer abc"},"env":{"GITHUB_TOKEN":"abc"}}}',
  ])('hides the secret in %s', (line) => {
    expect(hideSecrets(line)).toContain('••••••••')
    expect(hideSecrets(line)).not.toMatch(/[": =]abc|aB3dE5|:abc@|gatehouse_a/)
  })

  it.each([
    '"url": "http://127.0.0.1:7717/mcp",',
    '"command": "/usr/local/bin/node-20"',
    '// about a',
    'timeout: 300',
  ])('shows the rest: %s', (line) => expect(hideSecrets(line)).toBe(line))

  it('does not call line breaks of Windows a change, and cuts a line that never ends around the change', () => {
    expect(shownDiff('{\r\n}\r\n', '{\r\n}\r\n', 'gatehouse')).toEqual([])
    const long = `{"a":"${'x '.repeat(50_000)}"`
    const lines = shownDiff(`${long}}`, `${long},"gatehouse":{}}`, 'gatehouse')
    expect(lines.map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(lines[1]?.text).toContain('"gatehouse"')
    expect(lines[1]?.text.length).toBeLessThan(500)
  })
})
