/** Faults before the request left: of every other one nobody can say whether the provider acted on it. */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UNSUPPORTED_PROXY_\w+|.*CERT.*)$/

/** @param code what a failed fetch names as its cause: `ECONNREFUSED` */
export function isNeverSent(code: string): boolean {
  return NEVER_SENT.test(code)
}

/** Whether a fetch failed, as opposed to an answer that says no. */
export function isNetworkError(error: unknown): boolean {
  if (error instanceof TypeError && !('code' in error)) return true
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

/** Whether the request of a failed fetch surely never left this computer. */
export function hasNeverLeft(error: unknown): boolean {
  if (!(error instanceof TypeError)) return false
  const code: unknown = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined
  return typeof code === 'string' && isNeverSent(code)
}
