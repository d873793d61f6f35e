import { expect, it } from 'vitest'
import type { FormField } from '../../preload/contract/shapes.ts'
import { enteredAtFirst, fieldAtFault, isComplete } from './entered.ts'

const field = (name: string, usual = ''): FormField => ({
  name,
  label: name,
  isSecret: false,
  suffix: '',
  placeholder: '',
  hint: '',
  usual,
})
const fields = [field('host', 'gitlab.com'), field('token')]

it('begins with what is known of the account: a reconnect must not go to another server', () => {
  expect(enteredAtFirst(fields, { host: 'git.example.org', other: 'x' })).toEqual({
    host: 'git.example.org',
    token: '',
  })
  expect(enteredAtFirst(fields)).toEqual({ host: 'gitlab.com', token: '' })
})

it('is complete when all that has no usual value is there; spaces are nothing', () => {
  expect(isComplete(fields, { host: '', token: 'x' })).toBe(true)
  expect(isComplete(fields, { host: 'a.b', token: '  ' })).toBe(false)
})

it('points at the field at fault, and at none for a problem that has no field or a foreign one', () => {
  const problem = (path: unknown) => ({ message: '', remedy: '', details: { fields: [{ path }] } })
  expect(fieldAtFault(fields, problem('token'))).toBe('token')
  expect(fieldAtFault(fields, problem('elsewhere'))).toBeUndefined()
  expect(fieldAtFault(fields, { message: '', remedy: '', details: { fields: [null] } })).toBeUndefined()
  expect(fieldAtFault(fields, null)).toBeUndefined()
})
