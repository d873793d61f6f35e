import { create } from 'zustand'
import { formatPlace, parsePlace, type Place } from './place.ts'

interface Navigation {
  readonly place: Place
  /** False until the first move: the screen shown at the start does not take the focus. */
  readonly moved: boolean
}

export const useNavigation = create<Navigation>(() => ({ place: parsePlace(location.hash), moved: false }))

export function goTo(place: Place): void {
  location.hash = formatPlace(place)
}

/** Follows the address: links, the history and `goTo` all end here. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => {
    useNavigation.setState({ place: parsePlace(location.hash), moved: true })
  })
}
