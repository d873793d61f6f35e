import { describe, expect, it } from 'vitest'
import { HubError } from '../contract/errors.ts'
import { Sentence, verbatim } from '../contract/sentence.ts'
import { sayIn, sentences, storedSentence, storeSentence } from './sentences.ts'

const nested = sentences.request.fieldNotValid('{1} <b>', sentences.request.failed)

describe('a sentence of main', () => {
  it('is English for apps and the log, and German for whoever reads German, its parts too', () => {
    expect(String(nested)).toBe('“{1} <b>” is not valid: The request failed..')
    expect(sayIn('de', nested)).toBe('„{1} <b>“ ist nicht gültig: Die Anfrage ist fehlgeschlagen..')
  })

  it('does not read a value as a message, whatever it holds', () => {
    const hostile = '{0} {1, plural, other {#}} $& '
    expect(sayIn('de', verbatim(hostile))).toBe(hostile)
    expect(sayIn('de', sentences.request.fieldNotValid(hostile, 'x'))).toBe(
      `„${hostile}“ ist nicht gültig: x.`,
    )
  })

  it('is said in English where a language has no words for it', () => {
    expect(sayIn('de', new Sentence('no.such', 'Only {0}.', ['this']))).toBe('Only this.')
    expect(sayIn('de', new Sentence('__proto__.toString', 'Safe.'))).toBe('Safe.')
  })
})

describe('a sentence that was stored', () => {
  it('is said later in another language', () => {
    expect(sayIn('de', storedSentence(storeSentence(nested)))).toBe(sayIn('de', nested))
    expect(String(storedSentence(storeSentence(verbatim('As the service said.'))))).toBe(
      'As the service said.',
    )
  })

  it.each(['Written before.', '{"key":', '{"key":"no.such","values":[]}', '{"key":"request.failed"}'])(
    'stands for itself when it is not one: %s',
    (text) => {
      expect(String(storedSentence(text))).toBe(text)
    },
  )

  it('is English when this version knows it no more, never the form it is stored in', () => {
    const written = storeSentence(sentences.request.failed).replace('request.failed', 'request.renamed')
    expect(sayIn('de', storedSentence(written))).toBe('The request failed.')
  })

  it('can be said whatever was stored: no account is hidden by one whose values do not fit', () => {
    const late = '{"key":"doctor.late","values":[]}'
    const inOther = `{"key":"request.fieldNotValid","values":["x",${late}]}`
    for (const text of [
      late,
      inOther,
      '{"key":"verbatim","values":[null]}',
      '{"key":"verbatim","values":[{}]}',
    ]) {
      expect(sayIn('de', storedSentence(text))).toBe(text)
    }
  })
})

it('reaches the window in its language by an error, and an app in English', () => {
  const error = new HubError('INTERNAL', sentences.request.failed)
  expect(error.toBody().message).toBe('The request failed.')
  expect(error.toBody((sentence) => sayIn('de', sentence)).message).toBe('Die Anfrage ist fehlgeschlagen.')
})
