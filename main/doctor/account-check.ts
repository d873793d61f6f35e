import { HubError, type ErrorCode } from '../../preload/contract/errors.ts'
import type { DoctorAction } from '../../preload/contract/doctor.ts'
import type { Integration } from '../../registry/define.ts'
import type { ConnectionRow } from '../connections/connection-rows.ts'
import type { IdentifyConnection } from '../connections/identify-connection.ts'
import { fine, note, problem, skipped, type Check, type Finding } from './finding.ts'

interface AccountDependencies {
  readonly identify: IdentifyConnection
  /** Whether a form in the window can replace the account's OAuth client. */
  readonly canEnterClient: boolean
}

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
    title: 'Account',
    limitMs: 25_000,
    async run(signal) {
      try {
        const { wasAsked } = await identify(integration, row, signal)
        return wasAsked ? fine(`${name} accepts this account.`) : skipped(`${name} cannot be asked about it.`)
      } catch (error) {
        if (!(error instanceof HubError)) throw error
        return refused(error, canEnterClient)
      }
    },
  }
}

/** The provider's own words may echo a part of the credential: they stay in the window. */
function refused(error: HubError, canEnterClient: boolean): Finding {
  const { code, message, remedy } = error.toBody()
  const forReport = `The account was not accepted: ${code}.`
  if (code === 'VAULT_LOCKED' || code === 'KEYCHAIN_UNAVAILABLE') {
    return skipped('Its credential cannot be read while the vault is closed.')
  }
  if (code === 'RATE_LIMITED') return { ...note(message, 'retry'), forReport }
  if (code === 'INTEGRATIONS_NOT_CONFIGURED') {
    return { ...problem(message, canEnterClient ? 'enter_client' : 'none'), forReport }
  }
  const action = ACTIONS[code] ?? 'retry'
  const sentence = action === 'reconnect' ? `${message} Reconnect it.` : `${message} ${remedy}`
  return { ...problem(sentence, action), forReport }
}
