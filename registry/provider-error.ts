import { ownReasonText, type OwnReason } from './own-reason.ts'

/** Thrown by a handler, or by `ctx`, when the provider refused or broke. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  /** A readable sentence, in the provider's words where it gave some. */
  readonly reason: string
  /** The same by its name, where the words are not the provider's. */
  readonly own: OwnReason | undefined
  /** The HTTP status; 200 where the provider reports errors in the body. */
  readonly status: number
  /** How long the provider asks callers to wait. */
  readonly retryAfterSeconds: number | undefined
  /** What the account would have to be allowed, in the provider's words. */
  readonly missingScopes: readonly string[]

  /** @param reason the provider's words, or one of our own */
  constructor(
    reason: string | OwnReason,
    status: number,
    retryAfterSeconds?: number,
    missingScopes: readonly string[] = [],
  ) {
    const text = typeof reason === 'string' ? reason : ownReasonText(reason)
    super(text)
    this.reason = text
    this.own = typeof reason === 'string' ? undefined : reason
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.missingScopes = missingScopes
  }

  /** The reason as another error takes it on. */
  get said(): string | OwnReason {
    return this.own ?? this.reason
  }
}
