/** A client of type “Desktop app”: with a secret, and back to the loopback address on any port. */
export const googleClients = [
  {
    application_type: 'native',
    client_name: 'Gatehouse',
    client_id: 'gatehouse-google',
    client_secret: 'google-secret',
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['http://127.0.0.1/oauth/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
  },
]

const api = 'https://www.googleapis.com/auth'

/** What a scope lets the application do, in the words of the consent page. */
export const scopeSentences: Readonly<Record<string, string>> = {
  [`${api}/gmail.modify`]: 'Read, compose, and send emails from your Gmail account',
  [`${api}/gmail.send`]: 'Send email on your behalf',
  [`${api}/userinfo.email`]: 'See your primary Google Account email address',
}

/** `offline_access` is the protocol’s word for what Google calls `access_type=offline`. */
export const googleScopes = [...Object.keys(scopeSentences), 'openid', 'offline_access']

/** Scopes that Google answers with an ID token as well, whether or not `openid` was asked for. */
export const identityScopes: readonly string[] = [`${api}/userinfo.email`]
