import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type PairingRoute = Extract<keyof Handlers, `pairings.${string}`>

export function pairingHandlers({ pairings }: Pick<HubParts, 'pairings'>): Pick<Handlers, PairingRoute> {
  return {
    'pairings.list': () => pairings.list(),
    'pairings.decide'({ pairingId, ...answer }) {
      pairings.decide(pairingId, answer)
      return {}
    },
  }
}
