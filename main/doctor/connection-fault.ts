/** Why no answer came, as far as the error tells. */
export type FaultKind =
  | 'name'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'cut_off'
  | 'certificate_time'
  | 'certificate_issuer'
  | 'certificate_name'
  | 'certificate'
  | 'tls'
  | 'proxy_password'
  | 'proxy_refused'
  | 'proxy_kind'
  | 'portal'
  | 'unknown'

export interface Fault {
  readonly kind: FaultKind
  /** What a person can look up: `ENOTFOUND`, `CERT_HAS_EXPIRED`. */
  readonly code: string
}

const KINDS: readonly (readonly [RegExp, FaultKind])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'name'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/, 'unreachable'],
  [/^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'cut_off'],
  [/^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CRL_\w+)$/, 'certificate_time'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)\w*|CERT_UNTRUSTED)$/,
    'certificate_issuer',
  ],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, 'certificate_name'],
  [/^(CERT_\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/, 'certificate'],
  [/^(EPROTO|ERR_(SSL|TLS)_\w+|UND_ERR_PRX_TLS)$/, 'tls'],
]

/** What the HTTP client says when a proxy refuses to open a tunnel (RFC 9110 9.3.6). */
const TUNNEL_REFUSED = /^Proxy response \((\d{3})\)/

/** What our own network says of a proxy that it cannot use. */
const UNSUPPORTED_PROXY = /^UNSUPPORTED_PROXY_(\w+)$/

/**
 * What a failed fetch means, read from the codes of Node and OpenSSL in its chain of causes.
 *
 * @param error whatever was thrown
 */
export function faultOf(error: unknown): Fault {
  const chain = causes(error)
  const tunnel = chain.map(({ message }) => TUNNEL_REFUSED.exec(message)?.[1]).find(Boolean)
  if (tunnel !== undefined) {
    return { kind: tunnel === '407' ? 'proxy_password' : 'proxy_refused', code: `HTTP ${tunnel}` }
  }
  if (chain.some(({ name }) => name === 'TimeoutError')) return { kind: 'timeout', code: 'TIMEOUT' }
  const code = chain.map(codeOf).find((one) => one !== undefined)
  if (code === undefined) return { kind: 'unknown', code: 'unknown' }
  const proxy = UNSUPPORTED_PROXY.exec(code)?.[1]
  if (proxy !== undefined) return { kind: 'proxy_kind', code: proxy }
  return { kind: KINDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown', code }
}

/** The error, its cause, the cause of that, and so on; not for ever. */
function causes(error: unknown): readonly Error[] {
  const chain: Error[] = []
  for (let one = error; one instanceof Error && chain.length < 8; one = one.cause) chain.push(one)
  return chain
}

/** Codes are words of capitals; anything else may be text from outside. */
function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : undefined
}
