import { setTimeout as wait } from 'node:timers/promises'
import { turn } from '../manual-clock.ts'
import { signIn, unlock } from './steps.ts'
import { askedTitle, heardCode, type Sending, type Subject } from './subjects.ts'
import { TOOL, type World } from './world.ts'

interface Line {
  readonly callId: string
  readonly outcome: string
  readonly reason: string
  readonly errorCode: string | null
  readonly title: string
}

const FINAL = ['succeeded', 'failed']
const NOT_RUN: Readonly<Record<string, string>> = {
  denied: 'APPROVAL_DENIED',
  expired: 'APPROVAL_EXPIRED',
  withdrawn: 'APPROVAL_WITHDRAWN',
}

/** What must hold whenever nothing moves: one question a call, none that could not be allowed. */
export async function checkOpen(world: World): Promise<void> {
  const questions = await world.questions()
  const titles = questions.map((question) => world.subjectOf(question).title)
  if (new Set(titles).size < titles.length)
    world.wrong.push(`two questions about one call: ${titles.join(', ')}`)
  for (const question of questions) {
    const subject = world.subjectOf(question)
    subject.approvals.add(question.id)
    for (const why of subject.seat.forbidden.keys())
      world.wrong.push(`${subject.title} is asked though its app is ${why}`)
    const isRunning = world.provider.held.some(({ title }) => askedTitle(title) === subject.title)
    if (isRunning && !subject.isTrusted && !subject.seat.isTrusted)
      world.wrong.push(`${subject.title} is asked while it runs`)
  }
}

/** Ends a round: what runs is done, what waits expires, and whoever has a ticket asks for what became of it. */
export async function finishRound(world: World): Promise<void> {
  const { provider, test } = world
  const now = test.platform.clock.now()
  world.excuse(({ expiresAt }) => expiresAt <= now)
  await unlock(world)
  provider.isHolding = false
  for (const request of provider.held) request.end('done')
  for (let count = 0; count < 12; count += 1) await turn()
  await signIn(world)
  for (let count = 0; count < 12; count += 1) await turn()
  await checkOpen(world)
  const soon = await askTickets(world)
  await test.platform.clock.advance(16 * 60_000)
  await answered(world)
  const late = await askTickets(world)
  checkRuns(world)
  checkHeard(world, soon, late)
  const open = test.platform.database
    .prepare("SELECT count(*) FROM approvals WHERE state IN ('waiting', 'running')")
    .pluck()
    .get()
  if (open !== 0) world.wrong.push(`${String(open)} rows are still open at the end`)
}

type Heard = ReadonlyMap<string, string>

async function askTickets(world: World): Promise<Heard> {
  const asked = new Map<string, Sending>()
  for (const subject of world.subjects) {
    if (subject.seat.isRemoved) continue
    for (const id of subject.approvals) asked.set(id, world.askResult(subject, id))
  }
  for (let count = 0; count < 200 && [...asked.values()].some(isOpen); count += 1) await turn()
  return new Map([...asked].map(([id, { answer }]) => [id, answer ? heardCode(answer) : 'none']))
}

const isOpen = ({ answer }: Sending): boolean => answer === undefined

async function answered({ sendings, wrong }: World): Promise<void> {
  for (let count = 0; count < 400 && sendings.some(isOpen); count += 1) await wait(1)
  for (const { subject } of sendings.filter(isOpen)) wrong.push(`${subject.title} was never answered`)
}

function linesOf({ test, firstLine }: World): readonly Line[] {
  return test.platform.database
    .prepare<[number, string], Omit<Line, 'title'> & { readonly details: string }>(
      'SELECT call_id AS callId, outcome, reason, error_code AS errorCode, details FROM audit' +
        ' WHERE seq > ? AND tool = ? ORDER BY seq',
    )
    .all(firstLine, TOOL)
    .map(({ details, ...line }) => {
      const { title, ran } = JSON.parse(details) as {
        readonly title?: string
        readonly ran?: { title: string }
      }
      return { ...line, title: askedTitle(title ?? ran?.title ?? '') }
    })
}

function checkRuns(world: World): void {
  const lines = linesOf(world)
  const wrong = (text: string): void => void world.wrong.push(text)
  for (const callId of new Set(lines.map((line) => line.callId))) {
    checkCall(
      lines.filter((line) => line.callId === callId),
      world.hasDied,
      wrong,
    )
  }
  for (const subject of world.subjects) checkSubject(world, subject, lines)
}

/** Every run has a line before it and one after it, and nothing comes after a run that was done. */
function checkCall(lines: readonly Line[], hasDied: boolean, wrong: (text: string) => void): void {
  const outcomes = lines.map(({ outcome }) => outcome)
  const story = `${lines[0]?.title}: ${outcomes.join(', ')}`
  const open = outcomes.reduce((count, outcome) => {
    if (outcome === 'started') return count + 1
    if (!FINAL.includes(outcome)) return count
    if (count !== 1) wrong(`${story}: an end without a start`)
    return count - 1
  }, 0)
  if (open > 1 || (open === 1 && !hasDied)) wrong(`${story}: a start without an end`)
  const done = outcomes.indexOf('succeeded')
  if (done >= 0 && done < outcomes.length - 1) wrong(`${story}: more after a run that was done`)
  if (outcomes.filter((outcome) => outcome in NOT_RUN).length > 1) wrong(`${story}: ended twice`)
}

function checkSubject(world: World, subject: Subject, lines: readonly Line[]): void {
  const { title, allowed, excused, seat } = subject
  const own = lines.filter((line) => line.title === title)
  const started = own.filter(({ outcome }) => outcome === 'started')
  const approved = new Set(started.filter(isApproved).map(({ callId }) => callId))
  const auto = new Set(started.filter((line) => !isApproved(line)).map(({ callId }) => callId))
  const runs = world.runsOf(subject)
  const story = `${title}: ${allowed} allowed (${excused} excused), ${runs} runs, ${approved.size} approved, ${auto.size} by rule`
  if (approved.size > allowed) world.wrong.push(`${story}: ran without a yes`)
  if (auto.size > 0 && !subject.isTrusted && !seat.isTrusted)
    world.wrong.push(`${story}: ran without a question`)
  if (runs > new Set([...approved, ...auto]).size) world.wrong.push(`${story}: ran twice`)
  if (runs < allowed - excused) world.wrong.push(`${story}: did not run after a yes`)
  if (auto.size === 0 && runs > allowed) world.wrong.push(`${story}: ran more often than it was allowed`)
}

const isApproved = ({ reason }: Line): boolean => reason.startsWith('approved')

/** Whoever asks with a ticket hears how the log says that it ended; asked again a quarter of an hour later, the same. */
function checkHeard(world: World, soon: Heard, late: Heard): void {
  const lines = linesOf(world)
  for (const subject of world.subjects) {
    const [id, ...others] = subject.approvals
    const calls = new Set(lines.filter(({ title }) => title === subject.title).map(({ callId }) => callId))
    if (id === undefined || others.length > 0 || calls.size > 1 || subject.seat.isRemoved) continue
    if (subject.tampered.size > 0) continue
    const last = lines.filter(({ title }) => title === subject.title).at(-1)
    const [first, second] = [soon.get(id) ?? 'none', late.get(id) ?? 'none']
    const expected = world.hasDied ? undefined : expectedCode(last)
    // Without a ticket the answer was handed over and is not kept.
    const kept = [expected, 'RESOURCE_NOT_FOUND']
    const story = `${subject.title}: ${last?.outcome} ${last?.errorCode}, heard ${first}, then ${second}`
    if (expected !== undefined && !kept.includes(second)) world.wrong.push(story)
    if (![second, 'pending', 'none'].includes(first) && second !== 'RESOURCE_NOT_FOUND')
      world.wrong.push(story)
    if (isNever(subject) && ['data', 'OUTCOME_UNKNOWN'].includes(second))
      world.wrong.push(`${story}: never allowed`)
    if (second === 'data' && world.runsOf(subject) === 0) world.wrong.push(`${story}: nothing ran`)
  }
}

const isNever = ({ allowed, isTrusted, seat }: Subject): boolean =>
  allowed === 0 && !isTrusted && !seat.isTrusted

function expectedCode(last: Line | undefined): string | undefined {
  if (last === undefined || last.outcome === 'started') return undefined
  if (last.outcome === 'succeeded') return 'data'
  return last.errorCode ?? undefined
}
