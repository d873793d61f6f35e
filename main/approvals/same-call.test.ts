import { expect, it } from 'vitest'
import { argumentsHash } from './arguments-hash.ts'
import { createConnectedHub } from '../testing/test-hub.ts'

const args = { title: 'Milk', body: 'two litres' }

it('asks once for the same call repeated, runs it once, and answers both', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  const first = app.call('notes_create_note', args)
  await test.questions()
  const second = app.call('notes_create_note', { body: 'two litres', title: 'Milk' })
  const other = app.call('notes_create_note', { ...args, title: 'Bread' })
  const questions = await test.questions(2)
  for (const { id } of questions) {
    await test.ask('approvals.decide', { approvalId: id, decision: { kind: 'allow_once' } })
  }
  const answers = await Promise.all([first, second, other])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(test.apiRequests()).toEqual(['POST /notes', 'POST /notes'])
})

it('asks again for the same call by another app: a yes is for one app', async () => {
  const test = await createConnectedHub()
  const [one, two] = [await test.pair('One'), await test.pair('Two')]
  const calls = [one.call('notes_create_note', args), two.call('notes_create_note', args)]
  const questions = await test.questions(2)
  expect(questions.map(({ appName }) => appName).sort()).toEqual(['One', 'Two'])
  for (const { id } of questions) {
    await test.ask('approvals.decide', { approvalId: id, decision: { kind: 'deny' } })
  }
  await Promise.all(calls)
})

it('asks again for the same call with another account', async () => {
  const test = await createConnectedHub()
  test.service.accounts.set('key-of-bob', 'bob')
  await test.ask('connections.connectWithKey', {
    integrationId: 'notes',
    method: 'api_key',
    values: { key: 'key-of-bob' },
  })
  const app = await test.pair()
  const accounts = ['ada@example.com', 'bob@example.com']
  const calls = accounts.map((account) => app.call('notes_create_note', args, { account }))
  const questions = await test.questions(2)
  expect(questions.map(({ accountName }) => accountName).sort()).toEqual(accounts)
  for (const { id } of questions) {
    await test.ask('approvals.decide', { approvalId: id, decision: { kind: 'deny' } })
  }
  await Promise.all(calls)
})

it('asks anew once the first is answered: a yes is for one call', async () => {
  const test = await createConnectedHub()
  const app = await test.pair()
  for (const kind of ['allow_once', 'deny'] as const) {
    const call = app.call('notes_create_note', args)
    await test.decide({ kind })
    await call
  }
  expect(test.apiRequests()).toEqual(['POST /notes'])
})

it('keeps the order of lists and the kind of values when it compares', () => {
  expect(argumentsHash({ a: [1, 2] })).not.toBe(argumentsHash({ a: [2, 1] }))
  expect(argumentsHash({ a: '1' })).not.toBe(argumentsHash({ a: 1 }))
  expect(argumentsHash({ a: { c: 1, b: 2 } })).toBe(argumentsHash({ a: { b: 2, c: 1 } }))
})
