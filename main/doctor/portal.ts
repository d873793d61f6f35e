const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** RFC 6585 6. */
const NETWORK_AUTHENTICATION_REQUIRED = 511

/**
 * Whether an answer comes from the network's own sign-in page (a hotel's, a train's) and not from the host.
 *
 * @param host that was asked
 * @param scheme by which: an answer over https can only be another's when it says so
 */
export function isPortalAnswer(
  host: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  scheme: 'http:' | 'https:',
): boolean {
  if (status === NETWORK_AUTHENTICATION_REQUIRED) return true
  const from = new URL(`${scheme}//${host}/`)
  if (REDIRECTS.has(status)) {
    const location = headers.get('location') ?? ''
    if (!URL.canParse(location, from.href)) return false
    const to = new URL(location, from.href)
    const isElsewhere = siteOf(to.hostname) !== siteOf(from.hostname)
    return isElsewhere && (scheme === 'http:' || to.protocol === 'http:')
  }
  return scheme === 'http:' && status === 200 && /^text\/html\b/i.test(headers.get('content-type') ?? '')
}

/** The last two labels: enough to tell a service's own redirect from one to somebody else. */
function siteOf(hostname: string): string {
  return hostname.split('.').slice(-2).join('.')
}
