import { describe, expect, it } from 'vitest'
import { german } from '../../preload/messages/de/index.ts'
import { english } from '../../preload/messages/en/index.ts'
import { sayIn, sentences } from '../../preload/messages/sentences.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { createTestHub, temporaryFolder, type TestHub } from '../testing/test-hub.ts'
import { PASSPHRASE } from '../testing/vault-world.ts'

const KEY = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-ada' } } as const
const OTHER_KEY = Buffer.alloc(32, 7).toString('base64')

function germanHub(environment: Record<string, string> = {}): TestHub {
  const platform = createFakePlatform({ folder: temporaryFolder(), environment })
  platform.language.choose('de')
  return createTestHub({ platform })
}

/** The language is the computer's, which a restart of a test does not keep. */
async function restartInGerman(test: TestHub): Promise<TestHub> {
  const again = await test.restart()
  again.platform.language.choose('de')
  return again
}

const sentenceOf = async (test: TestHub): Promise<string> =>
  (await test.ask('vault.status', { reach: true })).sentence

describe('a person who reads German', () => {
  it('is told in German where the key is, and what to do without a keychain', async () => {
    const test = germanHub()
    expect(await sentenceOf(test)).toBe(
      'Noch ist nichts verschlüsselt. Der Schlüssel wird im Schlüsselbund dieses Computers liegen.',
    )
    test.platform.keychain.mood = 'fails'
    expect(await sentenceOf(test)).toBe(
      'Der Schlüsselbund dieses Computers war nicht erreichbar. Bitte einen Schlüsselbund entsperren oder installieren, oder stattdessen eine Passphrase wählen.',
    )
    expect((await test.refusal('connections.connectWithKey', KEY)).message).toBe(
      'Der Schlüsselbund dieses Computers war nicht erreichbar.',
    )
  })

  it('is told in German that the vault is locked, while the app beside hears it in English', async () => {
    const first = germanHub()
    await first.ask('vault.usePassphrase', { passphrase: PASSPHRASE })
    await first.ask('connections.connectWithKey', KEY)
    const test = await restartInGerman(first)
    expect(await sentenceOf(test)).toBe(
      'Bitte die Passphrase eingeben. Bis dahin kann keine App Konten benutzen.',
    )
    expect(await test.refusal('vault.unlock', { passphrase: 'another one' })).toMatchObject({
      message: 'Das ist nicht die Passphrase des Tresors.',
    })
    const app = await test.pair()
    expect((await app.call('notes_list_notes')).body.error?.message).toBe('The vault is locked.')
  })

  it.each([
    [
      OTHER_KEY,
      'ENCRYPTION_KEY ist nicht der Schlüssel, mit dem die Zugangsdaten gespeichert wurden. Bitte den richtigen setzen und Gatehouse neu starten, oder alles mit diesem neu verschlüsseln lassen.',
    ],
    [
      'short',
      'ENCRYPTION_KEY ist kein 256-Bit-Schlüssel in Base64. Bitte berichtigen und Gatehouse neu starten.',
    ],
  ])('is told in German what is wrong with ENCRYPTION_KEY, and the way out: %s', async (key, sentence) => {
    const first = germanHub()
    await first.ask('connections.connectWithKey', KEY)
    first.platform.environment['ENCRYPTION_KEY'] = key
    expect(await sentenceOf(await restartInGerman(first))).toBe(sentence)
  })
})

describe('what is typed before everything is given up', () => {
  it('is what the window asks for, in every language', () => {
    const { words } = sentences.vault.startOver
    expect(String(words)).toBe(english.settings.startOver.words)
    expect(sayIn('de', words)).toBe(german.settings.startOver.words)
  })

  it('is accepted in the language of the window and in no other', async () => {
    const first = germanHub()
    await first.ask('connections.connectWithKey', KEY)
    first.platform.keychain.entries.clear()
    const test = await restartInGerman(first)
    expect(await test.refusal('vault.startOver', { confirm: 'start over' })).toMatchObject({
      message: 'Zur Bestätigung „von vorn“ eingeben. Nichts wurde entfernt.',
    })
    expect(await test.ask('vault.startOver', { confirm: ' Von vorn ' })).toMatchObject({ isEmpty: true })
  })
})
