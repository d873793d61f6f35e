import { describe, expect, it } from 'vitest'
import { credentialOf } from '../testing/notes-service.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'

/** Two accounts of one integration. */
async function twoAccounts() {
  const test = await createConnectedHub()
  test.service.accounts.set('key-of-bob', 'bob')
  const input = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-bob' } } as const
  const bob = await test.ask('connections.connectWithKey', input)
  return { test, bob, app: await test.pair() }
}

const usedKey = (test: TestHub): string => {
  const last = test.platform.network.requests.at(-1)
  return last === undefined ? '' : credentialOf(last)
}

describe('of several accounts', () => {
  it('none is guessed: the wrong mailbox is worse than an error', async () => {
    const { app } = await twoAccounts()
    const { body } = await app.call('notes_list_notes')
    expect(body.error).toMatchObject({
      code: 'ACCOUNT_AMBIGUOUS',
      details: { accounts: [{ name: 'ada@example.com' }, { name: 'bob@example.com' }] },
    })
  })

  it('the default is meant by calls that name none, and apps need not name one any more', async () => {
    const { test, bob, app } = await twoAccounts()
    const required = async (): Promise<unknown> => {
      const { tools } = (await app.get('/v1/manifest')).body as unknown as {
        tools: { name: string; inputSchema: { required?: string[]; properties?: object } }[]
      }
      const tool = tools.find(({ name }) => name === 'notes_list_notes')
      expect(Object.keys(tool?.inputSchema.properties ?? {})).toContain('account')
      return tool?.inputSchema.required
    }
    expect(await required()).toEqual(['account'])
    await test.ask('connections.makeDefault', { connectionId: bob.id })
    expect(await required()).toEqual([])
    expect((await app.call('notes_list_notes')).status).toBe(200)
    expect(usedKey(test)).toBe('key-of-bob')
  })

  it('a call may still choose another', async () => {
    const { test, bob, app } = await twoAccounts()
    await test.ask('connections.makeDefault', { connectionId: bob.id })
    await app.call('notes_list_notes', {}, { account: 'ada@example.com' })
    expect(usedKey(test)).toBe('key-of-ada')
  })

  it('one is the default at a time, and stays it through a restart and a new sign-in', async () => {
    const { test, bob } = await twoAccounts()
    const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
    for (const { id } of connections) await test.ask('connections.makeDefault', { connectionId: id })
    const again = await test.restart()
    const input = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-bob' } } as const
    await again.ask('connections.connectWithKey', { ...input, connectionId: bob.id })
    const after = await again.ask('integrations.get', { integrationId: 'notes' })
    expect(after.connections.map(({ accountName, isDefault }) => [accountName, isDefault])).toEqual([
      ['ada@example.com', false],
      ['bob@example.com', true],
    ])
  })
})
