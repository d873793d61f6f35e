import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentences, storeSentence } from '../../preload/messages/sentences.ts'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub, createTestHub } from '../testing/test-hub.ts'

async function germanHub() {
  const test = await createConnectedHub()
  await test.ask('preferences.setLanguage', { language: 'de' })
  return test
}

const NOTE = { tool: 'notes_create_note', arguments: { title: 'Milk' } }

describe('a person who reads German is told in German', () => {
  it('why a call of theirs failed, while an app is told in English', async () => {
    const test = await germanHub()
    const app = await test.pair()
    test.service.api = () => json({ message: 'title is taken' }, { status: 422 })
    const refused = await test.refusal('tools.try', { tool: 'notes_list_notes', arguments: {} })
    expect(refused.message).toMatch(/^Notes meldet: .*title is taken/)
    expect((await app.call('notes_list_notes')).body.error?.message).toMatch(/^Notes: .*title is taken/)
  })

  it('that a tool is blocked, or was blocked while its question was open', async () => {
    const test = await germanHub()
    const trying = test.refusal('tools.try', NOTE)
    await test.decide({ kind: 'block_tool' })
    expect((await trying).message).toBe(
      'Dieser Aufruf wurde abgelehnt. Begründung: „Das Tool wurde gesperrt.“',
    )
    expect((await test.refusal('tools.try', NOTE)).message).toBe('notes_create_note ist gesperrt.')
  })

  it('which arguments are wrong', async () => {
    const test = await germanHub()
    const reason = 'Ungültige Eingabe: erwartet Text, erhalten Zahl'
    expect(await test.refusal('tools.try', { ...NOTE, arguments: { title: 7 } })).toMatchObject({
      message: `Die Argumente von notes_create_note sind nicht gültig, bei „title“: ${reason}.`,
      details: { fields: [{ path: 'title', reason }] },
    })
    const app = await test.pair()
    expect((await app.call('notes_create_note', { title: 7 })).body.error?.details).toEqual({
      fields: [{ path: 'title', reason: 'Invalid input: expected string, received number' }],
    })
  })

  it('which of several answers came too late', async () => {
    const test = await germanHub()
    const approvalIds = ['apr_of_nobody']
    const { missed } = await test.ask('approvals.decideMany', { approvalIds, decision: { kind: 'deny' } })
    expect(missed).toEqual([{ approvalId: 'apr_of_nobody', message: 'Diese Frage ist nicht mehr offen.' }])
  })

  it('why a setting or a rule cannot be had', async () => {
    const test = await germanHub()
    expect((await test.refusal('policies.set', { policy: 'ask' })).message).toBe(
      'Eine Einstellung gilt für ein Tool, eine App oder beides.',
    )
    expect((await test.refusal('connections.disconnect', { connectionId: 'con_none' })).message).toBe(
      'Dieses Konto gibt es nicht.',
    )
  })

  it.each([
    [null, 'Notes akzeptiert die Anmeldung nicht mehr.'],
    ['Written by an earlier version.', 'Written by an earlier version.'],
    [
      storeSentence(sentences.hub.credentialGivenUp),
      'Die Zugangsdaten wurden aufgegeben, als mit leerem Tresor von vorn begonnen wurde.',
    ],
  ])('why an account has ended, however that was written down: %s', async (stored, said) => {
    const before = await createConnectedHub()
    before.platform.database
      .prepare("UPDATE connections SET status = 'expired', problem = ? WHERE integration_id = 'notes'")
      .run(stored)
    const test = await before.restart()
    await test.ask('preferences.setLanguage', { language: 'de' })
    expect(await test.ask('connections.listEnded', {})).toMatchObject([{ problem: said }])
  })
})

describe('a wish of an app about what it may do', () => {
  it('is asked in the person’s language, and refused in English', async () => {
    const test = await germanHub()
    const app = await test.pair('Cursor')
    const call = app.call('manage_integrations', { action: 'disable', toolkit: 'notes' })
    const [question] = await test.questions()
    expect(question?.summary).toBe('„Notes“ für Cursor nicht mehr erlauben')
    await test.decide({ kind: 'deny' })
    expect((await call).body.error?.message).toBe('The person did not allow this call.')
  })
})

it('a bridge that cannot start says so in German', async () => {
  const test = createTestHub()
  await test.ask('preferences.setLanguage', { language: 'de' })
  // A folder where its file would be written.
  const inTheWay = join(test.platform.dataFolder, 'bridge.json')
  mkdirSync(inTheWay)
  await test.hub.start()
  const { url, problem } = await test.ask('bridge.status', {})
  expect(url).toBeNull()
  rmSync(inTheWay, { recursive: true })
  expect(problem).toMatch(/^Die Brücke ließ sich nicht starten \(.+\)\. Bitte das Programm beenden/)
})
