import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Approval } from '../../../preload/contract/shapes.ts'
import { createBridgeClient, type BridgeAnswer, type BridgeClient } from '../bridge-client.ts'
import { arrival } from '../door.ts'
import { createFakeNetwork, createFakePlatform, noConnection } from '../fake-platform.ts'
import { turn } from '../manual-clock.ts'
import { createConnectedHub, createTestHub, temporaryFolder, type TestHub } from '../test-hub.ts'
import { countRuns, KEY, type CountingProvider } from './counting-provider.ts'
import { askedTitle, EDITED, type Forbidden, type Seat, type Sending, type Subject } from './subjects.ts'

export const TOOL = 'notes_create_note'

/** A hub through the rounds and its own deaths, and what is known of the calls of the round. */
export interface World {
  test: TestHub
  readonly provider: CountingProvider
  readonly connectionId: string
  readonly seats: readonly Seat[]
  readonly subjects: readonly Subject[]
  readonly sendings: readonly Sending[]
  /** Whatever must not be, in words. */
  readonly wrong: string[]
  /** The last line of the log when the round began. */
  readonly firstLine: number
  /** Whether a process ended in this round. */
  hasDied: boolean
  isPaused: boolean
  /** Whether the vault waits for its passphrase. */
  isLocked: boolean
  begin(name: string): Promise<void>
  newSubject(seat: Seat): Subject
  send(subject: Subject, turns: number): Promise<void>
  askResult(subject: Subject, approvalId: string): Sending
  questions(): Promise<Approval[]>
  subjectOf(question: Approval): Subject
  allow(subject: Subject, question: Approval): void
  /** Whatever has been allowed and has not run by now may never run. */
  excuse(which?: (subject: Subject) => boolean): void
  forbid(seat: Seat, why: Forbidden): void
  isSignedIn(): boolean
  restart(): Promise<void>
  kill(): Promise<void>
  runsOf(subject: Subject): number
  lastLine(): number
}

/** @param passphrase protects the vault, in place of the keychain */
export async function createWorld(passphrase?: string): Promise<World> {
  const first = await createConnectedHub()
  await first.hub.start()
  if (passphrase !== undefined) await first.ask('vault.usePassphrase', { passphrase })
  const provider = countRuns(first.service)
  const { connections } = await first.ask('integrations.get', { integrationId: 'notes' })
  return new LivingWorld(first, provider, connections[0]?.id ?? '', passphrase !== undefined)
}

class LivingWorld implements World {
  seats: Seat[] = []
  subjects: Subject[] = []
  sendings: Sending[] = []
  readonly wrong: string[] = []
  firstLine = 0
  hasDied = false
  isPaused = false
  isLocked = false
  #name = ''

  constructor(
    public test: TestHub,
    readonly provider: CountingProvider,
    readonly connectionId: string,
    /** Whether each new process needs the passphrase. */
    readonly locksItself: boolean,
  ) {
    provider.onRun = (title) => this.#checkRun(title)
  }

  async begin(name: string): Promise<void> {
    this.#name = name
    this.seats = []
    this.subjects = []
    this.sendings = []
    this.wrong.length = 0
    this.hasDied = false
    this.firstLine = this.lastLine()
    for (const app of ['one', 'two']) {
      this.seats.push({
        client: await this.#pair(`${name} ${app}`),
        isRemoved: false,
        forbidden: new Map(),
        isTrusted: false,
      })
    }
  }

  async #pair(name: string): Promise<BridgeClient> {
    const { app, token, url } = await this.test.ask('apps.add', { name })
    const toolkit = { appId: app.id, integrationId: 'notes', enabled: true }
    await this.test.ask('apps.setToolkit', toolkit)
    return createBridgeClient(app.id, url, token)
  }

  newSubject(seat: Seat): Subject {
    const title = `${this.#name}-${this.subjects.length}`
    const counts = { allowed: 0, excused: 0, expiresAt: 0, isTrusted: false, sent: 0 }
    const subject = { title, seat, ...counts, approvals: new Set<string>(), tampered: new Set<string>() }
    this.subjects.push(subject)
    return subject
  }

  async send(subject: Subject, turns: number): Promise<void> {
    subject.sent += 1
    const { client } = subject.seat
    const controller = new AbortController()
    const begin = (): Promise<BridgeAnswer> =>
      client.call(TOOL, { title: subject.title }, { signal: controller.signal })
    const { answer } = await arrival(begin)
    this.#follow(subject, controller, answer)
    for (let count = 0; count < turns; count += 1) await turn()
  }

  askResult(subject: Subject, approvalId: string): Sending {
    const asked = subject.seat.client.result({ approval_id: approvalId })
    return this.#follow(subject, new AbortController(), asked)
  }

  #follow(subject: Subject, controller: AbortController, answer: Promise<BridgeAnswer>): Sending {
    const sending: Sending = { subject, controller, answer: undefined }
    this.sendings.push(sending)
    answer.then(
      (given) => {
        sending.answer ??= given
        const id = given.body.approval_id
        if (id !== undefined) subject.approvals.add(id)
      },
      () => (sending.answer = null),
    )
    return sending
  }

  questions(): Promise<Approval[]> {
    return this.test.ask('approvals.list', {})
  }

  subjectOf({ fields }: Approval): Subject {
    const title = fields.find(({ path }) => path === 'title')?.text
    const subject = this.subjects.find((one) => one.title === title)
    if (subject === undefined) throw new Error(`A question about ${title}, which nobody has asked.`)
    return subject
  }

  allow(subject: Subject, question: Approval): void {
    const until = Date.parse(question.expiresAt)
    if (until <= this.test.platform.clock.now()) this.wrong.push(`${subject.title} was allowed too late`)
    subject.allowed += 1
    subject.expiresAt = until
  }

  excuse(which: (subject: Subject) => boolean = () => true): void {
    for (const subject of this.subjects.filter(which)) {
      subject.excused = Math.max(subject.excused, subject.allowed - this.runsOf(subject))
    }
  }

  forbid(seat: Seat, why: Forbidden): void {
    this.excuse((subject) => subject.seat === seat)
    seat.forbidden.set(why, this.lastLine())
  }

  isSignedIn(): boolean {
    return this.test.service.accounts.has(KEY)
  }

  async restart(): Promise<void> {
    this.excuse()
    await this.#goOn(await this.test.restart())
  }

  /** The disk as it is at this moment, and none of what the process would still have done. */
  async kill(): Promise<void> {
    this.excuse()
    const { platform, service } = this.test
    const { dataFolder, keychain, clock, environment, opened } = platform
    const folder = temporaryFolder()
    for (const name of ['gatehouse.db', 'gatehouse.db-wal']) {
      if (existsSync(join(dataFolder, name))) copyFileSync(join(dataFolder, name), join(folder, name))
    }
    platform.network.respond = noConnection
    await this.test.close()
    const again = createFakePlatform({
      folder,
      keychain,
      clock,
      environment,
      opened,
      network: createFakeNetwork(),
    })
    await this.#goOn(createTestHub({ platform: again, service }))
  }

  async #goOn(test: TestHub): Promise<void> {
    this.hasDied = true
    this.isLocked = this.locksItself
    this.test = test
    for (const sending of this.sendings) {
      sending.answer ??= null
      sending.controller.abort()
    }
    this.provider.dropHeld()
    await test.hub.start()
    const { url } = await test.ask('bridge.status', {})
    for (const seat of this.seats) {
      const { appId, token } = seat.client
      seat.client = createBridgeClient(appId, url ?? '', token)
    }
  }

  runsOf({ title }: Subject): number {
    const { runs } = this.provider
    return (runs.get(title) ?? 0) + (runs.get(title + EDITED) ?? 0)
  }

  lastLine(): number {
    return Number(
      this.test.platform.database.prepare('SELECT coalesce(max(seq), 0) FROM audit').pluck().get(),
    )
  }

  /** At the moment when the provider is reached: the log knows of it, and nothing has forbidden it before. */
  #checkRun(title: string): void {
    const lines = this.test.platform.database
      .prepare<[number, string], number>(
        "SELECT seq FROM audit WHERE seq > ? AND outcome = 'started' AND instr(details, ?) > 0 ORDER BY seq",
      )
      .pluck()
      .all(this.firstLine, `"title":"${title}"`)
    if (lines.length < (this.provider.runs.get(title) ?? 0)) this.wrong.push(`${title} ran before its line`)
    const subject = this.subjects.find((one) => one.title === askedTitle(title))
    for (const [why, since] of subject?.seat.forbidden ?? []) {
      if ((lines.at(-1) ?? 0) > since) this.wrong.push(`${title} began though its app was ${why}`)
    }
  }
}
