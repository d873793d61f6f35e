import { describe, expect, it } from 'vitest'
import { encodeMasterKey, newMasterKey } from './master-key.ts'
import { unwrapMasterKey, USUAL_COST, wrapMasterKey, type WrappedKey } from './passphrase.ts'

const CHEAP = { N: 2 ** 10, r: 8, p: 1 }
const PASSPHRASE = 'correct horse battery staple'

const opensTo = async (wrapped: WrappedKey, passphrase: string): Promise<string> =>
  encodeMasterKey(await unwrapMasterKey(wrapped, passphrase))

describe('a key wrapped with a passphrase', () => {
  it('comes out as it went in', async () => {
    const key = newMasterKey()
    expect(await opensTo(await wrapMasterKey(key, PASSPHRASE, CHEAP), PASSPHRASE)).toBe(encodeMasterKey(key))
  })

  it('costs as much as it should: cheap guesses would open a stolen database', async () => {
    expect(USUAL_COST).toEqual({ N: 131_072, r: 8, p: 1 })
    const wrapped = await wrapMasterKey(newMasterKey(), PASSPHRASE, USUAL_COST)
    expect(wrapped).toMatchObject(USUAL_COST)
    expect(Buffer.from(wrapped.salt, 'base64')).toHaveLength(16)
  })

  it('leaves the rest of the app running while it derives', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 1)
    await wrapMasterKey(newMasterKey(), PASSPHRASE, USUAL_COST)
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(20)
  })

  it('is wrapped differently each time: equal passphrases must not show', async () => {
    const key = newMasterKey()
    const [one, two] = await Promise.all([
      wrapMasterKey(key, PASSPHRASE, CHEAP),
      wrapMasterKey(key, PASSPHRASE, CHEAP),
    ])
    expect(one.salt).not.toBe(two.salt)
    expect(one.sealed).not.toBe(two.sealed)
  })

  it.each(['', 'x', `${PASSPHRASE} `, PASSPHRASE.toUpperCase(), PASSPHRASE.slice(1)])(
    'does not open with another one: %j',
    async (other) => {
      const wrapped = await wrapMasterKey(newMasterKey(), PASSPHRASE, CHEAP)
      await expect(unwrapMasterKey(wrapped, other)).rejects.toMatchObject({
        code: 'INVALID_PARAMS',
        message: 'This is not the passphrase of the vault.',
      })
    },
  )

  it('opens also where a keyboard composes the letters otherwise', async () => {
    const key = newMasterKey()
    const wrapped = await wrapMasterKey(key, 'Käsekuchen für Zoë', CHEAP)
    expect(await opensTo(wrapped, 'Käsekuchen für Zoë'.normalize('NFD'))).toBe(encodeMasterKey(key))
  })

  it('does not open once salt, key or cost were changed', async () => {
    const wrapped = await wrapMasterKey(newMasterKey(), PASSPHRASE, CHEAP)
    const other = await wrapMasterKey(newMasterKey(), PASSPHRASE, CHEAP)
    for (const change of [
      { salt: other.salt },
      { sealed: other.sealed },
      { N: 2 ** 11 },
      { r: 9 },
      { p: 2 },
    ]) {
      await expect(unwrapMasterKey({ ...wrapped, ...change }, PASSPHRASE)).rejects.toMatchObject({
        code: 'INVALID_PARAMS',
      })
    }
  })

  it.each([{ N: 1_000 }, { N: 2 ** 24, r: 64 }])(
    'takes neither nonsense nor all of the memory when the database asks for it: %j',
    async (cost) => {
      const wrapped = await wrapMasterKey(newMasterKey(), PASSPHRASE, CHEAP)
      await expect(unwrapMasterKey({ ...wrapped, ...cost }, PASSPHRASE)).rejects.toMatchObject({
        code: 'VAULT_LOCKED',
      })
    },
  )
})

it.each(['', 'eleven char', '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑'])(
  'a passphrase that is too short is not taken: %j',
  async (short) => {
    const wrapping = wrapMasterKey(newMasterKey(), short, CHEAP)
    await expect(wrapping).rejects.toMatchObject({ code: 'INVALID_PARAMS' })
    await expect(wrapping).rejects.toThrow('at least 12 characters')
  },
)
