import { describe, expect, it } from 'vitest'
import { formatPlace, parsePlace, type Place } from './place.ts'

describe('place', () => {
  it.each<Place>([
    { screen: 'catalog' },
    { screen: 'apps' },
    { screen: 'activity' },
    { screen: 'settings' },
    { screen: 'approval' },
    { screen: 'integration', integrationId: 'google-calendar' },
    { screen: 'integration', integrationId: 'odd/id %' },
  ])('survives the way through the address: %j', (place) => {
    expect(parsePlace(formatPlace(place))).toEqual(place)
  })

  it.each(['', '#', '#/', '#/nowhere', '#/integration', '#/integration/', '#/integration/%'])(
    'takes %j for the catalog',
    (hash) => {
      expect(parsePlace(hash)).toEqual({ screen: 'catalog' })
    },
  )
})
