import { expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub, createTestHub, type TestHub } from '../testing/test-hub.ts'

async function look(test: TestHub, connectionId?: string) {
  test.platform.language.choose('de')
  const { lines, report } = await test.ask('doctor.run', {
    integrationId: 'notes',
    ...(connectionId !== undefined && { connectionId }),
  })
  return { report, by: Object.fromEntries(lines.map((line) => [line.id, line])) }
}

it('the window’s lines are in German, and the report is in English for whoever helps', async () => {
  const { by, report } = await look(createTestHub())
  expect(by['vault']).toEqual({
    id: 'vault',
    state: 'ok',
    title: 'Tresor',
    sentence: 'Zugangsdaten lassen sich aufbewahren: Der Schlüsselbund speichert, liest und löscht.',
    action: 'none',
  })
  expect(by['network:api.notes.example']).toMatchObject({
    title: 'api.notes.example',
    sentence: 'Direkt erreicht, und die Verbindung ist sicher.',
  })
  expect(report).toContain(
    'ok      Vault: Credentials can be kept: the keychain takes, gives back and deletes.',
  )
  expect(report).not.toMatch(/[äöüß„]|Zugangsdaten/)
})

it('no line of a check that finds everything wrong is left in English', async () => {
  const test = createTestHub()
  test.platform.keychain.mood = 'fails'
  test.platform.protocolHandler.current = { isOurs: false, name: 'Old copy' }
  delete test.platform.environment['NOTES_CLIENT_ID']
  test.platform.network.respond = () => {
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }),
    })
  }
  const { by } = await look(test)
  for (const { sentence } of Object.values(by)) {
    expect(sentence).not.toMatch(/\b(?:the|is|not|of|with|this)\b/i)
  }
  expect(by['protocol']?.sentence).toContain('Ein anderes Programm, „Old copy“, öffnet den Link')
  expect(by['clock']?.sentence).toContain('seine Uhr geht also sehr wahrscheinlich falsch')
})

it('what to do about an account stands in German beside the provider’s own words', async () => {
  const test = await createConnectedHub()
  const { connections } = await test.ask('integrations.get', { integrationId: 'notes' })
  test.service.api = () => json({ message: 'out of paper' }, { status: 400 })
  const { by, report } = await look(test, connections[0]?.id)
  expect(by['account']?.sentence).toBe(
    'Notes meldet: out of paper Den Grund lesen; nennt er einen Fehler, die Anfrage ändern, sonst es später erneut versuchen.',
  )
  expect(report).toContain('Account: The account was not accepted: INTEGRATIONS_EXECUTION_FAILED.')
})

it('a sign-in that would not come back is stopped in German', async () => {
  const test = createTestHub()
  test.platform.language.choose('de')
  test.platform.protocolHandler.current = { isOurs: false, name: null }
  const { message } = await test.refusal('connections.beginSignIn', { integrationId: 'notes' })
  expect(message).toBe(
    'Kein Programm öffnet den Link am Ende einer Anmeldung; so kommt keine zu Gatehouse zurück. „Verbindung prüfen“ zeigt mehr.',
  )
})
