import { expect, it } from 'vitest'
import type { Forgetting } from '../../preload/contract/grant.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

/** One answer for the session and a lasting one. */
async function remembering(forgetting: Forgetting): Promise<TestHub> {
  const test = await createConnectedHub()
  const app = await test.pair()
  for (const [tool, kind] of [
    ['notes_create_note', 'allow_session'],
    ['notes_delete_note', 'allow_always'],
  ] as const) {
    const call = app.call(tool, tool === 'notes_create_note' ? { title: 'a' } : { note_id: 'n' })
    await test.decide({ kind })
    await call
  }
  await test.ask('rules.setForgetting', forgetting)
  return test
}

async function left(test: TestHub): Promise<string[]> {
  return (await test.ask('grants.list', {})).map(({ scope }) => scope).toSorted()
}

const minutes = (count: number): number => count * 60_000

it('forgets when the computer locks, and tells the window', async () => {
  const test = await remembering({ onLock: true, idleMinutes: null, which: 'session' })
  const before = test.events.length
  test.platform.presence.lock()
  expect(await left(test)).toEqual(['always'])
  expect(test.events.slice(before)).toContainEqual({ event: 'apps.changed', body: {} })
})

it('forgets all of them, if the person chose so', async () => {
  const test = await remembering({ onLock: true, idleMinutes: null, which: 'all' })
  test.platform.presence.lock()
  expect(await left(test)).toEqual([])
})

it('keeps them through a lock unless the person wants it', async () => {
  const test = await remembering({ onLock: false, idleMinutes: null, which: 'all' })
  test.platform.presence.lock()
  await test.platform.clock.advance(minutes(600))
  expect(await left(test)).toEqual(['always', 'session'])
})

it('forgets after so long without anybody, not before', async () => {
  const test = await remembering({ onLock: false, idleMinutes: 5, which: 'session' })
  test.platform.presence.idle = 299
  await test.platform.clock.advance(minutes(1))
  expect(await left(test)).toEqual(['always', 'session'])
  test.platform.presence.idle = 300
  await test.platform.clock.advance(minutes(1))
  expect(await left(test)).toEqual(['always'])
})

it('goes on after a restart', async () => {
  const test = await remembering({ onLock: true, idleMinutes: null, which: 'all' })
  const again = await test.restart()
  await again.hub.start()
  again.platform.presence.lock()
  expect(await left(again)).toEqual([])
})

it('leaves no timer behind when nothing is to be looked at', async () => {
  const test = await remembering({ onLock: false, idleMinutes: 5, which: 'all' })
  const looking = test.platform.clock.pending()
  await test.ask('rules.setForgetting', { onLock: false, idleMinutes: null, which: 'all' })
  expect(test.platform.clock.pending()).toBe(looking - 1)
})
