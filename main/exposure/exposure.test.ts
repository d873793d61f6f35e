import { describe, expect, it } from 'vitest'
import { integrations } from '../../registry/index.ts'
import { toolTokens } from '../../registry/tool-tokens.ts'
import { desktopApp } from '../apps/desktop-app.ts'
import { ownTools } from '../bridge/own-tools.ts'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import { wide } from '../testing/wide.ts'
import { createExposure, SEARCH_ABOVE_TOKENS } from './exposure.ts'

/** A hub with one more integration, of so many tools. */
async function hubWith(tools: number) {
  const test = await createConnectedHub({ integrations: [wide(tools)] })
  const input = { integrationId: 'wide', method: 'api_key', values: { key: 'key-of-wide' } } as const
  await test.ask('connections.connectWithKey', input)
  return { test, app: await test.pair() }
}

const listingOf = async (test: TestHub, appId: string) =>
  (await test.ask('apps.list', {})).find(({ id }) => id === appId)?.listing

describe('what the list costs', () => {
  it('is under 1,500 tokens with the search, however large the catalog', () => {
    const every = integrations.flatMap(({ tools }) => tools)
    const app = { ...desktopApp('wks_1', 'notes'), exposure: 'automatic' } as const
    const exposure = createExposure({ of: () => every, forget: () => undefined }, ownTools)
    const { mode, tools, tokens, allTokens } = exposure.listingOf(app)
    expect([mode, tools]).toEqual(['search', every.length])
    expect(tokens).toBeLessThan(1_500)
    expect(allTokens).toBeGreaterThan(30_000)
    expect(exposure.listOf(app).reduce((sum, tool) => sum + toolTokens(tool), 0)).toBe(tokens)
  })

  it('is told to the window as it is: what the app reads, and what the other way would cost', async () => {
    const { test, app } = await hubWith(1)
    const all = await listingOf(test, app.appId)
    const { body } = await app.get('/v1/manifest')
    const listed = body['tools'] as unknown as Parameters<typeof toolTokens>[0][]
    const tokens = listed.reduce((sum, tool) => sum + toolTokens(tool), 0)
    expect(all).toMatchObject({ mode: 'all', tools: listed.length - 2, tokens, allTokens: tokens })
    const { listing, exposure } = await test.ask('apps.update', { appId: app.appId, exposure: 'search' })
    expect([exposure, listing]).toEqual(['search', { ...all, mode: 'search', tokens: all?.searchTokens }])
  })
})

describe('automatic', () => {
  it('takes the search when the list costs more than it may, and all tools again when it does not', async () => {
    const { test, app } = await hubWith(60)
    const enable = (enabled: boolean) =>
      test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'wide', enabled })
    expect((await listingOf(test, app.appId))?.mode).toBe('all')
    const { listing } = await enable(true)
    expect(listing.allTokens).toBeGreaterThan(SEARCH_ABOVE_TOKENS)
    expect(listing.mode).toBe('search')
    expect((await enable(false)).listing.mode).toBe('all')
  })

  it('is what an app has until the person chooses, and the choice outlives a restart', async () => {
    const { test, app } = await hubWith(60)
    await test.ask('apps.setToolkit', { appId: app.appId, integrationId: 'wide', enabled: true })
    const [before] = await test.ask('apps.list', {})
    expect(before?.exposure).toBe('automatic')
    await test.ask('apps.update', { appId: app.appId, exposure: 'all' })
    await test.ask('apps.update', { appId: app.appId, name: 'Lamp' })
    const again = await test.restart()
    expect(await again.ask('apps.list', {})).toMatchObject([{ exposure: 'all', name: 'Lamp' }])
  })
})
