import { describe, expect, it } from 'vitest'
import type { Policy } from '../../preload/contract/shapes.ts'
import type { BridgeAnswer, BridgeClient } from '../testing/bridge-client.ts'
import { countRuns, KEY, type CountingProvider } from '../testing/interleavings/counting-provider.ts'
import { turn } from '../testing/manual-clock.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

const TOOL = 'notes_create_note'

interface Bench {
  readonly test: TestHub
  readonly app: BridgeClient
  readonly provider: CountingProvider
}

async function bench(): Promise<Bench> {
  const test = await createConnectedHub()
  const provider = countRuns(test.service)
  provider.isHolding = true
  return { test, app: await test.pair(), provider }
}

type TakeBack = (bench: Bench) => Promise<unknown>

/** Everything by which the person takes back what a call needs, and what the app hears of the call. */
const TAKEN_BACK: readonly (readonly [string, TakeBack, string])[] = [
  ['the app was removed', ({ test, app }) => test.ask('apps.remove', { appId: app.appId }), 'UNAUTHORIZED'],
  [
    'the toolkit was taken away',
    ({ test, app }) =>
      test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'notes', enabled: false }),
    'INTEGRATIONS_NOT_CONFIGURED',
  ],
  [
    'the tool was blocked',
    ({ test }) => test.ask('policies.set', { tool: TOOL, policy: 'block' }),
    'TOOL_BLOCKED',
  ],
  [
    'all tools of the app were blocked',
    ({ test, app }) => test.ask('policies.set', { appId: app.appId, policy: 'block' }),
    'TOOL_BLOCKED',
  ],
  ['all apps were paused', ({ test }) => test.ask('apps.pause', { paused: true }), 'PAUSED'],
]

const heldCount = (provider: CountingProvider, count: number) =>
  expect.poll(() => provider.held.length, { interval: 2 }).toBe(count)

async function signIn({ test }: Bench): Promise<void> {
  test.service.accounts.set(KEY, 'ada')
  test.platform.clock.sleep(1)
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  const connectionId = connections[0]?.id ?? ''
  const form = { integrationId: 'notes', method: 'api_key', values: { key: KEY }, connectionId } as const
  await test.ask('connections.connectWithKey', form)
}

describe.each(TAKEN_BACK)('after %s', (_name, takeBack, code) => {
  it('a call that was allowed and waits for its turn at the service does not begin', async () => {
    const one = await bench()
    const { test, app, provider } = one
    await test.ask('policies.set', { tool: TOOL, policy: 'auto' })
    const calls = Array.from({ length: 8 }, (_, index) => app.call(TOOL, { title: `t${index}` }))
    await heldCount(provider, 8)
    const late = app.call(TOOL, { title: 'late' })
    await expect
      .poll(() =>
        test.platform.database.prepare("SELECT count(*) FROM audit WHERE outcome = 'started'").pluck().get(),
      )
      .toBe(9)
    await takeBack(one)
    for (const request of provider.held) request.end('done')
    await Promise.allSettled([...calls, late])
    await expect.poll(() => lastLine(test)).toMatchObject({ errorCode: code })
    expect([...provider.runs.keys()]).not.toContain('late')
  })

  it('a call whose sign-in turns out to have ended is not run by the next sign-in', async () => {
    const one = await bench()
    const { test, app, provider } = one
    const call = app.call(TOOL, { title: 'milk' })
    await test.decide({ kind: 'allow_once' })
    await heldCount(provider, 1)
    await takeBack(one)
    provider.held[0]?.end('refused')
    await expect.poll(() => lastLine(test)?.errorCode).toMatch(/^(RECONNECT_REQUIRED|APPROVAL_WITHDRAWN)$/)
    await signIn(one)
    for (let count = 0; count < 30; count += 1) await turn()
    expect([provider.runs.get('milk'), provider.held]).toEqual([0, []])
    await Promise.allSettled([call])
  })

  it('nobody is asked about a call that came while the keychain was looked at', async () => {
    const first = await createConnectedHub()
    const test = await first.restart()
    const app = await test.pair()
    const { keychain } = test.platform
    const find = keychain.get
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    let isAsked = false
    keychain.get = async (entry) => {
      isAsked = true
      await opened
      return await find(entry)
    }
    const call = app.call(TOOL, { title: 'milk' })
    await expect.poll(() => isAsked).toBe(true)
    await takeBack({ test, app, provider: countRuns(test.service) })
    open()
    expect((await call).body.error?.code).toBe(code)
    keychain.get = find
    expect(await test.ask('approvals.list', {})).toEqual([])
    expect(test.apiRequests()).toEqual([])
  })
})

/** How a parked call goes on after the sign-in, by what was said before and what is set meanwhile. */
const RESUMED: readonly (readonly ['by itself' | 'with a yes', Policy, 'runs' | 'asks' | 'ends'])[] = [
  ['by itself', 'auto', 'runs'],
  ['by itself', 'ask', 'asks'],
  ['by itself', 'block', 'ends'],
  ['with a yes', 'auto', 'runs'],
  ['with a yes', 'ask', 'runs'],
  ['with a yes', 'block', 'ends'],
]

it.each(RESUMED)(
  'a call that ran %s and waits for a sign-in, with the tool on %s meanwhile, %s',
  async (how, policy, then) => {
    const one = await bench()
    const { test, app, provider } = one
    provider.isHolding = false
    test.service.accounts.delete(KEY)
    if (how === 'by itself') await test.ask('policies.set', { tool: TOOL, policy: 'auto' })
    const call: Promise<BridgeAnswer> = app.call(TOOL, { title: 'milk' })
    if (how === 'with a yes') await test.decide({ kind: 'allow_once' })
    await expect.poll(async () => (await test.ask('connections.listEnded', {}))[0]?.waitingCalls).toBe(1)
    await test.ask('policies.set', { tool: TOOL, policy })
    await signIn(one)
    if (then === 'asks') {
      await test.questions()
      expect(provider.runs.get('milk')).toBeUndefined()
      await test.decide({ kind: 'allow_once' })
    }
    const { status, body } = await call
    expect(provider.runs.get('milk')).toBe(then === 'ends' ? undefined : 1)
    if (then === 'ends') expect(body.error?.code).toBe('APPROVAL_WITHDRAWN')
    else expect(status).toBe(200)
  },
)

function lastLine({
  platform,
}: TestHub): { readonly outcome: string; readonly errorCode: string | null } | undefined {
  return platform.database
    .prepare<[], { outcome: string; errorCode: string | null }>(
      "SELECT outcome, error_code AS errorCode FROM audit WHERE tool = 'notes_create_note' AND outcome <> 'started' AND instr(details, 'late') + instr(details, 'milk') > 0 ORDER BY seq DESC LIMIT 1",
    )
    .get()
}
