import { describe, expect, it } from 'vitest'
import { createVaultWorld, PASSPHRASE, SECRETS, type VaultWorld } from '../testing/vault-world.ts'
import { decodeMasterKey, newMasterKey, encodeMasterKey } from './master-key.ts'

const LOCKED = { code: 'VAULT_LOCKED' }
const OTHER = 'another passphrase altogether'

async function withPassphrase(): Promise<VaultWorld> {
  const world = createVaultWorld()
  world.platform.keychain.mood = 'fails'
  await world.keeper.usePassphrase(PASSPHRASE)
  await world.fill()
  return world
}

const expectAllThere = async (world: VaultWorld): Promise<void> =>
  expect((await world.openAll()).sort()).toEqual([...SECRETS].sort())

describe('without a keychain', () => {
  it('says so when it is asked to look, and before that leaves the keychain alone', async () => {
    const world = createVaultWorld()
    world.platform.keychain.mood = 'fails'
    expect(await world.keeper.status(false)).toMatchObject({ state: 'ready', isEmpty: true })
    const status = await world.keeper.status(true)
    expect(status).toMatchObject({ state: 'no_keychain', isEmpty: true, can: ['usePassphrase'] })
    expect(status.sentence).toContain('choose a passphrase')
  })

  it('a passphrase protects the vault, which is open at once', async () => {
    const world = await withPassphrase()
    expect(await world.status()).toMatchObject({ where: 'passphrase', state: 'ready', isEmpty: false })
    await expectAllThere(world)
  })

  it('the vault is locked at the next start, and each use says so until the passphrase is entered', async () => {
    const world = (await withPassphrase()).restart()
    expect(await world.status()).toMatchObject({
      where: 'passphrase',
      state: 'locked',
      can: ['unlock', 'changePassphrase', 'startOver'],
    })
    await expect(world.openAll()).rejects.toMatchObject(LOCKED)
    await expect(world.vault.seal('a', 'b')).rejects.toMatchObject(LOCKED)
    await expect(world.vault.ready()).rejects.toMatchObject(LOCKED)
    await expect(world.vault.hold(() => Promise.resolve())).rejects.toMatchObject(LOCKED)
    expect(() => world.vault.refuseLocked()).toThrow('locked')
    await world.keeper.unlock(PASSPHRASE)
    await expectAllThere(world)
    expect(world.events).toContain('vault.changed')
  })

  it('a wrong passphrase opens nothing, counts for nothing, and the right one still works', async () => {
    const world = (await withPassphrase()).restart()
    for (let time = 0; time < 10; time += 1) {
      await expect(world.keeper.unlock(OTHER)).rejects.toMatchObject({ code: 'INVALID_PARAMS' })
    }
    await expect(world.openAll()).rejects.toMatchObject(LOCKED)
    expect(await world.keeper.unlock(PASSPHRASE)).toMatchObject({ state: 'ready' })
  })

  it('no passphrase, and no key, lies in what is stored or answered', async () => {
    const world = await withPassphrase()
    const answers = JSON.stringify([
      await world.status(),
      await world.keeper.changePassphrase(PASSPHRASE, OTHER),
      await world.keeper.lock(),
      await world.keeper.unlock(OTHER),
    ])
    const settings = JSON.stringify(world.platform.database.prepare('SELECT * FROM settings').all())
    const key = encodeMasterKey(await world.vault.holder.key())
    for (const secret of [PASSPHRASE, OTHER, key, ...SECRETS]) {
      expect(answers).not.toContain(secret)
      expect(settings).not.toContain(secret)
    }
  })
})

describe('locking', () => {
  it('forgets the key at once; what is stored stays', async () => {
    const world = await withPassphrase()
    expect(await world.keeper.lock()).toMatchObject({ state: 'locked' })
    await expect(world.openAll()).rejects.toMatchObject(LOCKED)
    await world.keeper.unlock(PASSPHRASE)
    await expectAllThere(world)
  })

  it('waits for what is about to be stored: a rotated token would be lost', async () => {
    const world = await withPassphrase()
    let finish: () => void = () => undefined
    const renewing = world.vault.hold(async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return await world.vault.seal('c1', 'rotated')
    })
    const locking = world.keeper.lock()
    await new Promise((resolve) => setTimeout(resolve, 20))
    finish()
    const sealed = await renewing
    expect(await locking).toMatchObject({ state: 'locked' })
    await world.keeper.unlock(PASSPHRASE)
    expect(await world.vault.unseal('c1', sealed)).toBe('rotated')
  })

  it('is refused where the next use would open the vault again', async () => {
    const world = createVaultWorld()
    await world.vault.ready()
    await expect(world.keeper.lock()).rejects.toMatchObject({ code: 'INVALID_PARAMS' })
  })

  it('is not undone by the keychain’s late answer to an earlier question', async () => {
    const world = createVaultWorld()
    await world.fill()
    const { keychain } = world.platform
    const answers: (() => void)[] = []
    const get: typeof keychain.get = async (entry) => {
      const secret = await keychain.get(entry)
      await new Promise<void>((resolve) => answers.push(resolve))
      return secret
    }
    const later = world.restart({ keychain: { ...keychain, get } })
    const asking = later.keeper.status(false)
    await expect.poll(() => answers.length).toBe(1)
    const changing = later.keeper.usePassphrase(PASSPHRASE)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.()
    await changing
    await later.keeper.lock()
    answers[0]?.()
    await asking
    await expect(later.openAll()).rejects.toMatchObject(LOCKED)
  })

  it('lets those who wait for it go on after the passphrase, and only then', async () => {
    const world = await withPassphrase()
    await world.keeper.lock()
    let isThrough = false
    const waiting = world.vault.unlocked().then(() => (isThrough = true))
    await expect(world.keeper.unlock(OTHER)).rejects.toBeDefined()
    expect(isThrough).toBe(false)
    await world.keeper.unlock(PASSPHRASE)
    await waiting
  })
})

describe('another passphrase', () => {
  it('takes the place of the old one, and what it protects is not touched', async () => {
    const world = await withPassphrase()
    const before = world.rows()
    await world.keeper.changePassphrase(PASSPHRASE, OTHER)
    expect(world.rows()).toEqual(before)
    const later = world.restart()
    await expect(later.keeper.unlock(PASSPHRASE)).rejects.toMatchObject({ code: 'INVALID_PARAMS' })
    await later.keeper.unlock(OTHER)
    await expectAllThere(later)
  })

  it('needs the old one, also while the vault is open: the computer may stand unattended', async () => {
    const world = await withPassphrase()
    await expect(world.keeper.changePassphrase(OTHER, OTHER)).rejects.toMatchObject({
      code: 'INVALID_PARAMS',
    })
    await expect(world.keeper.changePassphrase(PASSPHRASE, 'short')).rejects.toMatchObject({
      code: 'INVALID_PARAMS',
    })
    const later = world.restart()
    await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })
})

describe('from the keychain to a passphrase', () => {
  it('everything stays, and the keychain keeps no copy', async () => {
    const world = createVaultWorld()
    await world.fill()
    const before = world.rows()
    expect(world.platform.keychain.entries.size).toBe(1)
    await world.keeper.usePassphrase(PASSPHRASE)
    expect(world.rows()).toEqual(before)
    expect([...world.platform.keychain.entries]).toEqual([])
    const later = world.restart()
    await expect(later.openAll()).rejects.toMatchObject(LOCKED)
    await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })

  it('deletes the copy later when the keychain cannot be reached, and says so meanwhile', async () => {
    const world = createVaultWorld()
    await world.fill()
    const { keychain } = world.platform
    keychain.mood = 'fails'
    const status = await world.keeper.usePassphrase(PASSPHRASE)
    expect(status.sentence).toContain('still has a copy')
    expect(keychain.entries.size).toBe(1)
    keychain.mood = 'works'
    const later = world.restart()
    await later.keeper.unlock(PASSPHRASE)
    await expect.poll(() => keychain.entries.size).toBe(0)
    expect((await later.status()).sentence).not.toContain('copy')
  })

  it('is refused while the key is not at hand: another one would open nothing', async () => {
    const world = createVaultWorld()
    await world.fill()
    const later = world.restart()
    later.platform.keychain.mood = 'fails'
    await expect(later.keeper.usePassphrase(PASSPHRASE)).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
    })
    later.platform.keychain.mood = 'works'
    await expectAllThere(later)
  })
})

describe('from a passphrase to the keychain', () => {
  it('everything stays, and no passphrase is asked for any more', async () => {
    const world = await withPassphrase()
    world.platform.keychain.mood = 'works'
    expect(await world.keeper.useKeychain()).toMatchObject({ where: 'keychain', state: 'ready' })
    await expectAllThere(world.restart())
  })

  it.each(['fails', 'forgets'] as const)('changes nothing when the keychain %s', async (mood) => {
    const world = await withPassphrase()
    world.platform.keychain.mood = mood
    await expect(world.keeper.useKeychain()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' })
    const later = world.restart()
    await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })

  it('needs an open vault', async () => {
    const world = (await withPassphrase()).restart()
    world.platform.keychain.mood = 'works'
    await expect(world.keeper.useKeychain()).rejects.toMatchObject(LOCKED)
  })
})

describe('with ENCRYPTION_KEY', () => {
  const environment = { ENCRYPTION_KEY: encodeMasterKey(newMasterKey()) }

  it.each(['keychain', 'passphrase'] as const)('the same key can be put under a %s', async (place) => {
    const world = createVaultWorld(environment)
    await world.fill()
    const status = await (place === 'keychain'
      ? world.keeper.useKeychain()
      : world.keeper.usePassphrase(PASSPHRASE))
    expect(status).toMatchObject({ where: 'environment', state: 'ready' })
    const later = world.restart({ environment: {} })
    if (place === 'passphrase') await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })

  it('a new key cannot be made, and the refusal says how it is done', async () => {
    const world = createVaultWorld(environment)
    await world.fill()
    await expect(world.keeper.rotate()).rejects.toThrow('which Gatehouse cannot change')
    await expectAllThere(world.restart())
  })

  it('that is no longer set, nothing is made up in its place', async () => {
    const world = createVaultWorld(environment)
    await world.fill()
    const later = world.restart({ environment: {} })
    expect(await later.status()).toMatchObject({ where: 'environment', state: 'missing' })
    await expect(later.vault.seal('a', 'b')).rejects.toMatchObject(LOCKED)
    expect(later.platform.keychain.writes).toBe(0)
  })

  it('the key comes as it was meant, or not at all', () => {
    const text = environment.ENCRYPTION_KEY
    expect(decodeMasterKey(`${text}\n`)).toBeDefined()
    expect(decodeMasterKey(text.replace('=', ''))).toBeDefined()
    for (const wrong of [text.slice(1), `${text}A`, text.replace(/^./, '*'), text.replace(/^./, ' ')]) {
      expect(decodeMasterKey(wrong)).toBeUndefined()
    }
  })
})
