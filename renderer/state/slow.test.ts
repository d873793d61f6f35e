import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noticeSlow, useSlow } from './slow.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function pending<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let settle: { resolve: (value: T) => void; reject: (error: Error) => void } | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, resolve: (value) => settle?.resolve(value), reject: (error) => settle?.reject(error) }
}

it('a quick answer shows nothing; a slow one shows until it is there, also when it fails', async () => {
  const [quick, good, bad] = [pending<string>(), pending<string>(), pending<string>()]
  const answers = [quick, good, bad].map(({ promise }) => noticeSlow(promise))
  const ended = Promise.allSettled(answers)
  quick.resolve('quick')
  await vi.advanceTimersByTimeAsync(999)
  expect(useSlow.getState().count).toBe(0)
  await vi.advanceTimersByTimeAsync(2)
  expect(useSlow.getState().count).toBe(2)
  good.resolve('good')
  await vi.advanceTimersByTimeAsync(1)
  expect(useSlow.getState().count).toBe(1)
  bad.reject(new Error('no'))
  expect((await ended).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  expect(useSlow.getState().count).toBe(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(useSlow.getState().count).toBe(0)
})
