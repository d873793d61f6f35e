import { describe, expect, it } from 'vitest'
import { defineIntegration } from '../../registry/define.ts'
import { sayIn, sentences } from '../../preload/messages/sentences.ts'
import { notes, notesAuth } from '../testing/notes.ts'
import { json } from '../testing/notes-service.ts'
import { signInTo } from '../testing/sign-in.ts'
import { createConnectedHub, createTestHub, type TestHub } from '../testing/test-hub.ts'
import { problemForWindow } from './connection-for-window.ts'

const ENDED = 'Notes hat die Anmeldung beendet: Sie wurde widerrufen oder war zu alt.'

function inGerman(test: TestHub): TestHub {
  test.platform.language.choose('de')
  return test
}

const account = async (test: TestHub) =>
  (await test.ask('integrations.get', { integrationId: 'notes' })).connections[0]

/** An account whose sign-in the provider has ended. */
async function endedAccount(test: TestHub): Promise<void> {
  const connectionId = await signInTo(test)
  await test.platform.clock.advance(7_200_000)
  test.service.token = () => json({ error: 'invalid_grant' }, { status: 400 })
  const { message } = await test.refusal('connections.listChoices', { connectionId, argument: 'folder_id' })
  expect(message).toBe('Die Anmeldung von ada@example.com ist abgelaufen.')
}

describe('to whoever reads German, an error is said in German', () => {
  it('when a key is refused', async () => {
    const test = inGerman(createTestHub())
    const refused = { integrationId: 'notes', method: 'api_key', values: { key: 'key-of-nobody' } } as const
    const { message } = await test.refusal('connections.connectWithKey', refused)
    expect(message).toBe('Notes akzeptiert diesen Schlüssel nicht.')
  })

  it('when an entered value has the wrong form, with the field’s own name and example', async () => {
    const test = inGerman(createTestHub())
    const { message, details } = await test.refusal('connections.connectWithKey', {
      integrationId: 'hosted',
      method: 'api_key',
      values: { host: 'http://git.example.com', email: 'ada@example.com', token: 'tok-1' },
    })
    expect(message).toBe(
      '„Server“ ist nicht der Name eines Servers wie git.example.com. Er muss https verwenden.',
    )
    expect(details).toEqual({ fields: [{ path: 'host', reason: message }] })
  })

  it('when the provider cannot be reached, the reason too', async () => {
    const test = inGerman(createTestHub())
    test.platform.network.respond = () => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) })
    }
    const { message } = await test.refusal('connections.connectWithKey', {
      integrationId: 'notes',
      method: 'api_key',
      values: { key: 'key-of-ada' },
    })
    expect(message).toBe(
      'Notes ist nicht erreichbar. api.notes.example wurde nicht gefunden (ENOTFOUND). Bitte die Verbindung zum Internet prüfen.',
    )
  })
})

it('a sign-in that fails after the browser was open tells so in German', async () => {
  const test = inGerman(createTestHub())
  test.service.token = () => json({ error: 'invalid_client' }, { status: 401 })
  await expect(signInTo(test)).rejects.toThrow()
  expect(test.signIns().at(-1)?.problem?.message).toBe(
    'Notes akzeptiert diese OAuth-Client-ID oder das Client-Secret nicht.',
  )
})

describe('why an account has ended', () => {
  it('is kept so that it is said in the language of the moment, also after a restart', async () => {
    const test = inGerman(createTestHub())
    await endedAccount(test)
    expect((await account(test))?.problem).toBe(ENDED)
    expect(await test.ask('connections.listEnded', {})).toMatchObject([{ problem: ENDED }])
    const again = await test.restart()
    expect((await account(again))?.problem).toBe('Notes has ended the sign-in: it was revoked, or too old.')
    again.platform.language.choose('de')
    expect((await account(again))?.problem).toBe(ENDED)
  })

  it('that was written before there were translations is still shown', async () => {
    const test = inGerman(createTestHub())
    await endedAccount(test)
    test.platform.database.exec("UPDATE connections SET problem = 'It was revoked.'")
    const again = await test.restart()
    again.platform.language.choose('de')
    expect((await account(again))?.problem).toBe('It was revoked.')
  })

  it('is a provider’s habit in the words of the integration as the person reads it', () => {
    const withHabit = (because: string) =>
      defineIntegration({
        id: notes.id,
        name: notes.name,
        category: notes.category,
        description: notes.description,
        icon: notes.icon,
        hosts: notes.hosts,
        account: notes.account,
        auth: { ...notesAuth[0], grantEnds: { afterDays: 7, because } },
        tools: [],
      })
    const say = sayIn.bind(undefined, 'de')
    const problem = sentences.connections.habit('Notes ends sign-ins after a week.')
    expect(problemForWindow({ problem }, withHabit('Notes beendet Anmeldungen nach einer Woche.'), say)).toBe(
      'Notes beendet Anmeldungen nach einer Woche.',
    )
    expect(problemForWindow({ problem }, notes, say)).toBe('Notes ends sign-ins after a week.')
    const other = { problem: sentences.connections.hasEnded('Notes') }
    expect(problemForWindow(other, withHabit('Nicht dies.'), say)).toBe(ENDED)
    expect(problemForWindow({ problem: null }, notes, say)).toBeNull()
  })
})

it('an app reads English of a fault that the window tells in German', async () => {
  const test = inGerman(await createConnectedHub())
  const app = await test.pair()
  const { id: connectionId = '' } = (await account(test)) ?? {}
  test.service.api = () => new Response('', { status: 418 })
  expect((await app.call('notes_list_folders')).body.error?.message).toBe(
    'Notes: notes answered with HTTP 418',
  )
  const { message } = await test.refusal('connections.listChoices', { connectionId, argument: 'folder_id' })
  expect(message).toBe('Notes: notes hat mit HTTP 418 geantwortet')
})
