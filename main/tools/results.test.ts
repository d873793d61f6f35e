import { describe, expect, it } from 'vitest'
import { createConnectedHub, type TestHub } from '../testing/test-hub.ts'
import type { BridgeClient } from '../testing/bridge-client.ts'

const DAY_MS = 24 * 60 * 60_000
const BUDGET = 500

interface Page {
  readonly result_id: string
  readonly next_offset: number | null
  readonly total_chars: number
  readonly text: string
}

async function running(): Promise<{ test: TestHub; app: BridgeClient }> {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('apps.update', { appId: app.appId, resultBudgetTokens: BUDGET })
  return { test, app }
}

async function longAnswer(app: BridgeClient, text = 'word ', times = 2_000): Promise<Page> {
  return (await app.call('mischief_get_text', { text, times })).body.data as Page
}

async function readOn(app: BridgeClient, page: Page): Promise<Page> {
  const { body } = await app.result({ result_id: page.result_id, offset: page.next_offset ?? 0 })
  return body.data as Page
}

describe('a long answer', () => {
  it.each([
    ['plain', 'word ', 2_000],
    ['emoji, at an even place', '😀', 3_000],
    ['emoji, at an odd place', 'x😀😀', 1_500],
    ['escapes', '"\\\n', 1_500],
  ])('comes in pages that together are the whole: %s', async (_, text, times) => {
    const { app } = await running()
    let page = await longAnswer(app, text, times)
    const pages = [page]
    while (page.next_offset !== null) pages.push((page = await readOn(app, page)))
    const whole = pages.map((one) => one.text).join('')
    expect(JSON.parse(whole)).toEqual({ text: text.repeat(times) })
    expect(whole).toHaveLength(page.total_chars)
    expect(pages.length).toBeGreaterThan(2)
    for (const one of pages) {
      expect(one.text.length).toBeLessThanOrEqual(BUDGET * 4)
      expect(one.text).not.toMatch(/\p{Surrogate}/u)
    }
  })

  it('is handed over as it is when it just fits', async () => {
    const { app } = await running()
    const times = BUDGET * 4 - JSON.stringify({ text: '' }).length
    expect(await longAnswer(app, 'x', times)).toEqual({ text: 'x'.repeat(times) })
    expect(await longAnswer(app, 'x', times + 1)).toMatchObject({ total_chars: BUDGET * 4 + 1 })
  })

  it('is of no other app', async () => {
    const { test, app } = await running()
    const { result_id: id } = await longAnswer(app)
    const other = await test.pair('Other')
    expect((await other.result({ result_id: id })).body.error?.code).toBe('RESOURCE_NOT_FOUND')
  })

  it('is gone after a day, and with its app', async () => {
    const { test, app } = await running()
    const { result_id: id } = await longAnswer(app)
    await test.platform.clock.advance(DAY_MS)
    expect((await app.result({ result_id: id })).status).toBe(200)
    await test.platform.clock.advance(1)
    expect((await app.result({ result_id: id })).body.error?.code).toBe('RESOURCE_NOT_FOUND')
    await test.ask('apps.remove', { appId: app.appId })
    expect(test.platform.database.prepare('SELECT count(*) FROM results').pluck().get()).toBe(0)
  })

  it('says so when the offset is past its end', async () => {
    const { app } = await running()
    const { result_id: id, total_chars: length } = await longAnswer(app)
    expect((await app.result({ result_id: id, offset: length })).body.data).toMatchObject({
      text: '',
      next_offset: null,
    })
    expect((await app.result({ result_id: id, offset: length + 1 })).body.error?.code).toBe('INVALID_PARAMS')
  })

  it('lies sealed on the disk', async () => {
    const { test, app } = await running()
    await longAnswer(app, 'confidential ')
    const sealed = test.platform.database.prepare('SELECT sealed FROM results').pluck().get() as Buffer
    expect(sealed.toString('latin1')).not.toContain('confidential')
  })
})
