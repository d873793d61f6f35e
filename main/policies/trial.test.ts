import { expect, it } from 'vitest'
import type { Condition } from '../../preload/contract/rule.ts'
import { redact } from '../audit/redact.ts'
import { createConnectedHub } from '../testing/test-hub.ts'
import { judgePastCall, type Verdict } from './judge-past-call.ts'

const CREATE = 'notes_create_note'

it('counts the calls that a rule would have allowed, and the ones nobody can judge', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('policies.set', { tool: CREATE, policy: 'auto' })
  for (const title of ['daily', 'daily', 'weekly', 'x'.repeat(300)]) await app.call(CREATE, { title })
  const conditions: Condition[] = [{ path: 'title', operator: 'equals', value: 'daily' }]
  const trial = await test.ask('rules.test', { tool: CREATE, appId: app.appId, conditions })
  expect(trial).toMatchObject({ of: 4, matched: 2, unknown: 1 })
  expect(trial.examples.map(({ verdict }) => verdict)).toEqual([
    'unknown',
    'not_matched',
    'matched',
    'matched',
  ])
  const other = await test.pair('Other')
  expect(await test.ask('rules.test', { tool: CREATE, appId: other.appId, conditions })).toMatchObject({
    of: 0,
  })
})

it('looks at the last hundred calls only, each once', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  await test.ask('policies.set', { tool: CREATE, policy: 'auto' })
  for (let index = 0; index < 103; index += 1) await app.call(CREATE, { title: 'a' })
  expect(await test.ask('rules.test', { tool: CREATE, conditions: [] })).toMatchObject({
    of: 100,
    matched: 100,
  })
})

const long = 'x'.repeat(500)
const many = Array.from({ length: 60 }, () => 'a@me.com')

it.each<[Condition, unknown, Verdict]>([
  [{ path: 'to', operator: 'ends_with', value: '@me.com' }, { to: 'a@me.com' }, 'matched'],
  [{ path: 'body', operator: 'equals', value: 'x' }, { body: long }, 'unknown'],
  [{ path: 'token', operator: 'equals', value: 'x' }, { token: 'x' }, 'unknown'],
  [{ path: 'to', operator: 'every_ends_with', value: '@me.com' }, { to: many }, 'unknown'],
  [{ path: 'to', operator: 'every_ends_with', value: '@x.com' }, { to: many }, 'not_matched'],
  [{ path: 'to', operator: 'every_equals', value: 'a' }, { to: ['a', long] }, 'unknown'],
  [{ path: 'to', operator: 'every_equals', value: 'b' }, { to: ['a', long] }, 'not_matched'],
  [{ path: 'cc', operator: 'equals', value: 'x' }, { to: 'a' }, 'not_matched'],
  [
    { path: 'z', operator: 'equals', value: 1 },
    Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, index])),
    'unknown',
  ],
  [
    { path: 'a.b.c.d.e.f.g', operator: 'equals', value: 1 },
    { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } },
    'unknown',
  ],
])('says “unknown” wherever the log has left something out: %j', (condition, values, verdict) => {
  expect(judgePastCall([condition], JSON.parse(JSON.stringify(redact(values))))).toBe(verdict)
})
