import { expect, it } from 'vitest'
import { createSettings } from '../settings/settings.ts'
import { createFakePlatform } from '../testing/fake-platform.ts'
import { createNotesService } from '../testing/notes-service.ts'
import { notes } from '../testing/notes.ts'
import { temporaryFolder } from '../testing/test-hub.ts'
import { createCatalog } from '../tools/catalog.ts'
import { createVault } from '../vault/vault.ts'
import { createWorkspaces } from '../workspaces/workspaces.ts'
import { createConnections } from './connections.ts'

it('renews once also for a call that read the old token just before the new one was stored', async () => {
  const platform = createFakePlatform({
    folder: temporaryFolder(),
    environment: { NOTES_CLIENT_ID: 'client-1' },
  })
  const service = createNotesService()
  platform.network.respond = service.respond
  const { access, connectAccount } = createConnections({
    platform,
    vault: createVault(platform, createSettings(platform.database)),
    catalog: createCatalog([notes]),
    changed: () => undefined,
    onSignIn: () => undefined,
    beforeBrowser: () => Promise.resolve(),
    onEnded: () => undefined,
    say: String,
    shownOf: (integration) => integration,
  })
  const workspaces = createWorkspaces(
    platform.database,
    createSettings(platform.database),
    platform.clock,
    'Personal',
  )
  service.accounts.set('old', 'ada')
  const row = await connectAccount(workspaces.currentId(), notes, {
    credential: { type: 'oauth2', accessToken: 'old', refreshToken: 'refresh-0', expiresAt: 0 },
    scopes: [],
    site: {},
  })
  const after = async (microtasks: number) => {
    for (let step = 0; step < microtasks; step += 1) await Promise.resolve()
    return await access.source(notes, row).current()
  }
  const given = await Promise.all(Array.from({ length: 200 }, (_, step) => after(step)))
  expect(new Set(given.map((credential) => 'accessToken' in credential && credential.accessToken))).toEqual(
    new Set(['access-1']),
  )
  expect(platform.network.requests.filter(({ url }) => url.pathname === '/oauth/token')).toHaveLength(1)
})
