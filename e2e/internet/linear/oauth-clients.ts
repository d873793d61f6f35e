/** The redirect addresses registered for the app: its own scheme, and the loopback on any port. */
const redirectAddresses = ['app.gatehouse.desktop:/oauth/callback', 'http://127.0.0.1/oauth/callback']

const application = {
  application_type: 'native',
  client_name: 'Gatehouse',
  redirect_uris: redirectAddresses,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
}

/** The OAuth applications that exist at the simulated Linear: one with a secret, one public. */
export const oauthClients = [
  {
    ...application,
    client_id: 'gatehouse-linear',
    client_secret: 'linear-secret',
    token_endpoint_auth_method: 'client_secret_post',
  },
  { ...application, client_id: 'gatehouse-linear-public', token_endpoint_auth_method: 'none' },
]

export const oauthScopes = ['read', 'write', 'issues:create', 'comments:create']
