import { expect, it } from 'vitest'
import { createFakeNetwork, noConnection } from '../testing/fake-platform.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { watchReach } from './reach.ts'

function world() {
  const network = createFakeNetwork()
  const clock = createManualClock()
  const heard: boolean[] = []
  const reach = watchReach(network, clock, () => heard.push(reach.isLost()))
  const ask = async (host: string, init: RequestInit = {}): Promise<void> => {
    await reach.network.fetch(`https://${host}/`, init).catch(() => undefined)
  }
  return { network, clock, heard, reach, ask }
}

it('one service that is down is not the whole network, however often it is tried', async () => {
  const { ask, reach, heard } = world()
  for (let times = 0; times < 5; times += 1) await ask('a.example')
  expect([reach.isLost(), heard]).toEqual([false, []])
})

it('is lost when two services in a row cannot be reached, and back with the first answer', async () => {
  const { ask, reach, heard, network } = world()
  await ask('a.example')
  await ask('b.example')
  expect(reach.isLost()).toBe(true)
  network.respond = () => new Response('')
  await ask('c.example')
  network.respond = noConnection
  await ask('a.example')
  expect([reach.isLost(), heard]).toEqual([false, [true, false]])
})

it('says nothing any more when nobody has tried for a minute', async () => {
  const { ask, reach, heard, clock } = world()
  await ask('a.example')
  await ask('b.example')
  await clock.advance(59_000)
  expect(reach.isLost()).toBe(true)
  await clock.advance(2_000)
  expect([reach.isLost(), heard]).toEqual([false, [true, false]])
})

it('an answer that nobody waited for is no failure of the network', async () => {
  const { ask, reach } = world()
  const signal = AbortSignal.abort()
  await ask('a.example', { signal })
  await ask('b.example', { signal })
  expect(reach.isLost()).toBe(false)
})
