/** Thrown by a handler, or by `ctx`, when the provider refused or broke. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError'
  /** A readable sentence in the provider's words. */
  readonly reason: string
  /** The HTTP status; 200 where the provider reports errors in the body. */
  readonly status: number
  /** How long the provider asks callers to wait. */
  readonly retryAfterSeconds: number | undefined
  /** What the account would have to be allowed, in the provider's words. */
  readonly missingScopes: readonly string[]

  constructor(
    reason: string,
    status: number,
    retryAfterSeconds?: number,
    missingScopes: readonly string[] = [],
  ) {
    super(reason)
    this.reason = reason
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.missingScopes = missingScopes
  }
}
