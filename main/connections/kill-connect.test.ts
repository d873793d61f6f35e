import { describe, expect, it, vi } from 'vitest'
import type { Death, Lane } from '../testing/kill/lane.ts'
import type { Cut } from '../testing/kill/provider.ts'
import { problemOf, useRounds, type Ada } from '../testing/kill/rounds.ts'

const LONG = 180_000
const STORED = 'commit of INSERT INTO connections, INSERT INTO integration_credentials'
const CUTS: readonly Cut[] = ['request arrived', 'rotation kept', 'half an answer']

const { ada, round, rounds } = useRounds()

const named = (step: string): Death => ({ killAt: step })
const cutting = (cut: Cut): Death => ({ cut })

/** Kills in the middle of something about another account. @returns that one's id, if it is there afterwards */
async function besides(one: Ada, point: string, kill: (lane: Lane) => Promise<void>) {
  const { isLost } = await round(one, point, kill)
  expect([point, isLost]).toEqual([point, false])
  return (await one.lane.account('bob'))?.id
}

describe('a kill in the middle of a sign-in', { timeout: LONG }, () => {
  it('leaves a whole account or none, the others as they were, and the way open for the next try', async () => {
    const one = await ada(false)
    const signIn = (lane: Lane) => lane.signIn('bob')
    const forget = async (connectionId: string) =>
      await one.lane.ask('connections.disconnect', { connectionId })
    const steps = await one.lane.stepsOf(() => signIn(one.lane))
    expect(steps).toContain(STORED)
    await forget((await one.lane.account('bob'))?.id ?? '')
    const stored: string[] = []
    const deaths = [...steps.map(named), ...CUTS.map(cutting)]
    for (const death of deaths) {
      const point = 'cut' in death ? death.cut : 'killAt' in death ? death.killAt : ''
      const id = await besides(one, `sign-in: ${point}`, (lane) => lane.die(death, () => signIn(lane)))
      if (id !== undefined) {
        stored.push(point)
        expect(await problemOf(one.lane, id)).toBeUndefined()
      }
      const again = await signIn(one.lane)
      expect([point, again.status]).toEqual([point, 'done'])
      await forget(again.connectionId ?? '')
    }
    expect(stored).toEqual(steps.slice(steps.indexOf(STORED) + 1))
  })

  it('that renews an account leaves it as it was, or renewed', async () => {
    const one = await ada(false)
    const signIn = (lane: Lane) => lane.signIn('ada', one.id)
    const steps = await one.lane.stepsOf(() => signIn(one.lane))
    expect(steps).toContain(STORED)
    for (const death of [...steps.map(named), ...CUTS.map(cutting)]) {
      const { isLost } = await round(one, 'reconnect', (lane) => lane.die(death, () => signIn(lane)))
      expect([death, isLost]).toEqual([death, false])
    }
  })
})

describe('a kill in the middle of a disconnect', { timeout: LONG }, () => {
  it('leaves an account that works, or none and no grant at the provider; never one that is half gone', async () => {
    const one = await ada(false)
    const disconnect = async (lane: Lane) => {
      const connectionId = (await lane.account('bob'))?.id ?? ''
      return () => lane.ask('connections.disconnect', { connectionId })
    }
    await one.lane.signIn('bob')
    const steps = await one.lane.stepsOf(await disconnect(one.lane))
    const begun = steps.indexOf('after the commit of INSERT INTO disconnections')
    expect(begun).toBeGreaterThan(0)
    for (const [index, step] of steps.entries()) {
      await one.lane.signIn('bob')
      const work = await disconnect(one.lane)
      const id = await besides(one, `disconnect: ${step}`, (lane) => lane.die(named(step), work))
      if (index < begun) expect([step, await problemOf(one.lane, id ?? '')]).toEqual([step, undefined])
      else {
        const gone = async () => expect([step, await one.lane.account('bob')]).toEqual([step, undefined])
        await vi.waitFor(gone, { timeout: 10_000 })
        expect([step, one.lane.provider.grants.isEnded('bob')]).toEqual([step, true])
      }
    }
  })
})

it('were forty kills and more', () => {
  expect(rounds.length).toBeGreaterThanOrEqual(40)
})
