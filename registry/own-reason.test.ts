// oxlint-disable-next-line no-restricted-imports -- what is looked at are the definitions' own files
import { readdirSync, readFileSync } from 'node:fs'
// oxlint-disable-next-line no-restricted-imports -- as above
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ownReason, ownReasonText } from './own-reason.ts'
import { ProviderError } from './provider-error.ts'

it('a reason of our own reads as a sentence to a model, reasons inside it too', () => {
  const names = ownReason('moreNames', ownReason('firstName', 'To do'), 'Done {0}')
  const error = new ProviderError(ownReason('cannotGo', 'AB-1', 'Closed', names), 400)
  expect(error.message).toBe('“AB-1” cannot go to “Closed”, only to “To do”, “Done {0}”')
  expect(error.reason).toBe(error.message)
})

it('a value is put in as it is: it may hold places and marks of its own', () => {
  expect(ownReasonText(ownReason('scopeNeeded', '{1} $& $1', 'read'))).toBe(
    '{1} $& $1: the token needs the scope read',
  )
})

it('what is taken on by another error stays our own', () => {
  const first = new ProviderError(ownReason('noField'), 400)
  expect(new ProviderError(first.said, 404).own).toEqual({ key: 'noField', values: [] })
  expect(new ProviderError(new ProviderError('as it said', 401).said, 404)).toMatchObject({
    own: undefined,
    reason: 'as it said',
  })
})

it('no definition writes a reason out in English: nobody could translate it', () => {
  const written = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(import.meta.dirname, path), 'utf8')
      const reasons = [...text.matchAll(/new ProviderError\(\s*([^,]*),/g)]
      return reasons.flatMap(([, reason = '']) =>
        /['"`][^'"`]*\w \w/.test(reason) ? [`${path}: ${reason}`] : [],
      )
    })
  expect(written).toEqual([])
})
