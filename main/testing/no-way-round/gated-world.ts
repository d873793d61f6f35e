import { setTimeout as wait } from 'node:timers/promises'
import { createBridgeClient, type BridgeClient } from '../bridge-client.ts'
import { openDoor, registerClient } from '../door.ts'
import { turn } from '../manual-clock.ts'
import { createTestHub, type TestHub } from '../test-hub.ts'
import { everyEntry, heardOf, type Clients, type Entry, type Heard } from './entries.ts'
import { DEFINED, gated, gatedProvider, type Witness } from './gated.ts'
import { verdictOf, type GrantKind, type Integrated, type Situation, type Verdict } from './model.ts'

const INTEGRATIONS = ['gatedone', 'gatedtwo', 'gatednone', 'gatedoff'] as const

/** A hub with every kind of account and app, and what its handlers were seen to do. */
export interface GatedWorld {
  readonly test: TestHub
  readonly witness: Witness
  readonly entries: readonly Entry[]
  readonly clients: Clients
  /** Connection ids by integration; the first and the second account. */
  readonly accounts: Readonly<Record<Integrated, readonly string[]>>
  appIdOf(caller: Situation['caller']): string | undefined
}

export async function createGatedWorld(): Promise<GatedWorld> {
  const witness: Witness = { begun: [], reached: [] }
  const test = createTestHub({ integrations: INTEGRATIONS.map((id) => gated(id, witness)) })
  test.platform.network.respond = gatedProvider(witness, test.service.respond)
  const accounts = {
    gatedone: [await connect(test, 'gatedone', 'ada')],
    gatedtwo: [await connect(test, 'gatedtwo', 'ada'), await connect(test, 'gatedtwo', 'bob')],
    gatednone: [],
    gatedoff: [await connect(test, 'gatedoff', 'ada')],
  }
  const oauth = await authorized(test)
  const revoked = await paired(test, 'Revoked')
  await test.ask('apps.renewToken', { appId: revoked.appId })
  const search = await paired(test, 'Search')
  await test.ask('apps.update', { appId: search.appId, exposure: 'search' })
  const clients = { all: await paired(test, 'All'), search, oauth, revoked }
  const entries = await everyEntry(test, clients)
  return {
    test,
    witness,
    entries,
    clients,
    accounts,
    appIdOf: (caller) => (caller === 'desktop' ? undefined : clients[caller].appId),
  }
}

async function connect(test: TestHub, integrationId: string, key: string): Promise<string> {
  const method = { integrationId, method: 'api_key', values: { key } } as const
  return (await test.ask('connections.connectWithKey', method)).id
}

async function paired(test: TestHub, name: string): Promise<BridgeClient> {
  const client = await test.pair(name)
  for (const integrationId of INTEGRATIONS) {
    const enabled = integrationId !== 'gatedoff'
    await test.ask('apps.setToolkit', { appId: client.appId, integrationId, enabled })
  }
  await test.ask('apps.update', { appId: client.appId, callsPerMinute: 6_000 })
  return client
}

/** An app that got its token by the standard authorization. */
async function authorized(test: TestHub): Promise<BridgeClient> {
  const door = await openDoor(test)
  const client = await registerClient(test, door, 'Authorized')
  const code = await client.code(INTEGRATIONS.filter((id) => id !== 'gatedoff'))
  const { body } = await client.exchange(code)
  const [app] = await test.ask('apps.list', {})
  await test.ask('apps.update', { appId: app?.id ?? '', callsPerMinute: 6_000 })
  return createBridgeClient(app?.id ?? '', door.url, String(body['access_token']))
}

/** What the person does about a question. */
export type Answer = 'allow' | 'deny' | 'block' | 'allow by ticket' | 'expire'

export interface Case extends Situation {
  readonly entry: Entry
  readonly answer: Answer
}

/** Plays one case against the hub and the model. @returns what was not as it must be */
export async function play(world: GatedWorld, one: Case): Promise<readonly string[]> {
  const { test, witness } = world
  test.platform.clock.sleep(100)
  await arrange(world, one)
  witness.begun.length = 0
  witness.reached.length = 0
  const verdict = verdictOf(one)
  const wrong = await outcomeOf(world, one, verdict)
  if (witness.begun.length !== witness.reached.length) wrong.push('a handler did not reach its provider')
  await tidyUp(world, one)
  return wrong
}

const toolOf = ({ integration, verb }: Case): string => `${integration}_${verb}`

function startCall({ accounts }: GatedWorld, one: Case): { heard: () => Heard | undefined } {
  const named = { absent: undefined, first: 0, second: 1 } as const
  const place = one.account === 'unknown' ? undefined : named[one.account]
  const connectionId =
    one.account === 'unknown'
      ? 'con_nobody'
      : place === undefined
        ? undefined
        : (accounts[one.integration][place] ?? 'con_nobody')
  const args = { value: 'v', ...(connectionId !== undefined && { account: connectionId }) }
  let heard: Heard | undefined
  one.entry.call({ tool: toolOf(one), args, connectionId }).then(
    (given) => (heard = given),
    (error: unknown) => (heard = { kind: 'error', code: String(error) }),
  )
  return { heard: () => heard }
}

const PATIENCE_MS = 10_000

/** Waits as long as a process of its own may take on a busy computer. @returns whether it is done */
export async function until(isDone: () => boolean): Promise<boolean> {
  for (let count = 0; count < 50 && !isDone(); count += 1) await turn()
  for (let waited = 0; waited < PATIENCE_MS && !isDone(); waited += 1) await wait(1)
  return isDone()
}

async function outcomeOf(world: GatedWorld, one: Case, verdict: Verdict): Promise<string[]> {
  const { test, witness } = world
  const wrong: string[] = []
  const call = startCall(world, one)
  await until(() => call.heard() !== undefined || test.hub.waitingApprovals() > 0)
  const heard = call.heard()
  const expectRuns = (runs: number, when: string): void => {
    const others = witness.begun.filter((name) => name !== toolOf(one))
    if (witness.begun.length !== runs || others.length > 0)
      wrong.push(`${witness.begun.join(', ') || 'nothing'} ran ${when}, ${runs} expected`)
  }
  expectRuns(verdict.kind === 'runs' ? 1 : 0, `before any answer (${JSON.stringify(heard)})`)
  if (verdict.kind === 'asks') {
    if (heard !== undefined) wrong.push(`heard ${JSON.stringify(heard)} in place of a question`)
    else wrong.push(...(await answerQuestion(world, one, call.heard, expectRuns)))
    return wrong
  }
  if (test.hub.waitingApprovals() > 0) wrong.push('the person was asked')
  const isAsItMust =
    verdict.kind === 'runs'
      ? heard?.kind === 'data'
      : heard?.kind === 'error' && verdict.codes.includes(heard.code)
  if (!isAsItMust) wrong.push(`heard ${JSON.stringify(heard)}, expected ${JSON.stringify(verdict)}`)
  return wrong
}

async function answerQuestion(
  world: GatedWorld,
  one: Case,
  heard: () => Heard | undefined,
  expectRuns: (runs: number, when: string) => void,
): Promise<readonly string[]> {
  const { test, clients } = world
  const [question, ...more] = await test.ask('approvals.list', {})
  const wrong = question?.tool === toolOf(one) && more.length === 0 ? [] : ['the wrong question']
  const approvalId = question?.id ?? ''
  let last = heard
  if (one.answer === 'allow by ticket' || one.answer === 'expire') {
    await test.platform.clock.advance(46_000)
    await until(() => heard() !== undefined)
    if (heard()?.kind !== 'pending') wrong.push(`heard ${JSON.stringify(heard())} in place of a ticket`)
    // Whoever asks about somebody else's ticket learns nothing of it.
    const stranger = one.caller === 'search' ? clients.all : clients.search
    const { body } = await stranger.result({ approval_id: approvalId })
    if (body.error?.code !== 'RESOURCE_NOT_FOUND') wrong.push('another app may ask about the ticket')
    let result: Heard | undefined
    const client = one.caller === 'desktop' ? clients.all : clients[one.caller]
    void client.result({ approval_id: approvalId }).then((answer) => (result = heardOf(answer.body)))
    for (let count = 0; count < 20; count += 1) await turn()
    last = () => result
  }
  expectRuns(0, 'before the answer')
  wrong.push(...(await giveAnswer(world, one.answer, approvalId)))
  await until(() => last() !== undefined)
  expectRuns(one.answer.startsWith('allow') ? 1 : 0, `after “${one.answer}”`)
  const expected = { deny: 'APPROVAL_DENIED', block: 'APPROVAL_DENIED', expire: 'APPROVAL_EXPIRED' } as const
  const now = last()
  const code = now?.kind === 'error' ? now.code : now?.kind
  const wanted = one.answer.startsWith('allow') ? 'data' : expected[one.answer as keyof typeof expected]
  if (code !== wanted) wrong.push(`heard ${String(code)} after “${one.answer}”`)
  return wrong
}

async function giveAnswer(
  { test }: GatedWorld,
  answer: Answer,
  approvalId: string,
): Promise<readonly string[]> {
  if (answer === 'expire') {
    // Another few steps of the clock: whoever waits for a result is given a ticket first.
    test.platform.clock.sleep(15 * 60_000)
    const late = await test.hub.router('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
    return late.ok ? ['an answer was taken too late'] : []
  }
  const kind = answer === 'deny' ? 'deny' : answer === 'block' ? 'block_tool' : 'allow_once'
  await test.ask('approvals.decide', { approvalId, decision: { kind } })
  const again = await test.hub.router('approvals.decide', { approvalId, decision: { kind: 'allow_once' } })
  return again.ok ? ['a second answer was taken'] : []
}

async function arrange(world: GatedWorld, one: Case): Promise<void> {
  const { test, appIdOf } = world
  const tool = toolOf(one)
  const appId = appIdOf(one.caller)
  await addGrant(world, one)
  if (one.workspaceTool !== undefined) await test.ask('policies.set', { tool, policy: one.workspaceTool })
  if (appId !== undefined && one.app !== undefined) await test.ask('policies.set', { appId, policy: one.app })
  if (appId !== undefined && one.appTool !== undefined)
    await test.ask('policies.set', { appId, tool, policy: one.appTool })
  if (one.isPaused) await test.ask('apps.pause', { paused: true })
}

async function addGrant({ test, appIdOf, accounts, clients }: GatedWorld, one: Case): Promise<void> {
  const own = accounts[one.integration][one.account === 'second' ? 1 : 0]
  const appId = appIdOf(one.caller)
  if (one.grant === 'none' || own === undefined || appId === undefined) return
  const other = accounts.gatedtwo.find((id) => id !== own) ?? ''
  const place = {
    appId: one.grant === 'other app' ? clients[one.caller === 'all' ? 'search' : 'all'].appId : appId,
    connectionId: one.grant === 'other account' && one.integration === 'gatedtwo' ? other : own,
    tool: `${one.integration}_${one.grant === 'other tool' ? otherVerb(one.verb) : one.verb}`,
  }
  const soon = new Date(test.platform.clock.now() + 1_000).toISOString()
  const { id: grantId } = await test.ask('grants.add', { ...place, ...termsOf(one.grant, soon) })
  if (one.grant === 'expired') test.platform.clock.sleep(1_000)
  if (one.grant === 'revoked') await test.ask('grants.revoke', { grantId })
  if (one.grant === 'used up')
    test.platform.database.prepare('UPDATE grants SET uses_left = 0 WHERE id = ?').run(grantId)
}

const otherVerb = (verb: string): string => Object.keys(DEFINED).find((other) => other !== verb) ?? ''

function termsOf(grant: GrantKind, soon: string) {
  const compared: Partial<Record<GrantKind, string>> = { 'conditions differ': 'w', 'conditions hold': 'v' }
  const value = compared[grant]
  return {
    scope: grant === 'session' ? ('session' as const) : ('always' as const),
    conditions: value === undefined ? [] : [{ path: 'value', operator: 'equals' as const, value }],
    expiresAt: grant === 'expired' ? soon : null,
    usesLeft: grant === 'one use' || grant === 'used up' ? 1 : null,
  }
}

async function tidyUp({ test, appIdOf }: GatedWorld, one: Case): Promise<void> {
  const tool = toolOf(one)
  const appId = appIdOf(one.caller)
  await test.ask('policies.set', { tool, policy: null })
  if (appId !== undefined && one.app !== undefined) await test.ask('policies.set', { appId, policy: null })
  if (appId !== undefined && one.appTool !== undefined)
    await test.ask('policies.set', { appId, tool, policy: null })
  if (one.grant !== 'none') await test.ask('grants.revokeAll', {})
  if (one.isPaused) await test.ask('apps.pause', { paused: false })
}
