import type { Pairing } from '../../preload/contract/pairing.ts'
import type { AskerFacts } from './asker-facts.ts'
import type { Asker } from './asker.ts'

export interface OpenQuestion {
  readonly id: string
  readonly code: string
  readonly asker: Asker
  readonly requestedAt: number
  readonly expiresAt: number
}

/** A question as the person sees it. */
export function pairingForWindow(question: OpenQuestion, facts: AskerFacts): Pairing {
  const { id, code, asker, requestedAt, expiresAt } = question
  const clientId = asker.onward?.clientId ?? null
  return {
    id,
    code,
    name: asker.name,
    suggestedName: facts.suggestedName,
    from: asker.kind,
    documentHost: asker.kind === 'document' && clientId !== null ? new URL(clientId).host : null,
    clientId,
    redirect: asker.onward === undefined ? null : redirectOf(asker.onward.redirectUri),
    knownAs: facts.knownAs,
    workspace: facts.workspaceName,
    wanted: [...facts.wanted],
    requestedAt: new Date(requestedAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

function redirectOf(address: string): NonNullable<Pairing['redirect']> {
  const { protocol, host } = new URL(address)
  if (protocol === 'http:') return { to: 'computer', name: host }
  if (protocol === 'https:') return { to: 'web', name: host }
  return { to: 'scheme', name: protocol }
}
