/** Where in the window a person is. */
export type Place =
  | { readonly screen: 'catalog' | 'apps' | 'inbox' | 'activity' | 'settings' | 'approval' }
  | { readonly screen: 'integration'; readonly integrationId: string }

/** @param hash as `location.hash` gives it; what cannot be read is the catalog */
export function parsePlace(hash: string): Place {
  const [screen = '', id = ''] = hash.replace(/^#\/?/u, '').split('/')
  if (isPlain(screen)) return { screen }
  const integrationId = screen === 'integration' ? decode(id) : ''
  return integrationId === '' ? { screen: 'catalog' } : { screen: 'integration', integrationId }
}

export function formatPlace(place: Place): string {
  return place.screen === 'integration'
    ? `#/integration/${encodeURIComponent(place.integrationId)}`
    : `#/${place.screen}`
}

type PlainScreen = Exclude<Place['screen'], 'integration'>

const PLAIN: readonly string[] = ['apps', 'inbox', 'activity', 'settings', 'approval'] satisfies PlainScreen[]

const isPlain = (screen: string): screen is PlainScreen => PLAIN.includes(screen)

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
