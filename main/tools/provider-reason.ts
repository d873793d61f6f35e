import type { Sentence, SentenceValue } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { OwnReason } from '../../registry/own-reason.ts'
import type { ProviderError } from '../../registry/provider-error.ts'

/**
 * Why a provider, or the integration itself, refused: a provider's words stay as they are.
 *
 * @param name of the integration
 */
export function providerSaid(name: string, { own, reason }: Pick<ProviderError, 'own' | 'reason'>): Sentence {
  return own === undefined
    ? sentences.tools.said(name, reason)
    : sentences.connections.itself(name, ownSentence(own))
}

function ownSentence({ key, values }: OwnReason): Sentence {
  const said: Sentence | ((...values: readonly SentenceValue[]) => Sentence) = sentences.provider[key]
  return typeof said === 'function'
    ? said(...values.map((value) => (typeof value === 'object' ? ownSentence(value) : value)))
    : said
}
