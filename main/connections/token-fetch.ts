import type { CustomFetchOptions } from 'oauth4webapi'
import type { OAuth2Auth } from '../../registry/auth.ts'
import type { Network } from '../platform/platform.ts'
import { withoutSecrets } from './echoed-secrets.ts'

type TokenRequest = CustomFetchOptions<'POST', URLSearchParams>
type TokenFetch = (url: string, init: TokenRequest) => Promise<Response>
type Fields = Readonly<Record<string, unknown>>

/**
 * Talks to a token endpoint so that the protocol library only sees what RFC 6749 knows: some providers want JSON,
 * put the token into an object, report errors with status 200, or write absent values as null.
 */
export function createTokenFetch(
  { tokenBody = 'form', tokenParent }: Pick<OAuth2Auth, 'tokenBody' | 'tokenParent'>,
  network: Network,
): TokenFetch {
  return async (url, { signal, ...init }) => {
    const request = tokenBody === 'json' ? asJson(init) : init
    const response = await network.fetch(url, signal === undefined ? request : { ...request, signal })
    if (response.status >= 400) return await withoutEcho(response, init)
    if (response.status !== 200) return response
    const text = await response.text()
    const body = parsed(text)
    if (body === undefined) return new Response(text, { status: 200, headers: response.headers })
    const fields = present(tokenParent === undefined ? body : { ...body, ...parsedObject(body[tokenParent]) })
    const isError = 'error' in fields && !('access_token' in fields)
    const shown = isError ? withoutSecrets(fields, secretsOf(init)) : fields
    return new Response(JSON.stringify(shown), { status: isError ? 400 : 200, headers: response.headers })
  }
}

/** A refusal's words are shown to the person; some servers put into them what they were sent. */
async function withoutEcho(response: Response, init: Omit<TokenRequest, 'signal'>): Promise<Response> {
  const { status, headers } = response
  const text = await response.text().catch(() => '')
  const body = parsed(text)
  const shown = body === undefined ? text : JSON.stringify(withoutSecrets(body, secretsOf(init)))
  return new Response(shown, { status, headers })
}

const SECRET_PARAMETERS = ['code', 'code_verifier', 'refresh_token', 'client_secret', 'device_code']

function secretsOf({ body, headers }: Omit<TokenRequest, 'signal'>): readonly string[] {
  const [, basic = ''] = new Headers(headers).get('authorization')?.split(' ') ?? []
  return [...SECRET_PARAMETERS.map((name) => body.get(name) ?? ''), basic]
}

function asJson(init: Omit<TokenRequest, 'signal'>): RequestInit {
  const headers = new Headers(init.headers)
  headers.set('content-type', 'application/json')
  return { ...init, headers, body: JSON.stringify(Object.fromEntries(init.body)) }
}

function parsed(text: string): Fields | undefined {
  try {
    return parsedObject(JSON.parse(text))
  } catch {
    return undefined
  }
}

function parsedObject(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function present(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([, value]) => value !== null)
  const named = Object.fromEntries(kept)
  // Whose token it is, where RFC 6749 7.1 wants to hear how it is sent.
  return ['user', 'bot'].includes(String(named['token_type'])) ? { ...named, token_type: 'bearer' } : named
}
