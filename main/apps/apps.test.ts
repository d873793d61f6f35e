import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createTestHub } from '../testing/test-hub.ts'
import { createApps } from './apps.ts'

async function paired() {
  const test = createTestHub()
  const { app, token } = await test.ask('apps.add', { name: '  Desk  ' })
  return { test, app, token, apps: () => createApps(test.platform.database, test.platform.clock) }
}

describe('an app', () => {
  it('is known by its token, also after a restart', async () => {
    const { app, token, apps } = await paired()
    expect(token).toMatch(/^gatehouse_[\w-]{43}$/)
    expect(apps().findByToken(token)?.id).toBe(app.id)
    for (const other of ['', 'gatehouse_', token.slice(0, -1), `${token}A`, token.toUpperCase()]) {
      expect(apps().findByToken(other)).toBeUndefined()
    }
  })

  it('has its token stored as a hash only, and never shown again', async () => {
    const { test, token } = await paired()
    const row = test.platform.database.prepare('SELECT * FROM apps').get() as Record<string, unknown>
    expect(row['token_hash']).toEqual(createHash('sha256').update(token).digest())
    const shown = JSON.stringify([await test.ask('apps.list', {}), test.events, row])
    expect(shown).not.toContain(token)
  })

  it('gets a new token, and the old one is dead at once', async () => {
    const { test, app, token, apps } = await paired()
    const renewed = await test.ask('apps.renewToken', { appId: app.id })
    expect(renewed.token).not.toBe(token)
    expect(apps().findByToken(token)).toBeUndefined()
    expect(apps().findByToken(renewed.token)?.id).toBe(app.id)
  })

  it('starts with no toolkit at all', async () => {
    const { app } = await paired()
    expect(app).toMatchObject({ name: 'Desk', toolkits: [], lastSeenAt: null })
  })

  it('keeps what was set for it over a restart', async () => {
    const { test, app } = await paired()
    await test.ask('apps.setToolkit', { appId: app.id, integrationId: 'notes', enabled: true })
    await test.ask('apps.update', { appId: app.id, name: 'Lamp', approvalWaitSeconds: 7 })
    const again = await test.restart()
    expect(await again.ask('apps.list', {})).toMatchObject([
      { name: 'Lamp', approvalWaitSeconds: 7, resultBudgetTokens: 8_000, toolkits: ['notes'] },
    ])
  })

  it('cannot be given a toolkit that does not exist', async () => {
    const { test, app } = await paired()
    const error = await test.refusal('apps.setToolkit', {
      appId: app.id,
      integrationId: 'none',
      enabled: true,
    })
    expect(error.code).toBe('RESOURCE_NOT_FOUND')
  })

  it('is forgotten with everything that was its own', async () => {
    const { test, app, token, apps } = await paired()
    await test.ask('apps.setToolkit', { appId: app.id, integrationId: 'notes', enabled: true })
    await test.ask('apps.remove', { appId: app.id })
    expect(apps().findByToken(token)).toBeUndefined()
    expect(test.platform.database.prepare('SELECT * FROM app_toolkits').all()).toEqual([])
    for (const route of ['apps.remove', 'apps.renewToken'] as const) {
      expect((await test.refusal(route, { appId: app.id })).code).toBe('RESOURCE_NOT_FOUND')
    }
  })
})

it('that is gone is reported in German to who reads German', async () => {
  const { test } = await paired()
  await test.ask('preferences.setLanguage', { language: 'de' })
  expect((await test.refusal('apps.renewToken', { appId: 'app_none' })).message).toBe(
    'Diese App gibt es nicht.',
  )
})
