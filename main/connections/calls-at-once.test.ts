import { expect, it } from 'vitest'
import { json } from '../testing/notes-service.ts'
import { signInTo, tokenRequests } from '../testing/sign-in.ts'
import { createTestHub, type TestHub } from '../testing/test-hub.ts'

const refreshes = (test: TestHub): (string | null)[] =>
  tokenRequests(test)
    .filter((form) => form.get('grant_type') === 'refresh_token')
    .map((form) => form.get('refresh_token'))

const fifty = <T>(call: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 50 }, () => call()))

/** A token endpoint that takes its time, so that the calls really wait together. */
function slowly(test: TestHub): void {
  const { token } = test.service
  test.service.token = async (form) => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return await token(form)
  }
}

it('fifty calls whose token has ended ask for one new token', async () => {
  const test = createTestHub()
  await signInTo(test)
  const app = await test.pair()
  slowly(test)
  await test.platform.clock.advance(3_600_000)
  const answers = await fifty(() => app.call('notes_list_notes'))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(refreshes(test)).toEqual(['refresh-1'])
})

it('fifty calls whose token is refused ask for one new token', async () => {
  const test = createTestHub()
  await signInTo(test)
  const app = await test.pair()
  slowly(test)
  test.service.accounts.delete('access-1')
  const answers = await fifty(() => app.call('notes_list_notes'))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(refreshes(test)).toEqual(['refresh-1'])
})

it('fifty calls that are refused with the new token, too, do not ask for another', async () => {
  const test = createTestHub()
  const connectionId = await signInTo(test)
  test.service.api = () => json({}, { status: 401 })
  const ask = () => test.refusal('connections.listChoices', { connectionId, argument: 'folder_id' })
  const codes = (await fifty(ask)).map(({ code }) => code)
  expect(new Set(codes)).toEqual(new Set(['RECONNECT_REQUIRED']))
  expect(refreshes(test)).toEqual(['refresh-1'])
})

it('a token that is refused a while after it was given is renewed again', async () => {
  const test = createTestHub()
  await signInTo(test)
  const app = await test.pair()
  for (const token of ['access-1', 'access-2']) {
    await test.platform.clock.advance(60_000)
    test.service.accounts.delete(token)
    expect((await app.call('notes_list_notes')).status).toBe(200)
  }
  expect(refreshes(test)).toEqual(['refresh-1', 'refresh-2'])
})
