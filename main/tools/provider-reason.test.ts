import { describe, expect, it } from 'vitest'
import { sentences as english } from '../../preload/messages/en/sentences/index.ts'
import { sayIn } from '../../preload/messages/sentences.ts'
import { OWN_REASONS, ownReason } from '../../registry/own-reason.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import { providerSaid } from './provider-reason.ts'

describe('a reason of the registry', () => {
  it('has the same English there and in the catalogue: a model and a person must not read two things', () => {
    expect(english.provider).toEqual(OWN_REASONS)
  })

  it('is said in German, with the reasons inside it and what was put in', () => {
    const names = ownReason('moreNames', ownReason('firstName', 'To do'), 'Done')
    const error = new ProviderError(ownReason('cannotGo', 'AB-1', '{2}', names), 400)
    expect(sayIn('de', providerSaid('Notes', error))).toBe(
      'Notes: „AB-1“ kann nicht nach „{2}“ wechseln, nur nach „To do“, „Done“',
    )
    expect(String(providerSaid('Notes', error))).toBe(`Notes: ${error.reason}`)
  })

  it('that has no places is said too', () => {
    const error = new ProviderError(ownReason('noField'), 400)
    expect(sayIn('de', providerSaid('Notes', error))).toBe(
      'Notes: Es wurde kein Feld genannt, das zu ändern wäre',
    )
  })
})

it('a provider’s own words stay as they are, whatever they look like', () => {
  expect(sayIn('de', providerSaid('Notes', new ProviderError('{0} not_in_channel', 200)))).toBe(
    'Notes meldet: {0} not_in_channel',
  )
})
