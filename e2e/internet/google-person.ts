import { createHash } from 'node:crypto'
import type { createOutsideClient } from './outside-client.ts'

type Client = ReturnType<typeof createOutsideClient>
type Fields = Readonly<Record<string, string>>

const verifier = 'g'.repeat(43)
const redirectUri = 'http://127.0.0.1:50123/oauth/callback'
export const googleApplication = { client_id: 'gatehouse-google', client_secret: 'google-secret' }
export const mailScopes = ['gmail.modify', 'gmail.send', 'userinfo.email']
  .map((name) => `https://www.googleapis.com/auth/${name}`)
  .join(' ')

/** Where Google sends the person after sign-in and consent, or the page that refuses the request. */
export const answerGoogle = async (
  client: Client,
  answer: 'allow' | 'deny',
  more: Fields = {},
): Promise<{ readonly callback: URL; readonly html: string }> => {
  const query = new URLSearchParams({
    client_id: googleApplication.client_id,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: mailScopes,
    state: 's',
    access_type: 'offline',
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })
  let page = await client.browse(`https://accounts.google.com/o/oauth2/v2/auth?${query}`)
  if (page.html.includes('name="email"')) page = await client.submit(page, { email: 'ada@example.com' })
  if (page.html.includes('wants access')) page = await client.submit(page, { answer })
  return { callback: new URL(page.url), html: page.html }
}

/** Asks the token endpoint. */
export const requestGoogleTokens = async (client: Client, fields: Fields) => {
  const response = await client.postForm('https://oauth2.googleapis.com/token', {
    ...googleApplication,
    ...fields,
  })
  return { status: response.status, tokens: (await response.json()) as Fields }
}

/** The whole way from the authorization request to tokens. */
export const signInAtGoogle = async (client: Client, more: Fields = {}): Promise<Fields> => {
  const { callback } = await answerGoogle(client, 'allow', more)
  const { tokens } = await requestGoogleTokens(client, {
    grant_type: 'authorization_code',
    code: callback.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
  return tokens
}
