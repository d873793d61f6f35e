import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSettings } from '../settings/settings.ts'
import { createFakePlatform, type FakePlatform } from '../testing/fake-platform.ts'
import { signInTo, tokenRequests } from '../testing/sign-in.ts'
import { createConnectedHub, createTestHub, temporaryFolder } from '../testing/test-hub.ts'
import { createVaultWorld, SECRETS } from '../testing/vault-world.ts'
import { createVault, type Vault } from './vault.ts'

function open(environment: Record<string, string> = {}): { platform: FakePlatform; vault: Vault } {
  const platform = createFakePlatform({ folder: temporaryFolder(), environment })
  return { platform, vault: again(platform) }
}

/** The vault of the next start over the same database. */
function again(platform: FakePlatform): Vault {
  return createVault(platform, createSettings(platform.database))
}

describe('with a keychain', () => {
  it('what was sealed can be opened after a restart', async () => {
    const { platform, vault } = open()
    const sealed = await vault.seal('con_1', 'secret')
    expect(await again(platform).unseal('con_1', sealed)).toBe('secret')
    expect([...platform.keychain.entries.values()].map((key) => Buffer.from(key, 'base64').length)).toEqual([
      32,
    ])
  })

  it('two first uses at once make one key: the loser’s secrets would be lost', async () => {
    const { platform, vault } = open()
    const [one, two] = await Promise.all([vault.seal('a', '1'), vault.seal('b', '2')])
    expect(platform.keychain.writes).toBe(1)
    expect(await again(platform).unseal('a', one)).toBe('1')
    expect(await again(platform).unseal('b', two)).toBe('2')
  })

  it('that has forgotten its key, no new one is made while secrets are sealed with the old', async () => {
    const { platform, vault } = open()
    const sealed = await vault.seal('a', '1')
    const kept = new Map(platform.keychain.entries)
    platform.keychain.entries.clear()
    await expect(again(platform).ready()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    await expect(again(platform).unseal('a', sealed)).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    expect(platform.keychain.writes).toBe(1)
    for (const [entry, key] of kept) platform.keychain.entries.set(entry, key)
    expect(await again(platform).unseal('a', sealed)).toBe('1')
  })

  it('that holds another key, nothing is sealed: two keys in one database cannot be told apart', async () => {
    const { platform, vault } = open()
    await vault.ready()
    for (const entry of platform.keychain.entries.keys()) {
      platform.keychain.entries.set(entry, randomBytes(32).toString('base64'))
    }
    await expect(again(platform).seal('a', '1')).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  })

  it('that accepts a key and keeps nothing, no secret is taken', async () => {
    const { platform, vault } = open()
    platform.keychain.mood = 'forgets'
    await expect(vault.ready()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' })
    await expect(vault.seal('a', '1')).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' })
  })

  it('that is locked at first, it works as soon as it is unlocked, without a restart', async () => {
    const { platform, vault } = open()
    platform.keychain.mood = 'fails'
    await expect(vault.ready()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' })
    platform.keychain.mood = 'works'
    await expect(vault.ready()).resolves.toBeUndefined()
  })

  it('is left alone until a secret is needed', () => {
    const { platform } = open()
    expect(platform.keychain.writes).toBe(0)
  })
})

it('a vault from before there was a choice opens, and gets a key under a name of its own when it is renewed', async () => {
  const world = createVaultWorld()
  await world.fill()
  const { keychain, database } = world.platform
  const [entry] = [...keychain.entries]
  keychain.entries.clear()
  keychain.entries.set('master-key', entry?.[1] ?? '')
  database.exec("DELETE FROM settings WHERE name LIKE 'vault.%' AND name <> 'vault.key_check'")
  const later = world.restart()
  expect(await later.openAll()).toHaveLength(SECRETS.length)
  await later.keeper.rotate()
  expect([...keychain.entries.keys()]).toEqual([expect.stringMatching(/^master-key-/)])
  expect(await later.restart().openAll()).toHaveLength(SECRETS.length)
})

it('two profiles of one person have a key each: renewing the one must not shut the other', async () => {
  const one = createVaultWorld()
  await one.fill()
  const { keychain } = one.platform
  const two = createVaultWorld().restart({ keychain })
  await two.fill()
  expect(keychain.entries.size).toBe(2)
  await one.keeper.rotate()
  expect(await two.restart().openAll()).toHaveLength(SECRETS.length)
})

describe('with ENCRYPTION_KEY', () => {
  it('no keychain is needed', async () => {
    const { platform, vault } = open({ ENCRYPTION_KEY: randomBytes(32).toString('base64') })
    platform.keychain.mood = 'fails'
    const sealed = await vault.seal('a', '1')
    expect(await again(platform).unseal('a', sealed)).toBe('1')
  })

  it.each([
    'short',
    randomBytes(16).toString('base64'),
    randomBytes(33).toString('base64'),
    randomBytes(32).toString('hex'),
    '!'.repeat(44),
    'correct horse battery staple, correct horse',
  ])('that is no 256-bit key in base64, nothing is sealed: %s', async (key) => {
    const { platform, vault } = open({ ENCRYPTION_KEY: key })
    await expect(vault.ready()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    expect(platform.keychain.writes).toBe(0)
  })

  it('that is another one than before, nothing is opened', async () => {
    const { platform, vault } = open()
    const sealed = await vault.seal('a', '1')
    platform.environment['ENCRYPTION_KEY'] = randomBytes(32).toString('base64')
    await expect(again(platform).unseal('a', sealed)).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  })
})

it('leaves no secret readable in the database’s files', async () => {
  const test = createTestHub()
  delete test.platform.environment['NOTES_CLIENT_ID']
  await test.ask('oauthClients.save', {
    integrationId: 'notes',
    clientId: 'client-1',
    clientSecret: 'client-secret-1',
  })
  await signInTo(test)
  const app = await test.pair()
  await app.call('notes_list_notes')
  await app.call('mischief_get_text', {})
  const connected = await createConnectedHub({ service: test.service })
  const verifier = tokenRequests(test)[0]?.get('code_verifier') ?? ''
  const secrets = ['access-1', 'refresh-1', 'client-secret-1', verifier, app.token, 'key-of-ada']
  for (const { platform } of [test, connected]) {
    const files = readdirSync(platform.dataFolder, { withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ name }) => name)
    expect(files).toContain('gatehouse.db-wal')
    const bytes = files.map((file) => readFileSync(join(platform.dataFolder, file), 'latin1')).join('')
    expect(bytes).toContain('ada@example.com')
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([])
  }
})
