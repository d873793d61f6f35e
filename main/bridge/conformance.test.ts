import { expect, it } from 'vitest'
import { expectedToPass, notApplicable, notApplicableChecks } from '../testing/conformance-scenarios.ts'
import { listScenarios, runScenarios } from '../testing/conformance-suite.ts'
import { CHANGING_TOOL, conformanceTools } from '../testing/conformance-tools.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'
import { createTokenForwarder } from '../testing/token-forwarder.ts'

/** Those the bridge serves; of the suite's own list each that it has scenarios for. */
const REVISIONS = ['2025-06-18', '2025-11-25', '2026-07-28']

/** The bridge of a real hub, with the tools the suite calls, at an address that needs no token. */
async function underTest() {
  let changeTools = (): Promise<void> => Promise.resolve()
  const integrations = conformanceTools(() => changeTools())
  const test = createTestHub({ integrations })
  const app = await test.pair()
  for (const { id: integrationId } of integrations) {
    const key = { integrationId, method: 'api_key', values: { key: 'key' } } as const
    await test.ask('connections.connectWithKey', key)
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId, enabled: true })
  }
  let policy: 'block' | null = null
  changeTools = async () => {
    policy = policy === null ? 'block' : null
    await test.ask('policies.set', { tool: CHANGING_TOOL, policy })
  }
  const { url } = await createTokenForwarder(app)
  return { test, url: `${url}/mcp` }
}

/** A person who needs ten seconds to say yes to each question. @returns stops asking them */
function slowPerson({ hub, ask, platform }: TestHub): () => void {
  let isBusy = false
  const pause = () => new Promise((over) => setTimeout(over, 50))
  const answer = async (): Promise<void> => {
    const [question] = await ask('approvals.list', {})
    if (question === undefined) return
    for (let step = 0; step < 2; step += 1) {
      await pause()
      await platform.clock.advance(5_000)
    }
    await pause()
    await ask('approvals.decide', { approvalId: question.id, decision: { kind: 'allow_once' } })
  }
  const timer = setInterval(() => {
    if (isBusy || hub.waitingApprovals() === 0) return
    isBusy = true
    void answer().finally(() => (isBusy = false))
  }, 20)
  return () => clearInterval(timer)
}

it('knows every scenario of the public suite: each is expected to pass, or left out for a reason', async () => {
  const names = (await listScenarios()).map(({ name }) => name)
  expect(names.length).toBeGreaterThan(30)
  expect(names.filter((name) => !expectedToPass.includes(name) && !(name in notApplicable))).toEqual([])
  expect(expectedToPass.filter((name) => name in notApplicable)).toEqual([])
})

it(
  'passes every scenario that applies, in each revision the suite has them for',
  { timeout: 60_000 },
  async () => {
    const { test, url } = await underTest()
    const stop = slowPerson(test)
    const all = await listScenarios()
    const passed: string[] = []
    const wrong: Record<string, unknown> = {}
    for (const revision of REVISIONS) {
      const scenarios = all.filter(({ versions }) => versions.includes(revision))
      if (scenarios.length === 0) continue
      for (const [name, checks] of await runScenarios(url, revision, scenarios)) {
        const bad = checks.filter(
          ({ id, status }) => /FAIL|WARN/.test(status) && !(id in notApplicableChecks),
        )
        const isGood = bad.length === 0 && checks.some(({ status }) => status === 'SUCCESS')
        if (isGood) passed.push(`${name} ${revision}`)
        // One that passes has no business in the list of those that cannot.
        if (isGood === name in notApplicable) wrong[`${name} ${revision}`] = bad
      }
    }
    stop()
    expect(wrong).toEqual({})
    for (const name of [
      'server-initialize',
      'ping',
      'tools-list',
      'tools-call-error',
      'tools-call-with-progress',
    ]) {
      expect(passed).toEqual(expect.arrayContaining([`${name} 2025-06-18`, `${name} 2025-11-25`]))
    }
    expect(passed).toContain('dns-rebinding-protection 2025-11-25')
  },
)
