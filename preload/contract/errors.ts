import { Sentence } from './sentence.ts'

/** Every error that leaves the hub, with what a person or a model does next. */
export const ERROR_REMEDIES = {
  INTEGRATIONS_NOT_CONFIGURED:
    'Open Gatehouse and enable this integration for the app, or enter its OAuth client id.',
  INTEGRATIONS_NOT_CONNECTED: 'Ask the person to open Gatehouse and connect an account of this integration.',
  INTEGRATIONS_EXECUTION_FAILED:
    'Read the reason, change the request if it names a mistake, otherwise try again later.',
  RESOURCE_NOT_FOUND: 'Check the name; list the tools to see what exists.',
  INVALID_PARAMS: 'Correct the named fields and call again.',
  APPROVAL_DENIED: 'The person said no. Do not repeat the call; ask them what they would like instead.',
  APPROVAL_EXPIRED: 'Nobody answered in time and nothing was run. Ask the person before you call again.',
  APPROVAL_WITHDRAWN: 'The request was withdrawn before anybody answered; nothing was run.',
  OUTCOME_UNKNOWN:
    'The call had started when it was cut off. Check at the service whether it took effect before you repeat it.',
  TOOL_BLOCKED: 'The person has blocked this tool. They can allow it in Gatehouse.',
  PAUSED:
    'Nothing was run. Wait until the person turns the apps on again in Gatehouse; do not repeat the call by yourself.',
  RECONNECT_REQUIRED: 'Ask the person to open Gatehouse and reconnect this account.',
  SCOPE_MISSING: 'Ask the person to open Gatehouse, reconnect this account and allow the named permission.',
  RATE_LIMITED: 'Wait as long as stated, then call again.',
  ACCOUNT_AMBIGUOUS: 'Name one of the listed accounts.',
  UNAUTHORIZED: 'Send the app’s token as "Authorization: Bearer …". Tokens are made in Gatehouse under Apps.',
  FORBIDDEN: 'The bridge serves programs on this computer only, not web pages or other hosts.',
  PAYLOAD_TOO_LARGE: 'Send less than 4 MiB.',
  UNSUPPORTED_MEDIA_TYPE: 'Send the body as application/json.',
  METHOD_NOT_ALLOWED: 'Use the method that the documentation names for this route.',
  TIMEOUT: 'The service took too long. Try again later.',
  NETWORK: 'Check the connection to the internet, then try again.',
  SIGN_IN_FAILED: 'Start the sign-in again.',
  KEY_REJECTED: 'Check that the whole key was copied and that it has not been revoked, then paste it again.',
  KEYCHAIN_UNAVAILABLE:
    'Unlock or install a keychain (on Linux: a Secret Service such as GNOME Keyring), or choose a passphrase in Gatehouse under Settings.',
  VAULT_LOCKED:
    'Open Gatehouse. It asks for your passphrase, or shows under Settings how to get the key back.',
  INTERNAL: 'Something went wrong inside Gatehouse. Try again; if it stays, see the activity log.',
} as const

export type ErrorCode = keyof typeof ERROR_REMEDIES

/** An error as a value: how it crosses to the window and to apps. */
export interface ErrorBody {
  readonly code: ErrorCode
  /** What happened, in one sentence. */
  readonly message: string
  /** What to do. */
  readonly remedy: string
  /** Bad fields, account choices, seconds to wait: whatever helps, never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** The one error class of the hub. */
export class HubError extends Error {
  override readonly name = 'HubError'
  /**
   * @param code one of the closed list
   * @param sentence what happened; `message` says it in English
   * @param details whatever helps to put it right, never a secret; sentences in it are said as the error itself is
   */
  constructor(
    readonly code: ErrorCode,
    readonly sentence: Sentence,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(String(sentence))
  }

  /** @param say in whose language; English without it, as apps get it */
  toBody(say: (sentence: Sentence) => string = String): ErrorBody {
    const body = { code: this.code, message: say(this.sentence), remedy: ERROR_REMEDIES[this.code] }
    return this.details === undefined ? body : { ...body, details: inWords(this.details, say) }
  }
}

type Say = (sentence: Sentence) => string

function inWords(details: Readonly<Record<string, unknown>>, say: Say): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, wordsOf(value, say)]))
}

/** Lists and their entries are looked into: that is where fields have their reasons. */
function wordsOf(value: unknown, say: Say): unknown {
  if (value instanceof Sentence) return say(value)
  if (Array.isArray(value)) return value.map((item: unknown) => wordsOf(item, say))
  const isEntry =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  return isEntry ? inWords(value as Readonly<Record<string, unknown>>, say) : value
}
