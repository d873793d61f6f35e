import { expect, it } from 'vitest'
import { ERROR_REMEDIES } from '../../preload/contract/errors.ts'
import type { Entry, Heard } from '../testing/no-way-round/entries.ts'
import { createGatedWorld, until, type GatedWorld } from '../testing/no-way-round/gated-world.ts'

const TOOL = 'gatedone_send_thing'
const LONG = 60_000

/** What breaks, and how it is mended. */
interface Fault {
  readonly name: string
  /** Whether the person has said before that it may run. */
  readonly isGranted?: boolean
  begin(world: GatedWorld): void
  end(world: GatedWorld): void
}

const failing = (name: string, on: string, isGranted = false): Fault => ({
  name,
  isGranted,
  begin: ({ test }) =>
    test.platform.database.exec(
      `CREATE TEMP TRIGGER broken BEFORE ${on} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    ),
  end: ({ test }) => test.platform.database.exec('DROP TRIGGER broken'),
})

const withoutTime = { name: 'the clock has no time' }
const now = new WeakMap<GatedWorld, () => number>()

const FAULTS: readonly Fault[] = [
  failing('a question cannot be written', 'INSERT ON approvals'),
  failing('the start of a granted call cannot be written', 'INSERT ON audit', true),
  failing('the use of an answer cannot be counted', 'UPDATE ON grants', true),
  {
    name: 'the answers cannot be read',
    begin: ({ test }) => test.platform.database.exec('ALTER TABLE grants RENAME TO lost'),
    end: ({ test }) => test.platform.database.exec('ALTER TABLE lost RENAME TO grants'),
  },
  ...[true, false].map((isGranted) => ({
    ...withoutTime,
    isGranted,
    begin(world: GatedWorld) {
      const { clock } = world.test.platform
      now.set(world, clock.now)
      Object.assign(clock, { now: () => Number.NaN })
    },
    end: (world: GatedWorld) => void Object.assign(world.test.platform.clock, { now: now.get(world) }),
  })),
]

/** Those that see what an app is remembered for; and the window, which is asked each time. */
function entriesFor({ entries }: GatedWorld, { isGranted }: Fault): readonly Entry[] {
  return entries.filter(
    ({ caller, only }) =>
      caller !== 'revoked' && only === undefined && !(isGranted === true && caller === 'desktop'),
  )
}

async function grant(
  { test, appIdOf, accounts }: GatedWorld,
  { caller }: Entry,
  uses: number | null,
): Promise<void> {
  const place = { appId: appIdOf(caller) ?? '', connectionId: accounts.gatedone[0] ?? '', tool: TOOL }
  const expiresAt = new Date(test.platform.clock.now() + 600_000).toISOString()
  await test.ask('grants.add', { ...place, scope: 'always', conditions: [], expiresAt, usesLeft: uses })
}

async function heardFrom({ test, accounts }: GatedWorld, entry: Entry): Promise<Heard | undefined> {
  let heard: Heard | undefined
  const connectionId = accounts.gatedone[0]
  const call = entry.call({ tool: TOOL, args: { value: 'v' }, connectionId })
  void call.then((given) => (heard = given))
  await until(() => heard !== undefined || test.hub.waitingApprovals() > 0)
  return heard
}

it.each(FAULTS)(
  'runs nothing and says so when $name (granted: $isGranted)',
  async (fault) => {
    const world = await createGatedWorld()
    for (const entry of entriesFor(world, fault)) {
      if (fault.isGranted === true) await grant(world, entry, 5)
      fault.begin(world)
      const heard = await heardFrom(world, entry)
      fault.end(world)
      expect([entry.name, world.witness.begun, world.test.hub.waitingApprovals()]).toEqual([
        entry.name,
        [],
        0,
      ])
      expect([entry.name, heard?.kind]).toEqual([entry.name, 'error'])
      expect(Object.keys(ERROR_REMEDIES)).toContain(heard?.kind === 'error' ? heard.code : undefined)
      await world.test.ask('grants.revokeAll', {})
      world.test.platform.clock.sleep(1_000)
    }
  },
  LONG,
)

it('runs nothing when the yes itself cannot be written, and lets it be given again', async () => {
  const world = await createGatedWorld()
  const { test, witness, clients } = world
  const broken = failing('', 'UPDATE OF state ON approvals')
  for (const decision of [
    { kind: 'allow_once' },
    { kind: 'allow_once', arguments: { value: 'mine' } },
    { kind: 'allow_session' },
  ] as const) {
    witness.begun.length = 0
    const call = clients.all.call(TOOL, { value: 'v' })
    const [question] = await test.questions()
    const approvalId = question?.id ?? ''
    broken.begin(world)
    expect(await test.refusal('approvals.decide', { approvalId, decision })).toMatchObject({
      code: 'INTERNAL',
    })
    broken.end(world)
    expect(witness.begun).toEqual([])
    // What stays open is what was asked, not what the person would have put in its place.
    expect(await test.ask('approvals.list', {})).toMatchObject([{ fields: [{ path: 'value', text: 'v' }] }])
    await test.decide({ kind: 'allow_once' })
    expect([(await call).status, witness.begun]).toEqual([200, [TOOL]])
  }
  expect(await test.ask('grants.list', {})).toEqual([])
})

it('asks when what was remembered can no longer be read', async () => {
  const world = await createGatedWorld()
  const { test, witness, clients, entries } = world
  const [entry] = entries
  if (entry === undefined) throw new Error('no entry')
  await grant(world, entry, null)
  test.platform.database.exec("UPDATE grants SET conditions = 'garbage'")
  const call = clients.all.call(TOOL)
  await test.questions()
  expect(witness.begun).toEqual([])
  await test.decide({ kind: 'deny' })
  expect((await call).body.error?.code).toBe('APPROVAL_DENIED')
})
