import { describe, expect, it } from 'vitest'
import { createVaultWorld, PASSPHRASE, SECRETS, type VaultWorld } from '../testing/vault-world.ts'
import { encodeMasterKey, newMasterKey } from './master-key.ts'

const INVALID = { code: 'INVALID_PARAMS' }

interface Lost {
  readonly world: VaultWorld
  /** The key, as somebody would have kept it. */
  readonly key: string
}

/** A vault whose keychain entry is gone. */
async function lost(): Promise<Lost> {
  const world = createVaultWorld()
  await world.fill()
  const [key] = [...world.platform.keychain.entries.values()]
  world.platform.keychain.entries.clear()
  return { world: world.restart(), key: key ?? '' }
}

/** A vault that a keychain entry with another key was put in front of. */
async function wrong(): Promise<Lost> {
  const { world, key } = await lost()
  const { entry } = world.vault.records.read()
  world.platform.keychain.entries.set(entry, encodeMasterKey(newMasterKey()))
  return { world, key }
}

const expectAllThere = async (world: VaultWorld): Promise<void> =>
  expect((await world.openAll()).sort()).toEqual([...SECRETS].sort())

describe.each([
  ['missing', lost],
  ['wrong_key', wrong],
] as const)('a key that is %s', (state, make) => {
  it('locks the vault and shows the ways out; nothing is made anew', async () => {
    const { world } = await make()
    const before = world.rows()
    await expect(world.vault.seal('a', 'b')).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    expect(await world.status()).toMatchObject({
      where: 'keychain',
      state,
      can: ['restoreKey', 'startOver'],
      sentence: expect.stringContaining('enter the key here'),
    })
    for (const refused of [world.keeper.rotate(), world.keeper.usePassphrase(PASSPHRASE)]) {
      await expect(refused).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    }
    expect(world.rows()).toEqual(before)
  })

  it('can be entered again, and is in the keychain from then on', async () => {
    const { world, key } = await make()
    expect(await world.keeper.restoreKey(`  ${key}\n`)).toMatchObject({ where: 'keychain', state: 'ready' })
    await expectAllThere(world)
    await expectAllThere(world.restart())
  })

  it('can be kept with a passphrase instead, also without a keychain', async () => {
    const { world, key } = await make()
    world.platform.keychain.mood = 'fails'
    await world.keeper.restoreKey(key, PASSPHRASE)
    const later = world.restart()
    await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })

  it.each([
    ['another key', encodeMasterKey(newMasterKey())],
    ['no key', 'not a key'],
    ['nothing', ''],
  ])('is not replaced by %s', async (_, text) => {
    const { world, key } = await make()
    await expect(world.keeper.restoreKey(text)).rejects.toMatchObject(INVALID)
    await world.keeper.restoreKey(key)
    await expectAllThere(world)
  })
})

describe('starting over', () => {
  it.each(['', 'yes', 'start', 'start over now'])('does not happen on “%s”', async (confirm) => {
    const { world, key } = await lost()
    await expect(world.keeper.startOver(confirm)).rejects.toThrow('Nothing was removed')
    await world.keeper.restoreKey(key)
    await expectAllThere(world)
  })

  it('is not offered while the vault can be opened', async () => {
    const world = createVaultWorld()
    await world.fill()
    await expect(world.keeper.startOver('start over')).rejects.toMatchObject(INVALID)
    await expectAllThere(world)
  })

  it('removes what nobody can open, and nothing else', async () => {
    const { world } = await lost()
    const status = await world.keeper.startOver(' Start over ')
    expect(status).toMatchObject({ state: 'ready', isEmpty: true })
    expect(world.rows()).toEqual([])
    const { database } = world.platform
    expect(database.prepare('SELECT id, status FROM connections').all()).toEqual([
      { id: 'c1', status: 'expired' },
      { id: 'c2', status: 'expired' },
    ])
    expect(database.prepare('SELECT id, state FROM approvals').all()).toHaveLength(2)
    expect(database.prepare('SELECT id FROM apps').all()).toHaveLength(1)
    expect(world.events).toEqual(expect.arrayContaining(['vault.changed', 'catalog.changed']))
  })

  it('leaves a vault that works, with a new key', async () => {
    const { world } = await lost()
    await world.keeper.startOver('start over')
    const sealed = await world.vault.seal('a', 'new')
    expect(await world.restart().vault.unseal('a', sealed)).toBe('new')
  })

  it('is the way out of a forgotten passphrase', async () => {
    const world = createVaultWorld()
    await world.keeper.usePassphrase(PASSPHRASE)
    await world.fill()
    const later = world.restart()
    expect(await later.keeper.startOver('start over')).toMatchObject({ where: 'keychain', isEmpty: true })
    await later.vault.ready()
    expect(await later.status()).toMatchObject({ where: 'keychain', state: 'ready' })
  })

  it('that fails in its middle removes nothing', async () => {
    const { world, key } = await lost()
    world.platform.database.exec(
      "CREATE TEMP TRIGGER full BEFORE UPDATE ON connections BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    )
    await expect(world.keeper.startOver('start over')).rejects.toThrow('disk full')
    const later = world.restart()
    await later.keeper.restoreKey(key)
    await expectAllThere(later)
  })
})

describe('ENCRYPTION_KEY that is another one than before', () => {
  const fresh = encodeMasterKey(newMasterKey())
  const environment = { ENCRYPTION_KEY: fresh }

  it('takes over with the old key that is entered: everything is sealed anew', async () => {
    const old = encodeMasterKey(newMasterKey())
    const world = createVaultWorld({ ENCRYPTION_KEY: old })
    await world.fill()
    const later = world.restart({ environment })
    expect(await later.status()).toMatchObject({
      where: 'environment',
      state: 'wrong_key',
      can: ['restoreKey', 'startOver'],
    })
    await expect(later.openAll()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    await later.keeper.restoreKey(old)
    const last = later.restart({ environment })
    await expectAllThere(last)
    const back = last.restart({ environment: { ENCRYPTION_KEY: old } })
    await expect(back.openAll()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
  })

  it('takes over from the keychain, which then keeps no key', async () => {
    const world = createVaultWorld()
    await world.fill()
    const later = world.restart({ environment })
    expect((await later.status()).can).toContain('rotate')
    await later.keeper.rotate()
    await expectAllThere(later.restart({ environment }))
    expect([...world.platform.keychain.entries]).toEqual([])
  })

  it('takes over from a passphrase, with the passphrase', async () => {
    const world = createVaultWorld()
    await world.keeper.usePassphrase(PASSPHRASE)
    await world.fill()
    const later = world.restart({ environment })
    await expect(later.keeper.rotate()).rejects.toMatchObject(INVALID)
    await expect(later.keeper.rotate('not this one either')).rejects.toMatchObject(INVALID)
    await later.keeper.rotate(PASSPHRASE)
    await expectAllThere(later.restart({ environment }))
  })

  it('costs nothing when it is taken away again', async () => {
    const world = createVaultWorld()
    await world.fill()
    const later = world.restart({ environment })
    await expect(later.openAll()).rejects.toMatchObject({ code: 'VAULT_LOCKED' })
    await expectAllThere(later.restart({ environment: {} }))
  })

  it('and no key at all offers nothing but to be corrected', async () => {
    const world = createVaultWorld()
    await world.fill()
    const status = await world.restart({ environment: { ENCRYPTION_KEY: 'secret' } }).status()
    expect(status).toMatchObject({ where: 'environment', state: 'wrong_key', can: [] })
    expect(status.sentence).not.toContain('secret')
  })
})
