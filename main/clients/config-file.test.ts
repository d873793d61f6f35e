import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/test-hub.ts'
import { readConfigFile, replaceConfigFile } from './config-file.ts'

const isRoot = process.getuid?.() === 0

function file(content = 'before') {
  const folder = temporaryFolder()
  const path = join(folder, 'config')
  writeFileSync(path, content, { mode: 0o600 })
  return { folder, path }
}

it('what another program wrote in between is not overwritten, and nothing is left lying about', () => {
  const { folder, path } = file()
  const read = readConfigFile(path)
  writeFileSync(path, 'between')
  expect(() => replaceConfigFile(read, Buffer.from('after'))).toThrow(/Another program/)
  expect(() => replaceConfigFile(read, null)).toThrow(/Another program/)
  expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['between', ['config']])
})

it('a file that came into being in between is not overwritten', () => {
  const path = join(temporaryFolder(), 'config')
  const read = readConfigFile(path)
  writeFileSync(path, 'between')
  expect(() => replaceConfigFile(read, Buffer.from('after'))).toThrow(/Another program/)
  expect(readFileSync(path, 'utf8')).toBe('between')
})

it('rights stay as they are', () => {
  const { path } = file()
  for (const mode of [0o600, 0o640, 0o644]) {
    chmodSync(path, mode)
    replaceConfigFile(readConfigFile(path), Buffer.from(`after ${mode}`))
    expect(statSync(path).mode & 0o777).toBe(mode)
  }
})

it('a file too large for a configuration is left alone', () => {
  const { path } = file('x'.repeat(5 * 1_024 * 1_024))
  expect(() => readConfigFile(path)).toThrow(/too large/)
})

it.runIf(isRoot)('a file of another user is left alone', () => {
  const { path } = file()
  chownSync(path, 1, 1)
  expect(() => readConfigFile(path)).toThrow(/belongs to another user/)
})

it.runIf(isRoot)('the group of a file stays', () => {
  const { path } = file()
  chownSync(path, 0, 1)
  replaceConfigFile(readConfigFile(path), Buffer.from('after'))
  expect(statSync(path).gid).toBe(1)
})

it.skipIf(isRoot)('a file that may only be read is left alone', () => {
  const { path } = file()
  chmodSync(path, 0o400)
  expect(() => readConfigFile(path)).toThrow(/cannot be read and written/)
})
