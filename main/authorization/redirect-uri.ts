import { CUSTOM_SCHEME } from '../connections/redirect-uri.ts'

const LONGEST = 2_000

/** Schemes that a browser runs, shows or hands to something other than the program that asked. */
const NEVER = new Set(
  [
    'javascript data vbscript file filesystem blob about view-source chrome devtools edge resource jar',
    'ftp ftps ws wss mailto tel sms smb ssh git intent search-ms ms-settings app content',
  ].flatMap((schemes) => schemes.split(' ')),
)

const LOOPBACK = /^(http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]))(?::\d{1,5})?((?:[/?].*)?)$/

/**
 * Whether answers may go there (RFC 8252 7): a loopback address, a website over https, or a program's own scheme.
 * Anything unusual in the text is refused rather than understood.
 */
export function isRedirectUri(address: string): boolean {
  if (address.length > LONGEST || !/^[\x21-\x7e]+$/.test(address)) return false
  if (/[#\\<>"]/.test(address) || !URL.canParse(address)) return false
  const { protocol, username, password, host } = new URL(address)
  if (username !== '' || password !== '') return false
  if (protocol === 'http:') return LOOPBACK.test(address)
  if (protocol === 'https:') return address.startsWith('https://') && host !== ''
  const scheme = protocol.slice(0, -1)
  return scheme !== CUSTOM_SCHEME && scheme.length > 1 && !NEVER.has(scheme)
}

/**
 * Whether a redirect URI is one of those registered: the same text, but for the port of a loopback address, which a
 * program gets anew at each start (RFC 8252 7.3).
 */
export function isRegistered(address: string, registered: readonly string[]): boolean {
  if (!isRedirectUri(address)) return false
  return registered.some((known) => known === address || samePlace(known, address))
}

function samePlace(known: string, address: string): boolean {
  const [one, other] = [LOOPBACK.exec(known), LOOPBACK.exec(address)]
  return one !== null && other !== null && one[1] === other[1] && one[2] === other[2]
}

/** @returns the address with the answer in its query (RFC 6749 4.1.2) */
export function withAnswer(address: string, answer: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(answer).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams(given).toString()
  return `${address}${address.includes('?') ? '&' : '?'}${query}`
}
