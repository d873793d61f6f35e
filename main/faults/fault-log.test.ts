import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder, createConnectedHub } from '../testing/test-hub.ts'
import { createFaultLog } from './fault-log.ts'

const clock = { now: () => 0 }
const read = (folder: string): string => readFileSync(join(folder, 'faults.log'), 'utf8')

it('says where an error was thrown, and nothing of what it says: the message may hold a secret', () => {
  const folder = temporaryFolder()
  const error = new TypeError('Bearer secret-1 at somewhere\n    at secret-2 (secret.ts:1:1)')
  createFaultLog(folder, clock).note('a test', error)
  const line = JSON.parse(read(folder)) as { kind: string; where: string; places: string[] }
  expect(line).toMatchObject({ kind: 'TypeError', where: 'a test' })
  expect(line.places[0]).toMatch(/fault-log\.test\.ts:\d+:\d+/)
  expect(read(folder)).not.toContain('secret')
})

it('keeps what others may not read, and no more than two small files', () => {
  const folder = temporaryFolder()
  const log = createFaultLog(folder, clock)
  for (let index = 0; index < 1_500; index += 1) log.note('many', new Error('x'))
  expect(statSync(join(folder, 'faults.log')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'faults.log')).size).toBeLessThan(300_000)
  expect(statSync(join(folder, 'faults.log.1')).size).toBeLessThan(300_000)
})

it('never throws, whatever was thrown and wherever it should write', () => {
  const log = createFaultLog(join(temporaryFolder(), 'none'), clock)
  for (const thrown of [undefined, null, 'text', { stack: 1 }, Object.create(null)]) log.note('odd', thrown)
})

it('hears of a handler that broke: INTERNAL left no trace before', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const { body } = await app.call('mischief_get_throw', {})
  expect(body.error?.code).toBe('INTERNAL')
  expect(read(test.platform.dataFolder)).toContain('mischief_get_throw')
})
