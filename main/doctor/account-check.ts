import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { DoctorAction } from '../../preload/contract/doctor.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { IdentifyConnection } from '../connections/identify-connection.ts'
import { fine, note, problem, skipped, type Check, type Finding } from './finding.ts'

interface AccountDependencies {
  readonly identify: IdentifyConnection
  /** Whether a form in the window can replace the account's OAuth client. */
  readonly canEnterClient: boolean
}

const words = sentences.doctor.account

const ACTIONS: Readonly<Partial<Record<ErrorCode, DoctorAction>>> = {
  RECONNECT_REQUIRED: 'reconnect',
  KEY_REJECTED: 'reconnect',
  SIGN_IN_FAILED: 'reconnect',
}

/** Whether the provider knows the account now, asked with its credential the way every call goes. */
export function accountCheck(
  { identify, canEnterClient }: AccountDependencies,
  integration: Integration,
  row: ConnectionRow,
): Check {
  const { name } = integration
  return {
    id: 'account',
    title: sentences.doctor.titles.account,
    limitMs: 25_000,
    async run(signal) {
      try {
        const { wasAsked } = await identify(integration, row, signal)
        return wasAsked ? fine(words.fine(name)) : skipped(words.notAsked(name))
      } catch (error) {
        if (!(error instanceof HubError)) throw error
        return refused(error, canEnterClient)
      }
    },
  }
}

/** The provider's own words may echo a part of the credential: they stay in the window. */
function refused(error: HubError, canEnterClient: boolean): Finding {
  const { code, sentence } = error
  const forReport = words.refused(code)
  if (code === 'VAULT_LOCKED' || code === 'KEYCHAIN_UNAVAILABLE') {
    return skipped(words.locked)
  }
  if (code === 'RATE_LIMITED') return { ...note(sentence, 'retry'), forReport }
  if (code === 'INTEGRATIONS_NOT_CONFIGURED') {
    return { ...problem(sentence, canEnterClient ? 'enter_client' : 'none'), forReport }
  }
  const action = ACTIONS[code] ?? 'retry'
  const whatToDo =
    action === 'reconnect'
      ? words.reconnect(sentence)
      : sentences.doctor.withRemedy(sentence, sentences.remedies[code])
  return { ...problem(whatToDo, action), forReport }
}
