import { describe, expect, it } from 'vitest'
import type { Death, Lane } from '../testing/kill/lane.ts'
import type { Cut } from '../testing/kill/provider.ts'
import { useRounds, type Ada } from '../testing/kill/rounds.ts'
import { seeded } from '../testing/kill/seeded.ts'

const HOUR_MS = 3_600_000
const MINUTES_MS = 120_000
const LONG = 180_000

const NOTED = 'INSERT INTO refresh_notes'
const ANSWERED = 'answer POST notes.example/oauth/token'
const STORED = 'commit of INSERT INTO integration_credentials, DELETE FROM refresh_notes'
const CUTS: readonly Cut[] = ['request arrived', 'rotation kept', 'half an answer']

const { ada, round, rounds } = useRounds()

/** Makes a call need a new token. @returns the call */
type Begin = (lane: Lane) => () => Promise<unknown>

const afterExpiry: Begin = (lane) => {
  lane.pass(HOUR_MS)
  return () => lane.call()
}

const afterRefusal: Begin = (lane) => {
  // What has just been renewed is not renewed again because of a 401.
  lane.pass(MINUTES_MS)
  lane.provider.grants.endAccess('ada')
  return () => lane.call()
}

const stepsOf = async ({ lane }: Ada, begin: Begin) => {
  const steps = await lane.stepsOf(begin(lane))
  const known = [NOTED, ANSWERED, STORED]
  expect(steps.filter((step) => known.includes(step))).toEqual(known)
  return steps
}

const dying = (death: Death, begin: Begin) => (lane: Lane) => lane.die(death, begin(lane))

/** The steps between the provider's rotation and the disk: nobody but the provider knows the next token. */
const unknowable = (steps: readonly string[]) =>
  steps.slice(steps.indexOf(ANSWERED), steps.indexOf(STORED) + 1)

/** Without the activity log's own, which come whenever its timer fires. */
const isRenewal = (step: string): boolean => !/audit|apps/.test(step)

describe('kill -9 loses no account where a lost answer is given again', { timeout: LONG }, () => {
  it.each([
    ['has ended', afterExpiry],
    ['is refused', afterRefusal],
  ])('at any step of a call whose token %s', async (_, begin) => {
    const one = await ada(true)
    const steps = await stepsOf(one, begin)
    const repeated: string[] = []
    for (const step of steps) {
      const { isLost, verdicts } = await round(one, step, dying({ killAt: step }, begin))
      expect([step, isLost]).toEqual([step, false])
      if (verdicts.includes('repeated')) repeated.push(step)
    }
    // A token whose outcome is known is never shown again.
    expect(repeated.filter(isRenewal)).toEqual(unknowable(steps).filter(isRenewal))
  })

  it('while the request is with the provider', async () => {
    const one = await ada(true)
    for (const cut of CUTS) {
      for (const begin of [afterExpiry, afterRefusal]) {
        const { isLost, verdicts } = await round(one, cut, dying({ cut }, begin))
        const asked = cut === 'request arrived' ? ['rotated'] : ['rotated', 'repeated']
        expect([cut, isLost, verdicts]).toEqual([cut, false, asked])
      }
    }
  })

  it('at any step of the start that asks for the lost answer: it is killed again', async () => {
    const one = await ada(true)
    const cut = dying({ cut: 'rotation kept' }, afterExpiry)
    await cut(one.lane)
    await one.lane.start()
    await one.lane.call()
    const steps = await one.lane.stepsOf()
    expect(steps).toContain(STORED)
    for (const step of steps) {
      const { isLost } = await round(one, `start: ${step}`, async (lane) => {
        await cut(lane)
        await lane.start(step)
        if (lane.isAlive()) await lane.die(undefined, () => lane.call())
      })
      expect([step, isLost]).toEqual([step, false])
    }
  })

  it('at moments of which nobody thought, with five calls at once', async () => {
    const one = await ada(true)
    const random = seeded(7)
    const calls: Begin = (lane) => {
      lane.pass(HOUR_MS)
      return () => lane.call(5)
    }
    const startedAt = performance.now()
    await one.lane.stepsOf(calls(one.lane))
    const lasts = performance.now() - startedAt
    // As many as make it a hundred, however many steps a call has.
    const kills = Math.max(30, 100 - rounds.length)
    for (let count = 0; count < kills; count += 1) {
      const afterMs = Math.floor(random() * lasts)
      const { isLost } = await round(one, 'some moment', dying({ afterMs }, calls))
      expect([afterMs, isLost]).toEqual([afterMs, false])
    }
  })
})

describe('where each answer is given once, and asking again ends the grant', { timeout: LONG }, () => {
  it('only kills between rotation and disk cost a sign-in', async () => {
    const one = await ada(false)
    const steps = (await stepsOf(one, afterExpiry)).filter(isRenewal)
    const lost: string[] = []
    for (const step of steps) {
      const { isLost, verdicts } = await round(one, step, dying({ killAt: step }, afterExpiry))
      expect([step, verdicts]).toEqual([step, isLost ? ['rotated', 'reused'] : ['rotated']])
      if (isLost) lost.push(step)
    }
    expect(lost).toEqual(unknowable(steps))
  })

  it('an answer that never arrived costs one too, and a request that did nothing does not', async () => {
    const one = await ada(false)
    for (const cut of CUTS) {
      const { isLost, verdicts } = await round(one, cut, dying({ cut }, afterExpiry))
      const isSpent = cut !== 'request arrived'
      expect([cut, isLost, verdicts]).toEqual([cut, isSpent, isSpent ? ['rotated', 'reused'] : ['rotated']])
    }
  })
})

it('were a hundred kills without a loss, and no refresh token was shown after its end was known', () => {
  const repeating = rounds.filter(({ repeatsAnswers }) => repeatsAnswers)
  expect(repeating.length).toBeGreaterThanOrEqual(100)
  expect(repeating.filter(({ isLost }) => isLost)).toEqual([])
  expect(repeating.flatMap(({ verdicts }) => verdicts)).not.toContain('reused')
  expect(rounds.flatMap(({ verdicts }) => verdicts)).not.toContain('ended')
})
