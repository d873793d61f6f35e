import { verbatim } from '../../preload/contract/sentence.ts'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HubError } from '../../preload/contract/errors.ts'
import { createFakePlatform, type FakePlatform } from '../testing/fake-platform.ts'
import { inEnglish } from '../testing/in-english.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import type { Check } from './finding.ts'
import { portCheck } from './port-check.ts'
import { protocolCheck } from './protocol-check.ts'
import { vaultCheck } from './vault-check.ts'

const run = async (check: Check) => inEnglish(await check.run(new AbortController().signal))

describe('the vault', () => {
  const look = (
    { keychain }: Pick<FakePlatform, 'keychain'>,
    { usesKeychain = true, ready = () => Promise.resolve() } = {},
  ) => run(vaultCheck({ vault: { ready }, keychain, usesKeychain: () => Promise.resolve(usesKeychain) }))
  const platform = () => createFakePlatform({ folder: temporaryFolder() })

  it('is fine when the keychain gives back what it was given, and nothing of that stays', async () => {
    const { keychain } = platform()
    keychain.entries.set('master-key', 'kept')
    expect(await look({ keychain })).toMatchObject({ state: 'ok' })
    expect(keychain.writes).toBe(1)
    expect([...keychain.entries.keys()]).toEqual(['master-key'])
  })

  it('two looks at once do not take each other’s entry', async () => {
    const { keychain } = platform()
    const both = await Promise.all([look({ keychain }), look({ keychain })])
    expect(both.map(({ state }) => state)).toEqual(['ok', 'ok'])
  })

  it.each(['fails', 'forgets'] as const)('says so when the keychain %s', async (mood) => {
    const { keychain } = platform()
    keychain.mood = mood
    expect(await look({ keychain })).toMatchObject({ state: 'note', action: 'open_keychain_help' })
  })

  it('that has its key elsewhere does not complain about a keychain it does not need', async () => {
    const { keychain } = platform()
    keychain.mood = 'fails'
    expect(await look({ keychain }, { usesKeychain: false })).toMatchObject({ state: 'ok' })
    expect(keychain.writes).toBe(0)
  })

  it.each([
    ['KEYCHAIN_UNAVAILABLE', 'open_keychain_help'],
    ['VAULT_LOCKED', 'open_settings'],
  ] as const)('that does not open is a problem with a way out: %s', async (code, action) => {
    const ready = () => Promise.reject(new HubError(code, verbatim('It is closed.')))
    const finding = await look(platform(), { ready })
    expect(finding).toMatchObject({ state: 'problem', action })
    expect(finding.sentence).toMatch(/^It is closed\. .+/)
  })
})

describe('the way back from the browser', () => {
  const look = (isOurs: boolean | null, name: string | null) =>
    run(protocolCheck({ owner: () => Promise.resolve({ isOurs, name }) }))

  it('is fine when this app opens the links', async () => {
    expect(await look(true, 'Gatehouse')).toMatchObject({ state: 'ok', action: 'none' })
  })

  it('names who opens them instead, and offers to change it', async () => {
    const finding = await look(false, 'Old \u202Egatehouse')
    expect(finding).toMatchObject({ state: 'problem', action: 'register_protocol' })
    expect(finding.sentence).toContain('“Old  gatehouse”')
  })

  it('says when nobody does', async () => {
    expect(await look(false, null)).toMatchObject({
      state: 'problem',
      sentence: expect.stringMatching(/^No program/),
    })
  })

  it('that the system does not tell is no problem: a start without installation must work', async () => {
    expect(await look(null, null)).toMatchObject({ state: 'note', action: 'register_protocol' })
  })
})

describe('the port of a sign-in', () => {
  const look = (host: 'localhost' | '127.0.0.1', port: number, owner: string | null = null, isOurs = false) =>
    run(
      portCheck(
        { host, port },
        { ownerOf: () => Promise.resolve(owner), isOurs: (asked) => isOurs && asked === port },
      ),
    )
  const occupy = async (host: string, wanted = 0): Promise<number | undefined> => {
    const server = createServer()
    onTestFinished(() => void server.close())
    return await new Promise((resolve) => {
      server.once('error', () => resolve(undefined))
      server.listen(wanted, host, () => resolve((server.address() as { port: number }).port))
    })
  }

  it('that is free stays free: the check must not keep it', async () => {
    expect(await look('localhost', 47_123)).toMatchObject({ state: 'ok' })
    expect(await look('localhost', 47_123)).toMatchObject({ state: 'ok' })
  })

  it.each(['localhost', '127.0.0.1'] as const)('that is taken is a problem for %s', async (host) => {
    const port = (await occupy('127.0.0.1')) ?? 0
    const finding = await look(host, port)
    expect(finding).toMatchObject({ state: 'problem', action: 'retry' })
    expect(finding.sentence).toContain(`Another program uses port ${port}`)
  })

  it('says which program has it, where the system tells', async () => {
    const port = (await occupy('127.0.0.1')) ?? 0
    expect((await look('127.0.0.1', port, 'nginx')).sentence).toContain('“nginx”')
  })

  it('that is taken on IPv6 only matters to localhost, which may mean it', async () => {
    // Below the range that the system hands out: nobody else has it on IPv4 by chance.
    const port = await occupy('::1', 27_431)
    if (port === undefined) return
    expect(await look('localhost', port)).toMatchObject({ state: 'problem' })
    expect(await look('127.0.0.1', port)).toMatchObject({ state: 'ok' })
  })

  it('that a sign-in of our own waits on is no problem: it makes room', async () => {
    const port = (await occupy('127.0.0.1')) ?? 0
    expect(await look('127.0.0.1', port, null, true)).toMatchObject({ state: 'ok' })
  })
})
