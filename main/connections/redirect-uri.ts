/** Reverse-domain scheme, as RFC 8252 7.1 demands of a native app. */
export const CUSTOM_SCHEME = 'app.gatehouse.desktop'

/** Where a provider sends the browser back to; registered with the person's OAuth app. */
export const REDIRECT_URI = `${CUSTOM_SCHEME}:/oauth/callback`

/**
 * Recognises an OAuth answer among whatever the system hands over: links are hostile input.
 *
 * @param link any text
 * @returns the answer's parameters, or undefined when it is anything else
 */
export function parseOAuthAnswer(link: string): URLSearchParams | undefined {
  if (link.length > 8_192 || !URL.canParse(link)) return undefined
  const url = new URL(link)
  const isCallback =
    url.protocol === `${CUSTOM_SCHEME}:` && url.host === '' && url.pathname === '/oauth/callback'
  return isCallback && url.searchParams.has('state') ? url.searchParams : undefined
}
