import { expect, it } from 'vitest'
import { turn } from '../testing/manual-clock.ts'
import { json } from '../testing/notes-service.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { createLimiter } from './limiter.ts'

it('sends a provider eight calls at a time, and the rest in turn', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const open: (() => void)[] = []
  test.service.api = () => new Promise((resolve) => open.push(() => resolve(json({ notes: [] }))))
  const calls = Array.from({ length: 20 }, () => app.call('notes_list_notes'))
  await expect.poll(() => open.length).toBe(8)
  await turn()
  expect(open).toHaveLength(8)
  for (let answered = 0; answered < 20; answered += 1) {
    await expect.poll(() => open.length).toBeGreaterThan(answered)
    open[answered]?.()
  }
  expect((await Promise.all(calls)).filter(({ status }) => status !== 200)).toEqual([])
})

it('does not let one provider’s calls wait for another’s', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  let open: () => void = () => undefined
  const stuck = new Promise<Response>((resolve) => (open = () => resolve(json({ notes: [] }))))
  test.service.api = async () => (await stuck).clone()
  const calls = Array.from({ length: 9 }, () => app.call('notes_list_notes'))
  await expect.poll(() => test.apiRequests().length).toBe(8)
  expect((await app.call('mischief_get_text', { text: 'x', times: 1 })).status).toBe(200)
  open()
  await Promise.all(calls)
})

it('gives a place back when an action fails', async () => {
  const limit = createLimiter(1)
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await limit(() => Promise.resolve(1))).toBe(1)
})

it('stops a read whose app has hung up', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const leaving = new AbortController()
  test.service.api = () => new Promise(() => undefined)
  const call = app.call('notes_list_notes', {}, { signal: leaving.signal })
  await expect.poll(() => test.apiRequests().length).toBe(1)
  leaving.abort()
  await expect(call).rejects.toThrow()
  await expect.poll(async () => (await test.ask('activity.list', {})).rows.length).toBe(1)
})

it('does not cut off a write whose app has hung up: nobody could tell what happened', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('policies.set', { tool: 'notes_create_note', policy: 'auto' })
  const leaving = new AbortController()
  let open: () => void = () => undefined
  test.service.api = () => new Promise((resolve) => (open = () => resolve(json({ id: 'n', title: 't' }))))
  const call = app.call('notes_create_note', { title: 'Milk' }, { signal: leaving.signal })
  await expect.poll(() => test.apiRequests().length).toBe(1)
  leaving.abort()
  await expect(call).rejects.toThrow()
  open()
  const rows = async () => (await test.ask('activity.list', {})).rows
  await expect.poll(rows).toMatchObject([{ outcome: 'succeeded' }])
})
