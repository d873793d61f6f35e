import { describe, expect, it } from 'vitest'
import { sealedColumns } from '../sealed-columns.ts'
import type { FakePlatform } from '../testing/fake-platform.ts'
import { createVaultWorld, PASSPHRASE, SECRETS, type VaultWorld } from '../testing/vault-world.ts'
import { encodeMasterKey, newMasterKey } from './master-key.ts'

const expectAllThere = async (world: VaultWorld): Promise<void> =>
  expect((await world.openAll()).sort()).toEqual([...SECRETS].sort())

async function filled(environment?: Record<string, string>): Promise<VaultWorld> {
  const world = createVaultWorld(environment)
  await world.fill()
  return world
}

describe('a new key', () => {
  it('is what every row is sealed with, and the old one opens nothing and is gone', async () => {
    const world = await filled()
    const { entries } = world.platform.keychain
    const [before, old] = [world.rows(), [...entries.values()][0]]
    await world.keeper.rotate()
    expect(world.rows().filter((row) => before.some((other) => other.equals(row)))).toEqual([])
    await expectAllThere(world)
    expect(entries.size).toBe(1)
    expect([...entries.values()]).not.toContain(old)
    await expectAllThere(world.restart())
  })

  it('keeps every row bound to what it belongs to: rows must not become exchangeable', async () => {
    const world = await filled()
    await world.keeper.rotate()
    const [one] = world.rows()
    await expect(world.vault.unseal('c2', one ?? Buffer.alloc(0))).rejects.toMatchObject({
      code: 'VAULT_LOCKED',
    })
  })

  it('needs the passphrase where one protects the key, and is protected by it', async () => {
    const world = createVaultWorld()
    await world.keeper.usePassphrase(PASSPHRASE)
    await world.fill()
    const before = world.rows()
    await expect(world.keeper.rotate()).rejects.toThrow('Enter your passphrase')
    await expect(world.keeper.rotate('not this one either')).rejects.toThrow('not the passphrase')
    expect(world.rows()).toEqual(before)
    await world.keeper.rotate(PASSPHRASE)
    expect(world.rows()).not.toEqual(before)
    const later = world.restart()
    await later.keeper.unlock(PASSPHRASE)
    await expectAllThere(later)
  })

  it('is not made while the keychain cannot hold it', async () => {
    const world = await filled()
    for (const mood of ['fails', 'forgets'] as const) {
      world.platform.keychain.mood = mood
      await expect(world.keeper.rotate()).rejects.toMatchObject({ code: 'KEYCHAIN_UNAVAILABLE' })
    }
    world.platform.keychain.mood = 'works'
    await expectAllThere(world.restart())
  })

  it.each(sealedColumns.map(({ table, column }) => [table, column]))(
    'is not used when a row of %s is damaged: the old key would be given up for nothing',
    async (table, column) => {
      const world = await filled()
      world.platform.database.exec(
        `UPDATE ${table} SET ${column} = zeroblob(40) WHERE rowid =
           (SELECT min(rowid) FROM ${table} WHERE ${column} IS NOT NULL)`,
      )
      const before = world.rows()
      await expect(world.keeper.rotate()).rejects.toThrow(/damaged\..*Nothing was changed\.$/)
      expect(world.rows()).toEqual(before)
      expect(world.platform.keychain.entries.size).toBe(1)
      await expect(world.vault.ready()).resolves.toBeUndefined()
    },
  )

  it('loses nothing that is sealed while it is made, in whatever moment', async () => {
    const world = await filled()
    const insert = world.platform.database.prepare("INSERT INTO results VALUES (?, 'a', ?, 0)")
    const write = async (moment: number): Promise<void> => {
      for (let step = 0; step < moment; step += 1) await Promise.resolve()
      const id = `r${moment + 2}`
      const sealed = await world.vault.seal(id, 'sealed meanwhile')
      insert.run(id, sealed)
    }
    await Promise.all([world.keeper.rotate(), ...Array.from({ length: 300 }, (_, moment) => write(moment))])
    const all = await world.restart().openAll()
    expect(all.filter((text) => text === 'sealed meanwhile')).toHaveLength(300)
  })
})

/** Every touch of keychain and database is a step; at the last one the process dies, and touches nothing any more. */
interface Fuse {
  readonly steps: () => number
  readonly step: () => void
}

function createFuse(last: number): Fuse {
  let steps = 0
  return {
    steps: () => steps,
    step() {
      if (steps >= last) throw new Error('killed')
      steps += 1
    },
  }
}

/** The same world, from now on on a fuse; each effect of the keychain may come with or without its answer. */
function armed(world: VaultWorld, fuse: Fuse, environment = world.platform.environment): VaultWorld {
  const { keychain } = world.platform
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    fuse.step()
    const result = await work()
    fuse.step()
    return result
  }
  const fused: FakePlatform['keychain'] = {
    ...keychain,
    get: (entry) => around(() => keychain.get(entry)),
    set: (entry, secret) => around(() => keychain.set(entry, secret)),
    delete: (entry) => around(() => keychain.delete(entry)),
  }
  const dying = world.restart({ keychain: fused, environment })
  const { database } = dying.platform
  database.function('fuse', () => {
    fuse.step()
    return 0
  })
  const tables = ['settings', 'connections', ...sealedColumns.map(({ table }) => table)]
  for (const table of tables) {
    for (const change of ['INSERT', 'UPDATE', 'DELETE']) {
      database.exec(
        `CREATE TEMP TRIGGER fuse_${change}_${table} BEFORE ${change} ON ${table} BEGIN SELECT fuse(); END`,
      )
    }
  }
  return dying
}

interface Change {
  readonly name: string
  readonly prepare: () => Promise<VaultWorld>
  readonly run: (world: VaultWorld) => Promise<unknown>
  /** Before or after, by whichever key the vault has then. */
  readonly environment?: Record<string, string>
}

const underPassphrase = async (): Promise<VaultWorld> => {
  const world = createVaultWorld()
  await world.keeper.usePassphrase(PASSPHRASE)
  await world.fill()
  return world
}

const open = async (world: VaultWorld): Promise<VaultWorld> => {
  if ((await world.status()).state === 'locked') await world.keeper.unlock(PASSPHRASE)
  return world
}

const changes: readonly Change[] = [
  { name: 'a new key in the keychain', prepare: filled, run: ({ keeper }) => keeper.rotate() },
  {
    name: 'a new key under a passphrase',
    prepare: underPassphrase,
    run: async (world) => await (await open(world)).keeper.rotate(PASSPHRASE),
  },
  {
    name: 'from the keychain to a passphrase',
    prepare: filled,
    run: ({ keeper }) => keeper.usePassphrase(PASSPHRASE),
  },
  {
    name: 'from a passphrase to the keychain',
    prepare: underPassphrase,
    run: async (world) => await (await open(world)).keeper.useKeychain(),
  },
  {
    name: 'another passphrase',
    prepare: underPassphrase,
    run: ({ keeper }) => keeper.changePassphrase(PASSPHRASE, PASSPHRASE),
  },
  {
    name: 'from the keychain to ENCRYPTION_KEY',
    prepare: filled,
    run: ({ keeper }) => keeper.rotate(),
    environment: { ENCRYPTION_KEY: encodeMasterKey(newMasterKey()) },
  },
]

describe.each(changes)('killed at any step: $name', ({ prepare, run, environment }) => {
  const kill = async (last: number): Promise<{ after: VaultWorld; fuse: Fuse }> => {
    const world = await prepare()
    const fuse = createFuse(last)
    const dying = armed(world, fuse, environment)
    await run(dying).catch(() => undefined)
    return {
      after: dying.restart({ keychain: world.platform.keychain, environment: environment ?? {} }),
      fuse,
    }
  }

  it('every row opens at the next start, no key is left over, and the change can be made then', async () => {
    const steps = (await kill(Infinity)).fuse.steps()
    expect(steps).toBeGreaterThan(0)
    for (let last = 0; last <= steps; last += 1) {
      const { after } = await kill(last)
      const hasOldKey = (await after.status()).state === 'wrong_key'
      const next = await open(hasOldKey ? after.restart({ environment: {} }) : after)
      await expectAllThere(next)
      const { protector, entry } = next.vault.records.read()
      const inUse = protector === 'keychain' ? [entry] : []
      await expect.poll(() => [...next.platform.keychain.entries.keys()]).toEqual(inUse)
      const again = hasOldKey ? next.restart({ environment: environment ?? {} }) : next
      // What has come to its end already is refused.
      await run(again).catch(() => undefined)
      await expectAllThere(await open(again))
    }
  })
})

it('killed while the first key is made: the next start makes one, and keeps no other', async () => {
  for (let last = 0; last < 30; last += 1) {
    const world = createVaultWorld()
    const dying = armed(world, createFuse(last))
    await dying.vault.ready().catch(() => undefined)
    const after = dying.restart({ keychain: world.platform.keychain })
    await after.fill()
    await expectAllThere(after)
    await expect.poll(() => world.platform.keychain.entries.size).toBe(1)
  }
})
