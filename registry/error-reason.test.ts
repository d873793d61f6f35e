import { describe, expect, it } from 'vitest'
import { errorReason } from './error-reason.ts'

describe('errorReason', () => {
  it.each([
    ['message', { message: 'Not Found', documentation_url: 'https://…' }, 'Not Found'],
    [
      'error.message',
      { error: { code: 404, message: 'Requested entity was not found.' } },
      'Requested entity was not found.',
    ],
    [
      'error_description',
      { error: 'invalid_grant', error_description: 'Token has expired' },
      'Token has expired',
    ],
    ['error as a code', { ok: false, error: 'channel_not_found' }, 'channel_not_found'],
    ['problem detail', { title: 'Unauthorized', detail: 'No such token', status: 401 }, 'No such token'],
    ['errors[0].message', { errors: [{ message: 'Query was malformed' }] }, 'Query was malformed'],
    [
      'message and field',
      {
        message: 'Validation Failed',
        errors: [{ resource: 'Issue', field: 'title', code: 'missing_field' }],
      },
      'Validation Failed: title missing_field',
    ],
    ['errorMessages', { errorMessages: ['Issue does not exist'], errors: {} }, 'Issue does not exist'],
    ['errors by field', { errorMessages: [], errors: { summary: 'is required' } }, 'summary is required'],
    ['errors as a sentence', { errors: 'Not Found' }, 'Not Found'],
    [
      'lists of errors by field',
      { errors: { title: ["can't be blank", 'is too short'] } },
      "title can't be blank",
    ],
    ['bare list', [{ message: 'Session expired', errorCode: 'INVALID_SESSION_ID' }], 'Session expired'],
  ])('finds the sentence in: %s', (_shape, body, reason) => {
    expect(errorReason(body)).toBe(reason)
  })

  it.each([[undefined], [null], [42], [{}], [{ message: '  ' }], [[]]])('finds none in %j', (body) => {
    expect(errorReason(body)).toBeUndefined()
  })

  it('cuts to 300 characters on one line: reasons go to a model', () => {
    const reason = errorReason({ message: `a\n\tb ${'x'.repeat(1000)}` })
    expect(reason).toHaveLength(300)
    expect(reason?.startsWith('a b xxx')).toBe(true)
  })
})
