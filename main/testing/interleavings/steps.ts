import type { Approval, Decision, Policy } from '../../../preload/contract/shapes.ts'
import type { Ending } from './counting-provider.ts'
import { KEY } from './counting-provider.ts'
import { EDITED, type Seat, type Subject } from './subjects.ts'
import { TOOL, type World } from './world.ts'

/** Numbers between 0 and 1, the same for the same seed. */
export type Random = () => number

export type Step = (world: World, random: Random) => Promise<void>

const MINUTE = 60_000

const pick = <T>(random: Random, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)]
const turns = (random: Random): number => Math.floor(random() * 7)

const send: Step = async (world, random) => {
  const seat = pick(random, world.seats)
  if (seat !== undefined) await world.send(world.newSubject(seat), turns(random))
}

/** The same call once more, or twice at the same moment. */
const repeat: Step = async (world, random) => {
  const subject = pick(random, world.subjects)
  if (subject === undefined) return
  const times = random() < 0.3 ? 2 : 1
  for (let count = 0; count < times; count += 1) await world.send(subject, times === 2 ? 0 : turns(random))
}

const hangUp: Step = (world, random) => {
  const sending = pick(
    random,
    world.sendings.filter(({ answer }) => answer === undefined),
  )
  if (sending === undefined) return Promise.resolve()
  if (!world.isSignedIn()) world.excuse((subject) => subject === sending.subject)
  sending.controller.abort()
  return Promise.resolve()
}

const askResult: Step = (world, random) => {
  const subject = pick(random, world.subjects)
  const id = pick(random, [...(subject?.approvals ?? [])])
  if (subject !== undefined && id !== undefined) world.askResult(subject, id)
  return Promise.resolve()
}

function decisionFor(random: Random, { title }: Subject): Decision {
  const conditions = random() < 0.6 ? [{ path: 'title', operator: 'equals' as const, value: title }] : []
  const decisions: readonly Decision[] = [
    { kind: 'allow_once' },
    { kind: 'allow_once' },
    { kind: 'allow_once' },
    { kind: 'allow_once', arguments: { title: title + EDITED } },
    { kind: 'allow_session', conditions },
    { kind: 'allow_always', conditions, uses: 2 },
    { kind: 'deny', reason: 'Not now.' },
    { kind: 'block_tool' },
  ]
  return pick(random, decisions) ?? { kind: 'deny' }
}

/** Answers a question as often as `times` says, all at the same moment: one answer counts. */
async function answerQuestion(
  world: World,
  random: Random,
  question: Approval,
  times: number,
): Promise<void> {
  const subject = world.subjectOf(question)
  const decision = decisionFor(random, subject)
  if (decision.kind === 'block_tool') for (const seat of world.seats) world.forbid(seat, 'blocked')
  const input = { approvalId: question.id, decision }
  const replies = await Promise.all(
    Array.from({ length: times }, () => world.test.hub.router('approvals.decide', input)),
  )
  const taken = replies.filter(({ ok }) => ok).length
  if (taken > 1) world.wrong.push(`${subject.title}: ${taken} answers to one question were taken`)
  if (decision.kind.startsWith('allow') && taken > 0) {
    world.allow(subject, question)
    if (world.isLocked) world.wrong.push(`${subject.title} was allowed though the vault is locked`)
    if (subject.tampered.has(question.id))
      world.wrong.push(`${subject.title} was allowed after its row had ended`)
    if ('conditions' in decision && decision.conditions?.length === 0) subject.seat.isTrusted = true
    if (decision.kind !== 'allow_once') subject.isTrusted = true
  }
  if (decision.kind === 'block_tool' && taken === 0)
    for (const { forbidden } of world.seats) forbidden.delete('blocked')
}

const decide: Step = async (world, random) => {
  const question = pick(random, await world.questions())
  if (question !== undefined) await answerQuestion(world, random, question, random() < 0.25 ? 2 : 1)
}

/** “Allow these alike”: all open questions of one app, and one that has ended. */
const decideMany: Step = async (world, random) => {
  const questions = await world.questions()
  const first = pick(random, questions)
  if (first === undefined) return
  const alike = questions.filter(({ appId }) => appId === first.appId)
  const kind = random() < 0.8 ? 'allow_once' : 'deny'
  const ended = [...(world.subjects[0]?.approvals ?? [])]
  const approvalIds = [...new Set([...alike.map(({ id }) => id), ...ended])]
  const reply = await world.test.hub.router('approvals.decideMany', { approvalIds, decision: { kind } })
  const decided = reply.ok ? (reply.value as { readonly decided: readonly string[] }).decided : []
  for (const question of alike) {
    if (kind === 'allow_once' && decided.includes(question.id))
      world.allow(world.subjectOf(question), question)
  }
}

/** Time as the clock tells it, with its timers, or without them, as when the computer slept. */
const pass =
  (ms: number, isAsleep = false): Step =>
  async ({ test }) => {
    const { clock } = test.platform
    if (isAsleep) clock.sleep(ms)
    else await clock.advance(ms)
  }

const endRequest: Step = async (world, random) => {
  const request = pick(random, world.provider.held)
  const ending = pick<Ending>(random, ['done', 'done', 'done', 'broken', 'cut', 'refused'])
  if (request !== undefined && ending !== undefined) request.end(ending)
  await Promise.resolve()
}

const holdOrNot: Step = (world, random) => {
  world.provider.isHolding = random() < 0.7
  return Promise.resolve()
}

const endSignIn: Step = (world) => {
  world.test.service.accounts.delete(KEY)
  return Promise.resolve()
}

export async function signIn(world: World): Promise<void> {
  // What waited for longer than it may does not run any more.
  const now = world.test.platform.clock.now()
  world.excuse(({ expiresAt }) => expiresAt <= now)
  world.test.service.accounts.set(KEY, 'ada')
  world.test.platform.clock.sleep(1)
  const input = { integrationId: 'notes', method: 'api_key', values: { key: KEY } } as const
  await world.test.hub.router('connections.connectWithKey', { ...input, connectionId: world.connectionId })
}

const removeApp: Step = async (world, random) => {
  const seat = pick(random, world.seats)
  if (seat === undefined || seat.isRemoved || random() < 0.5) return
  world.forbid(seat, 'removed')
  seat.isRemoved = true
  await world.test.ask('apps.remove', { appId: seat.client.appId })
}

const setToolkit: Step = async (world, random) => {
  const seat = pick(random, world.seats)
  if (seat === undefined || seat.isRemoved) return
  const enabled = random() < 0.5
  if (enabled) seat.forbidden.delete('disabled')
  else world.forbid(seat, 'disabled')
  await world.test.ask('apps.setToolkit', { appId: seat.client.appId, integrationId: 'notes', enabled })
}

const setPolicy: Step = async (world, random) => {
  const seat = pick(random, world.seats)
  const policy = pick<Policy>(random, ['auto', 'ask', 'ask', 'block']) ?? 'ask'
  if (seat === undefined || seat.isRemoved) return
  const [seats, why]: [readonly Seat[], 'blocked' | 'app blocked'] =
    random() < 0.4 ? [world.seats, 'blocked'] : [[seat], 'app blocked']
  for (const one of seats) {
    if (policy === 'block') world.forbid(one, why)
    else one.forbidden.delete(why)
    if (policy === 'auto') one.isTrusted = true
  }
  const place = why === 'blocked' ? {} : { appId: seat.client.appId }
  await world.test.ask('policies.set', { tool: TOOL, policy, ...place })
}

const pause: Step = async (world, random) => {
  world.isPaused = !world.isPaused && random() < 0.6
  if (world.isPaused) world.excuse()
  await world.test.ask('apps.pause', { paused: world.isPaused })
}

export const PASSPHRASE = 'correct horse battery staple'

const lock: Step = async (world) => {
  if (world.isLocked) return
  world.excuse()
  await world.test.ask('vault.lock', {})
  world.isLocked = true
}

export async function unlock(world: World): Promise<void> {
  if (world.isLocked) await world.test.ask('vault.unlock', { passphrase: PASSPHRASE })
  world.isLocked = false
}

/** For rounds with a passphrase. To try it costs half a second. */
export const LOCKING: readonly (readonly [number, Step])[] = [
  [8, lock],
  [6, unlock],
]

/** As if something else had ended the question in the database. */
const tamper: Step = async (world, random) => {
  const question = pick(random, await world.questions())
  if (question === undefined) return
  world.subjectOf(question).tampered.add(question.id)
  world.test.platform.database
    .prepare("UPDATE approvals SET state = 'withdrawn' WHERE id = ?")
    .run(question.id)
}

const STEPS: readonly (readonly [number, Step])[] = [
  [24, send],
  [14, repeat],
  [26, decide],
  [6, decideMany],
  [6, hangUp],
  [6, askResult],
  [6, pass(46_000)],
  [4, pass(5 * MINUTE)],
  [2, pass(16 * MINUTE)],
  [2, pass(16 * MINUTE, true)],
  [12, endRequest],
  [6, holdOrNot],
  [4, endSignIn],
  [6, signIn],
  [2, removeApp],
  [3, setToolkit],
  [5, setPolicy],
  [4, pause],
  [2, tamper],
  [2, (world) => world.restart()],
  [3, (world) => world.kill()],
]

const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0)

/** The next step of a round. */
export function nextStep(random: Random, more: readonly (readonly [number, Step])[] = []): Step {
  const all = [...STEPS, ...more]
  const total = more.reduce((sum, [weight]) => sum + weight, TOTAL)
  let left = random() * total
  for (const [weight, step] of all) {
    left -= weight
    if (left < 0) return step
  }
  return send
}
