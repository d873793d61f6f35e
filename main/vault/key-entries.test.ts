import { expect, it } from 'vitest'
import type { Keychain } from '../platform/platform.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createKeyEntries } from './key-entries.ts'
import { newMasterKey } from './master-key.ts'

/** A keychain that waits for the person's password. */
function asking() {
  const clock = createManualClock()
  let asked = 0
  let answer: (secret: string | null) => void = () => undefined
  const keychain: Keychain = {
    get() {
      asked += 1
      return new Promise((resolve) => (answer = resolve))
    },
    set: () => new Promise(() => undefined),
    delete: () => new Promise(() => undefined),
  }
  const entries = createKeyEntries(keychain, clock)
  return { clock, entries, asked: () => asked, answer: (secret: string | null) => answer(secret) }
}

it('a keychain that never answers is told from a locked vault, and no call hangs', async () => {
  const { clock, entries } = asking()
  const waiting = [entries.read('a'), entries.remove('a'), entries.store('b', newMasterKey())]
  const ends = waiting.map((one) => one.catch((error: unknown) => error))
  await Promise.resolve()
  await clock.advance(15_000)
  for (const end of ends) {
    expect(await end).toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
      message: expect.stringContaining('may be waiting for your password'),
    })
  }
})

it('a hundred calls make one question of the system, also after they were told to wait no longer', async () => {
  const { clock, entries, asked, answer } = asking()
  const impatient = entries.read('a').catch(() => 'gone')
  await Promise.resolve()
  await clock.advance(15_000)
  expect(await impatient).toBe('gone')
  const calls = Array.from({ length: 100 }, () => entries.read('a'))
  expect(asked()).toBe(1)
  answer('secret')
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['secret']))
})

it('the person can have it asked anew: the first question may never be answered', async () => {
  const { entries, asked, answer } = asking()
  const stuck = entries.read('a')
  await Promise.resolve()
  const anew = entries.read('a', true)
  await Promise.resolve()
  expect(asked()).toBe(2)
  answer('secret')
  expect(await anew).toBe('secret')
  expect(await Promise.race([stuck, Promise.resolve('stuck')])).toBe('stuck')
  const later = entries.read('a')
  await Promise.resolve()
  expect(asked()).toBe(3)
  answer('later')
  expect(await later).toBe('later')
})

it('no timer is left behind once the keychain has answered', async () => {
  const { clock, entries, answer } = asking()
  const reading = entries.read('a')
  await Promise.resolve()
  answer(null)
  expect(await reading).toBeNull()
  expect(clock.pending()).toBe(0)
})

it('a keychain that fails at once, without a promise, is a keychain that cannot be reached', async () => {
  const fail = (): never => {
    throw new Error('DBus error: no such file')
  }
  const entries = createKeyEntries({ get: fail, set: fail, delete: fail }, createManualClock())
  for (const attempt of [entries.read('a'), entries.remove('a'), entries.store('a', newMasterKey())]) {
    await expect(attempt).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
      message: expect.not.stringContaining('DBus'),
    })
  }
})
