/** Where in the window a person is. */
export type Place =
  | { readonly screen: 'catalog' | 'apps' | 'activity' | 'approval' }
  | { readonly screen: 'integration'; readonly integrationId: string }

/** @param hash as `location.hash` gives it; what cannot be read is the catalog */
export function parsePlace(hash: string): Place {
  const [screen = '', id = ''] = hash.replace(/^#\/?/u, '').split('/')
  if (screen === 'apps' || screen === 'activity' || screen === 'approval') return { screen }
  const integrationId = screen === 'integration' ? decode(id) : ''
  return integrationId === '' ? { screen: 'catalog' } : { screen: 'integration', integrationId }
}

export function formatPlace(place: Place): string {
  return place.screen === 'integration'
    ? `#/integration/${encodeURIComponent(place.integrationId)}`
    : `#/${place.screen}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
