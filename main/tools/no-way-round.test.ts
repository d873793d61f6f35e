import { expect, it } from 'vitest'
import type { Policy } from '../../preload/contract/shapes.ts'
import { seeded } from '../testing/kill/seeded.ts'
import type { Entry, Heard } from '../testing/no-way-round/entries.ts'
import { createGatedWorld, play, until, type Answer, type Case } from '../testing/no-way-round/gated-world.ts'
import { DEFINED } from '../testing/no-way-round/gated.ts'
import { verdictOf, type GrantKind, type Integrated } from '../testing/no-way-round/model.ts'

const CASES = Number(process.env['GATEHOUSE_CASES'] ?? 1_500)
const SEED = Number(process.env['GATEHOUSE_CASES_SEED'] ?? 1)
const LONG = 240_000

const POLICIES: readonly (Policy | undefined)[] = [
  undefined,
  undefined,
  undefined,
  undefined,
  'auto',
  'ask',
  'ask',
  'ask',
  'block',
]
const GRANTS: readonly GrantKind[] = [
  'none',
  'none',
  'session',
  'always',
  'conditions hold',
  'conditions differ',
  'one use',
  'used up',
  'expired',
  'revoked',
  'other app',
  'other account',
  'other tool',
]
const INTEGRATED: readonly Integrated[] = [
  'gatedone',
  'gatedone',
  'gatedone',
  'gatedtwo',
  'gatedtwo',
  'gatednone',
  'gatedoff',
]
const ANSWERS: readonly Answer[] = ['allow', 'allow', 'deny', 'block', 'allow by ticket', 'expire']

type Pick = <T>(list: readonly T[]) => T

function picker(seed: number): Pick {
  const random = seeded(seed)
  return (list) => {
    const picked = list[Math.floor(random() * list.length)]
    if (picked === undefined && list.length === 0) throw new Error('nothing to pick from')
    // Sound: the list is not empty.
    return picked as (typeof list)[number]
  }
}

/** @param entry each in its turn, everything else by chance */
function caseOf(entry: Entry, pick: Pick): Case {
  const { caller } = entry
  const integration = entry.only === undefined ? pick(INTEGRATED) : 'gatedone'
  const grant = integration === 'gatednone' ? 'none' : pick(GRANTS)
  const account =
    entry.only !== undefined
      ? 'first'
      : integration === 'gatedtwo'
        ? pick(['absent', 'first', 'second', 'second'] as const)
        : pick(['absent', 'absent', 'first', 'unknown'] as const)
  // A grant for another account needs one; a ticket outlives neither an access token nor the window's patience.
  const isLasting = ['all', 'search'].includes(caller) && entry.name !== 'stdio program'
  const answer = pick(isLasting ? ANSWERS : ANSWERS.slice(0, 4))
  return {
    entry,
    caller,
    integration,
    account,
    answer,
    verb: entry.only ?? pick(Object.keys(DEFINED)),
    grant: grant === 'other account' && integration !== 'gatedtwo' ? 'none' : grant,
    workspaceTool: pick(POLICIES),
    app: pick(POLICIES),
    appTool: pick(POLICIES),
    isPaused: pick([false, false, false, false, false, true]),
  }
}

/** Authorized apps first: their tokens end while the clock runs through the others' cases. */
function turnsOf(entries: readonly Entry[]): readonly Entry[] {
  const early = entries.filter(({ caller }) => caller === 'oauth')
  const late = entries.filter(({ caller }) => !['oauth', 'revoked'].includes(caller))
  const turns = Math.ceil(CASES / (early.length + late.length))
  const repeated = (some: readonly Entry[]) => Array.from({ length: turns }, () => some).flat()
  return [...repeated(early), ...repeated(late), ...entries.filter(({ caller }) => caller === 'revoked')]
}

it(
  `lets no handler run without what the policy demands, by any entry, in ${CASES} cases`,
  async () => {
    const world = await createGatedWorld()
    const pick = picker(SEED)
    const failures: string[] = []
    const seen = new Map<string, number>()
    for (const [number, entry] of turnsOf(world.entries).entries()) {
      const one = caseOf(entry, pick)
      const { kind } = verdictOf(one)
      seen.set(kind, (seen.get(kind) ?? 0) + 1)
      const wrong = await play(world, one)
      const told = JSON.stringify({ ...one, entry: entry.name })
      if (wrong.length > 0) failures.push(`seed ${SEED}, case ${number}, ${told}: ${wrong.join('; ')}`)
      // A question that nobody expected stays open and would spoil what comes after it.
      if (failures.length > 0) break
    }
    expect(failures).toEqual([])
    // None of the three is so rare that nothing would be said about it.
    for (const count of seen.values()) expect(count).toBeGreaterThan(CASES / 10)
  },
  LONG,
)

it(
  'lets nothing reach a service while the vault is locked, and asks nobody',
  async () => {
    const { test, witness, entries, accounts } = await createGatedWorld()
    await test.ask('vault.usePassphrase', { passphrase: 'correct horse battery staple' })
    await test.ask('vault.lock', {})
    for (const entry of entries.filter(({ caller }) => caller !== 'revoked')) {
      for (const verb of [
        entry.only ?? 'get_thing',
        entry.only ?? 'send_quietly',
        entry.only ?? 'send_thing',
      ]) {
        const connectionId = accounts.gatedone[0]
        let heard: Heard | undefined
        const call = entry.call({ tool: `gatedone_${verb}`, args: {}, connectionId })
        void call.then((given) => (heard = given))
        await until(() => heard !== undefined || test.hub.waitingApprovals() > 0)
        expect([entry.name, verb, heard]).toEqual([entry.name, verb, { kind: 'error', code: 'VAULT_LOCKED' }])
        expect([witness.reached, test.hub.waitingApprovals()]).toEqual([[], 0])
      }
      test.platform.clock.sleep(1_000)
    }
  },
  LONG,
)
