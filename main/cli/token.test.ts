import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/test-hub.ts'
import { findToken } from './token.ts'

const find = (args: readonly string[], environment = {}) => findToken({ args, environment, system: 'linux' })

function tokenFile(text: string, mode: number): string {
  const path = join(temporaryFolder(), 'token')
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

describe('the token', () => {
  it('comes from the environment, or from a file without the end of its line', () => {
    expect(find([], { GATEHOUSE_TOKEN: 'gatehouse_abc' })).toEqual({ token: 'gatehouse_abc' })
    expect(find(['--token-file', tokenFile('gatehouse_abc\n', 0o600)])).toEqual({ token: 'gatehouse_abc' })
  })

  it('is not taken from a file that others can read', () => {
    expect(find(['--token-file', tokenFile('gatehouse_abc', 0o640)])).toEqual({
      problem: expect.stringContaining('chmod 600'),
    })
  })

  it.each([
    ['no token', [], {}],
    ['a token as argument', ['gatehouse_secret'], {}],
    ['a token after an option', ['--token', 'gatehouse_secret'], {}],
    ['a file that is not there', ['--token-file', '/nowhere/gatehouse_secret'], {}],
    [
      'a line break, which would make a second header',
      [],
      { GATEHOUSE_TOKEN: 'gatehouse_secret\r\nHost: x' },
    ],
  ])('is refused in a sentence that does not repeat it: %s', (_, args, environment) => {
    const found = find(args, environment)
    expect(found).toEqual({ problem: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(JSON.stringify(found)).not.toContain('secret')
  })
})
