import { expect, it } from 'vitest'
import { checkOpen, finishRound } from '../testing/interleavings/check.ts'
import { LOCKING, nextStep, PASSPHRASE, type Step } from '../testing/interleavings/steps.ts'
import { createWorld, TOOL, type World } from '../testing/interleavings/world.ts'
import { seeded } from '../testing/kill/seeded.ts'

const ROUNDS = Number(process.env['GATEHOUSE_INTERLEAVINGS'] ?? 1_000)
const FIRST_SEED = Number(process.env['GATEHOUSE_INTERLEAVINGS_SEED'] ?? 1)
/** Rounds that one chain of hubs goes through. */
const ROUNDS_A_CHAIN = 50
const LONG = 300_000

/** One round: a run of steps that follow from the seed, and everything that must hold after them. */
async function playRound(
  world: World,
  seed: number,
  more: readonly (readonly [number, Step])[] = [],
): Promise<readonly string[]> {
  const random = seeded(seed)
  await world.begin(`s${seed}`)
  const length = 8 + Math.floor(random() * 16)
  for (let step = 0; step < length; step += 1) {
    await nextStep(random, more)(world, random)
    if (random() < 0.5) await checkOpen(world)
  }
  await finishRound(world)
  const wrong = world.wrong.map((text) => `seed ${seed}: ${text}`)
  await cleanUp(world)
  return wrong
}

async function cleanUp({ test, seats }: World): Promise<void> {
  await test.ask('apps.pause', { paused: false })
  await test.ask('policies.set', { tool: TOOL, policy: null })
  for (const { client, isRemoved } of seats) {
    if (!isRemoved) await test.ask('apps.remove', { appId: client.appId })
  }
}

async function expectWholeLog({ test }: World): Promise<void> {
  expect(await test.ask('activity.verify', {})).toMatchObject({ brokenAt: null, end: 'checked' })
}

it(
  `runs a call exactly once after a yes, never without one, in ${ROUNDS} interleavings`,
  async () => {
    const all: string[] = []
    for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed += ROUNDS_A_CHAIN) {
      const world = await createWorld()
      const last = Math.min(seed + ROUNDS_A_CHAIN, FIRST_SEED + ROUNDS)
      const wrong: string[] = []
      for (let round = seed; round < last; round += 1) wrong.push(...(await playRound(world, round)))
      all.push(...wrong)
      await expectWholeLog(world)
      await world.test.close()
    }
    expect(all).toEqual([])
  },
  LONG,
)

it(
  'keeps to that while the vault is locked and opened in between',
  async () => {
    const world = await createWorld(PASSPHRASE)
    const wrong: string[] = []
    for (let seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS / 100; seed += 1) {
      wrong.push(...(await playRound(world, seed, LOCKING)))
    }
    expect(wrong).toEqual([])
    // While it was locked, the mark at the log’s end could not be sealed.
    expect(await world.test.ask('activity.verify', {})).toMatchObject({ brokenAt: null })
  },
  LONG,
)
