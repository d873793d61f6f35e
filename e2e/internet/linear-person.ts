import { createHash, randomBytes } from 'node:crypto'
import type { createOutsideClient } from './outside-client.ts'

type Client = ReturnType<typeof createOutsideClient>

export type Tokens = {
  readonly access_token: string
  readonly refresh_token: string
  readonly expires_in: number
  readonly scope: string
  readonly error?: string
}

export const linearRedirectUri = 'app.gatehouse.desktop:/oauth/callback'
export const linearApplication = { client_id: 'gatehouse-linear', client_secret: 'linear-secret' }

/** The address an application sends the person to, with the parameters Linear documents. */
export const linearAuthorizeUrl = (verifier: string, more: Record<string, string> = {}): string =>
  `https://linear.app/oauth/authorize?${new URLSearchParams({
    client_id: linearApplication.client_id,
    redirect_uri: linearRedirectUri,
    response_type: 'code',
    scope: 'read,write',
    state: 'state-1',
    prompt: 'consent',
    actor: 'user',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`

/** Where Linear sends the person after the sign-in form, if it is shown, and the consent form. */
export const answerLinear = async (
  client: Client,
  address: string,
  answer: 'allow' | 'deny',
): Promise<URL> => {
  let page = await client.browse(address)
  if (page.html.includes('name="email"')) page = await client.submit(page, { email: 'ada@example.com' })
  if (!page.html.includes('requesting access')) throw new Error(`No consent page: ${page.html}`)
  return new URL((await client.submit(page, { answer })).url)
}

/** Asks the token endpoint. */
export const requestLinearTokens = async (client: Client, fields: Record<string, string>) => {
  const response = await client.postForm('https://api.linear.app/oauth/token', fields)
  return { status: response.status, tokens: (await response.json()) as Tokens }
}

/** The whole way from the authorization request to tokens. */
export const signInAtLinear = async (
  client: Client,
  application: Record<string, string> = linearApplication,
  more: Record<string, string> = {},
): Promise<Tokens> => {
  const verifier = randomBytes(32).toString('base64url')
  const address = linearAuthorizeUrl(verifier, { client_id: application['client_id'] ?? '', ...more })
  const callback = await answerLinear(client, address, 'allow')
  const { status, tokens } = await requestLinearTokens(client, {
    ...application,
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: linearRedirectUri,
    code_verifier: verifier,
  })
  if (status !== 200) throw new Error(JSON.stringify(tokens))
  return tokens
}
