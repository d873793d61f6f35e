import { expect, it } from 'vitest'
import { beginSignIn, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const saved = { integrationId: 'notes', clientId: 'saved-client', clientSecret: 'saved-secret' }

async function source(test: TestHub): Promise<unknown> {
  const { auth } = await test.ask('integrations.get', { integrationId: 'notes' })
  const [method] = auth
  return method?.type === 'oauth2' ? method.client : undefined
}

it('uses what the person saved, with its secret, when the environment has none', async () => {
  const test = createTestHub()
  delete test.platform.environment['NOTES_CLIENT_ID']
  expect(await source(test)).toBe('missing')
  await test.ask('oauthClients.save', saved)
  expect(await source(test)).toBe('saved')
  const { query, link } = await beginSignIn(test)
  await test.hub.openLink(link())
  expect(query.get('client_id')).toBe('saved-client')
  expect(Object.fromEntries(tokenRequests(test)[0] ?? [])).toMatchObject({
    client_id: 'saved-client',
    client_secret: 'saved-secret',
  })
})

it('prefers the environment, and never mixes its id with a saved secret', async () => {
  const test = createTestHub()
  await test.ask('oauthClients.save', saved)
  expect(await source(test)).toBe('environment')
  const { link } = await beginSignIn(test)
  await test.hub.openLink(link())
  const form = tokenRequests(test)[0]
  expect([form?.get('client_id'), form?.get('client_secret')]).toEqual(['client-1', null])
})

it('forgets a saved client', async () => {
  const test = createTestHub()
  delete test.platform.environment['NOTES_CLIENT_ID']
  await test.ask('oauthClients.save', saved)
  await test.ask('oauthClients.forget', { integrationId: 'notes' })
  expect(await source(test)).toBe('missing')
  expect((await test.refusal('connections.beginSignIn', { integrationId: 'notes' })).code).toBe(
    'INTEGRATIONS_NOT_CONFIGURED',
  )
})

it('shows the window neither a saved secret nor a token', async () => {
  const test = createTestHub()
  await test.ask('oauthClients.save', saved)
  const { link } = await beginSignIn(test)
  await test.hub.openLink(link())
  const shown = JSON.stringify([
    await test.ask('integrations.get', { integrationId: 'notes' }),
    await test.ask('catalog.list', {}),
    test.events,
  ])
  for (const secret of ['saved-secret', 'access-1', 'refresh-1', 'the-code'])
    expect(shown).not.toContain(secret)
})

it('serves every integration of the provider whose definition names the same client', async () => {
  const test = createTestHub()
  delete test.platform.environment['NOTES_CLIENT_ID']
  await test.ask('oauthClients.save', { ...saved, integrationId: 'looped' })
  expect(await source(test)).toBe('saved')
})
