import { expect, it } from 'vitest'
import { HubError } from '../../preload/contract/errors.ts'
import { sayIn } from '../../preload/messages/sentences.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import { translated } from '../../registry/translation.ts'
import { hosted } from '../testing/hosted.ts'
import { callError, errorForPerson } from './call-error.ts'

const german = translated(hosted, {
  description: '',
  words: { 'Read things': 'Dinge lesen' },
  tools: {},
})

it('what was not allowed has the name that the connect screen has in the person’s language', () => {
  const refused = new ProviderError('Forbidden', 403, undefined, ['things', 'unnamed'])
  const error = callError(refused, hosted)
  const shown = errorForPerson(error, german)
  if (!(shown instanceof HubError)) throw new Error('was expected to stay an error of the hub')
  expect(sayIn('de', shown.sentence)).toBe(
    'Diesem Konto bei Hosted fehlt die Erlaubnis für „Dinge lesen“ und „unnamed“. Bitte neu verbinden und das dabei erlauben.',
  )
  expect(shown.details).toEqual(error.details)
  expect(error.message).toBe(
    'This Hosted account was not allowed “Read things” and “unnamed”. Reconnect it and allow that.',
  )
})

it('every other error stays what it is', () => {
  for (const error of [
    callError(new ProviderError('No such note', 404), hosted),
    new Error('no'),
    undefined,
  ]) {
    expect(errorForPerson(error, german)).toBe(error)
  }
})
