import { describe, expect, it } from 'vitest'
import { LEAK } from '../testing/mischief.ts'
import { createTestHub } from '../testing/test-hub.ts'
import { createRouter, type Handlers } from './router.ts'
import { isTrustedSender } from './trusted-sender.ts'

describe('the window’s requests', () => {
  it.each([
    'apps.destroy',
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    7,
    null,
    undefined,
    ['apps.list'],
    {},
  ])('of a route that is none are refused: %s', async (route) => {
    const { hub } = createTestHub()
    expect(await hub.router(route, {})).toMatchObject({ ok: false, error: { code: 'RESOURCE_NOT_FOUND' } })
  })

  it.each([
    ['apps.add', {}],
    ['apps.add', { name: '   ' }],
    ['apps.add', { name: 'x'.repeat(81) }],
    ['apps.add', null],
    ['apps.update', { appId: 'a', approvalWaitSeconds: 0 }],
    ['apps.update', { appId: 'a', approvalWaitSeconds: 56 }],
    ['apps.update', { appId: 'a', resultBudgetTokens: 499 }],
    ['approvals.decide', { approvalId: 'a', decision: { kind: 'allow' } }],
    ['approvals.decide', { approvalId: 'a', decision: { kind: 'deny', reason: 'x'.repeat(501) } }],
    ['policies.set', { tool: 't', policy: 'always' }],
    ['activity.list', { limit: 201 }],
    ['connections.connectWithKey', { integrationId: 'notes', method: 'api_key', values: { key: 7 } }],
  ] as const)('with bad input reach no handler: %s %j', async (route, input) => {
    const { hub } = createTestHub()
    expect(await hub.router(route, input)).toMatchObject({ ok: false, error: { code: 'INVALID_PARAMS' } })
  })

  it('say which field is wrong', async () => {
    const { hub } = createTestHub()
    const reply = await hub.router('apps.update', { appId: 'a', approvalWaitSeconds: 0 })
    expect(JSON.stringify(reply)).toContain('approvalWaitSeconds')
  })

  it('hear nothing of an error that is not ours', async () => {
    const handlers = { 'catalog.list': () => Promise.reject(new Error(LEAK)) } as unknown as Handlers
    const reply = await createRouter(handlers, { note: () => undefined }, String)('catalog.list', {})
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    expect(JSON.stringify(reply)).not.toContain(LEAK)
  })

  it('open pages of the definition, and no others', async () => {
    const test = createTestHub()
    await test.ask('integrations.openPage', { integrationId: 'notes', page: 'help' })
    await test.ask('integrations.openPage', { integrationId: 'notes', page: 'console' })
    expect(test.platform.opened).toEqual(['https://notes.example/keys', 'https://notes.example/console'])
    const none = await test.refusal('integrations.openPage', { integrationId: 'mischief', page: 'console' })
    expect(none.code).toBe('RESOURCE_NOT_FOUND')
  })
})

describe('a sender is trusted', () => {
  it.each(['app://gatehouse/', 'app://gatehouse/index.html?x#y'])('as our own page: %s', (url) => {
    expect(isTrustedSender({ url, parent: null })).toBe(true)
  })

  it.each([
    'https://gatehouse/',
    'app://gatehouse.evil/',
    'app://evil/gatehouse',
    'app://gatehouse@evil/',
    'app://gatehouse:80/',
    'file:///gatehouse',
    'about:blank',
    'data:text/html,app://gatehouse',
    'blob:app://gatehouse/1',
    '',
    'app:gatehouse',
  ])('never as any other: %s', (url) => {
    expect(isTrustedSender({ url, parent: null })).toBe(false)
  })

  it('never as a frame inside a page, nor when it is gone', () => {
    expect(isTrustedSender({ url: 'app://gatehouse/', parent: {} })).toBe(false)
    expect(isTrustedSender(null)).toBe(false)
  })
})
