import { describe, expect, it } from 'vitest'
import { desktopApp } from '../apps/desktop-app.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { createAppLimits } from './app-limits.ts'

const app = { ...desktopApp('wks', 'notes'), id: 'app_1', name: 'Wild app', callsPerMinute: 60 }
const other = { ...app, id: 'app_2' }
const nothing = (): Promise<void> => Promise.resolve()

describe('an app', () => {
  it('may use its minute in a burst, then has to wait until it fills up again', async () => {
    const clock = createManualClock()
    const limits = createAppLimits(clock)
    for (let call = 0; call < 60; call += 1) await limits.call(app, nothing)
    await expect(limits.call(app, nothing)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 1 },
    })
    clock.sleep(1_000)
    await limits.call(app, nothing)
    await expect(limits.call(app, nothing)).rejects.toThrow(/Wild app calls more often/)
    clock.sleep(600_000)
    for (let call = 0; call < 60; call += 1) await limits.call(app, nothing)
    await expect(limits.call(app, nothing)).rejects.toThrow()
  })

  it('takes nothing from another', async () => {
    const limits = createAppLimits(createManualClock())
    for (let call = 0; call < 60; call += 1) await limits.call(app, nothing)
    await expect(limits.call(other, nothing)).resolves.toBeUndefined()
  })

  it('that keeps being refused does not wait longer for it', async () => {
    const clock = createManualClock()
    const limits = createAppLimits(clock)
    for (let call = 0; call < 60; call += 1) await limits.call(app, nothing)
    for (let call = 0; call < 500; call += 1) await limits.call(app, nothing).catch(() => undefined)
    clock.sleep(1_000)
    await expect(limits.call(app, nothing)).resolves.toBeUndefined()
  })

  it('has so many calls at once and no more; a failed one makes room too', async () => {
    const limits = createAppLimits(createManualClock())
    const wide = { ...app, callsPerMinute: 10_000 }
    let end: (error: Error) => void = () => undefined
    const open = new Promise<void>((_resolve, reject) => (end = reject))
    const calls = Array.from({ length: 128 }, () => limits.call(wide, () => open).catch(() => 'ended'))
    await expect(limits.call(wide, nothing)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    end(new Error('x'))
    await Promise.all(calls)
    await expect(limits.call(wide, nothing)).resolves.toBeUndefined()
  })

  it('is not locked out by a clock that is set back', async () => {
    const limits = createAppLimits({ now: () => (first = first - 1_000_000) })
    let first = 10_000_000_000
    for (let call = 0; call < 60; call += 1) await limits.call(app, nothing)
    await expect(limits.call(app, nothing)).rejects.toThrow()
  })
})

it('over HTTP the answer says how long to wait; over MCP the model reads it', async () => {
  const test = await createConnectedHub()
  const client = await test.pair()
  await test.ask('apps.update', { appId: client.appId, callsPerMinute: 1 })
  expect((await client.call('notes_list_notes')).status).toBe(200)
  const refused = await client.call('notes_list_notes')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect(refused.body.error).toMatchObject({ code: 'RATE_LIMITED', remedy: expect.any(String) as string })
  for (let request = 0; request < 8; request += 1) await client.get('/v1/manifest')
  expect((await client.get('/v1/manifest')).status).toBe(429)
  expect((await client.get('/v1/health')).status).toBe(200)
})
