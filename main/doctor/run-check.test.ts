import { expect, it } from 'vitest'
import { verbatim } from '../../preload/contract/sentence.ts'
import { LEAK } from '../testing/mischief.ts'
import { fine, type Check } from './finding.ts'
import { runCheck } from './run-check.ts'

const check = (change: Partial<Check>): Check => ({
  id: 'one',
  title: verbatim('One'),
  run: () => Promise.resolve(fine(verbatim('Good.'))),
  ...change,
})

it('a check that hangs becomes a line that says so, and what it may be waiting for', async () => {
  const line = await runCheck(
    check({
      limitMs: 20,
      whenLate: verbatim('Look for its window.'),
      run: () => new Promise(() => undefined),
    }),
  )
  expect(String(line.title)).toBe('One')
  expect(line).toMatchObject({ id: 'one', state: 'problem', action: 'retry', isLate: true })
  expect(String(line.sentence)).toMatch(/^There was no answer within .+ seconds\. Look for its window\.$/)
})

it('a check that breaks takes the others not with it, and passes nothing of its error on', async () => {
  const broken = check({ run: () => Promise.reject(new Error(LEAK)) })
  const thrown = check({
    run: () => {
      throw new Error(LEAK)
    },
  })
  for (const one of [broken, thrown]) {
    const line = await runCheck(one)
    expect(line).toMatchObject({ state: 'note', action: 'retry' })
    expect(JSON.stringify(line)).not.toContain(LEAK)
  }
})

it('a check that is given up hears of it: its requests must not go on', async () => {
  let given: AbortSignal | undefined
  await runCheck(
    check({
      limitMs: 10,
      run(signal) {
        given = signal
        return new Promise(() => undefined)
      },
    }),
  )
  expect(given?.aborted).toBe(true)
})
