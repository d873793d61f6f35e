import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import { missingScopes } from '../connections/missing-scopes.ts'
import { fine, problem, type Check } from './finding.ts'

/**
 * Whether the person allowed all that the tools need, as far as the provider told at sign-in.
 *
 * @param shown the integration as the person reads it
 */
export function scopesCheck(integration: Integration, shown: Integration, row: ConnectionRow): Check {
  return {
    id: 'scopes',
    title: sentences.doctor.titles.scopes,
    run: () => {
      const sentence = missingOf(shown, row)
      if (sentence === undefined) return Promise.resolve(fine(sentences.doctor.scopes.fine))
      const forReport = missingOf(integration, row) ?? sentence
      return Promise.resolve({ ...problem(sentence, 'reconnect'), forReport })
    },
  }
}

function missingOf(integration: Integration, row: ConnectionRow): Sentence | undefined {
  const { one, more, missing } = sentences.doctor.scopes
  const [first, ...others] = missingScopes(integration, row).map(({ name }) => name)
  if (first === undefined) return undefined
  return missing(
    integration.name,
    others.reduce((names, name) => more(names, name), one(first)),
  )
}
