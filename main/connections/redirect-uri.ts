import type { OAuth2Auth } from '../../registry/auth.ts'

/** Reverse-domain scheme, as RFC 8252 7.1 demands of a native app. */
export const CUSTOM_SCHEME = 'app.gatehouse.desktop'

export const CALLBACK_PATH = '/oauth/callback'

/** Where a provider sends the browser back to, unless it refuses schemes of apps. */
export const REDIRECT_URI = `${CUSTOM_SCHEME}:${CALLBACK_PATH}`

/** The same on this computer's own address. @param port absent where the provider accepts any */
export function loopbackRedirectUri(host: string, port?: number): string {
  return `http://${host}${port === undefined ? '' : `:${port}`}${CALLBACK_PATH}`
}

/** What the person registers with their OAuth app. */
export function registeredRedirectUri({ redirect }: Pick<OAuth2Auth, 'redirect'>): string {
  return redirect === undefined ? REDIRECT_URI : loopbackRedirectUri(redirect.host, redirect.port)
}

/**
 * Recognises an OAuth answer among whatever the system hands over: links are hostile input.
 *
 * @param link any text
 * @returns the answer's parameters, or undefined when it is anything else
 */
export function parseOAuthAnswer(link: string): URLSearchParams | undefined {
  if (link.length > 8_192 || !URL.canParse(link)) return undefined
  const url = new URL(link)
  const isCallback = url.protocol === `${CUSTOM_SCHEME}:` && url.host === '' && url.pathname === CALLBACK_PATH
  return isCallback && url.searchParams.has('state') ? url.searchParams : undefined
}
