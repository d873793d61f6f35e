import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Account } from '../../registry/define.ts'
import { hosted, serveHosted } from '../testing/hosted.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

afterEach(() => vi.restoreAllMocks())

async function connect(test: TestHub, host: string, account: Account): Promise<string> {
  vi.spyOn(hosted.account, 'identify').mockResolvedValue(account)
  const values = { host, email: 'ada@example.com', token: 'tok-1' }
  const filled = { integrationId: 'hosted', method: 'api_key', values } as const
  return (await test.ask('connections.connectWithKey', filled)).accountName
}

function hostedHub(): TestHub {
  const test = createTestHub()
  serveHosted(test.platform)
  return test
}

describe('the name of an account', () => {
  it('tells two servers apart on which a person has the same one, so that a question says where it goes', async () => {
    const test = hostedHub()
    const ada = { id: '2', name: 'ada' }
    expect(await connect(test, '', ada)).toBe('ada')
    expect(await connect(test, 'git.example.org', ada)).toBe('ada (git.example.org)')
    const app = await test.pair()
    await app.call('hosted_get_thing', {}, { account: 'ada (git.example.org)' })
    expect(test.platform.network.requests.at(-1)?.url.host).toBe('git.example.org')
    await app.call('hosted_get_thing', {}, { account: 'ada' })
    expect(test.platform.network.requests.at(-1)?.url.host).toBe('hosted.example')
  })

  it('does not say twice where it lives', async () => {
    const test = hostedHub()
    const said = { id: '2', name: '@ada@git.example.org' }
    expect(await connect(test, 'git.example.org', said)).toBe('@ada@git.example.org')
    const found = { id: '3', name: 'ada', site: { host: 'found' } }
    expect(await connect(test, 'other.example.org', found)).toBe('ada')
  })
})
