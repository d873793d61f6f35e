import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider, type AccessTokenRecord } from 'oidc-provider'
import { listenOnLoopback } from './loopback.ts'
import { answerInteraction, interactionPath } from './interactions.ts'
import { createMemoryAdapter } from './memory-adapter.ts'
import { oauthClients, oauthScopes } from './oauth-clients.ts'
import { escapeHtml } from '../page.ts'
import { refusalPage } from './pages.ts'

export type AuthorizationServer = {
  readonly port: number
  findAccessToken(token: string): Promise<AccessTokenRecord | undefined>
  /** Ends the grant an access or refresh token belongs to; false when it is unknown. */
  revoke(token: string): Promise<boolean>
  stop(): Promise<void>
}

type Settings = {
  readonly issuer: string
  readonly email: string
  accessTokenSeconds(): number
  refreshTokensRotate(): boolean
}

/** Starts the certified OAuth server on loopback HTTP; it believes the forwarded host and scheme. */
export const startAuthorizationServer = async (settings: Settings): Promise<AuthorizationServer> => {
  const provider = new Provider(settings.issuer, configuration(settings))
  provider.proxy = true
  const answerProtocol = provider.callback()
  const server = createServer((request, response) => {
    const isPage = request.url?.startsWith(`${interactionPath}/`)
    const answered = isPage
      ? answerInteraction(provider, settings.email, request, response)
      : answerProtocol(request, response)
    answered.catch((error: unknown) => refuse(request, response, error))
  })
  const { port, stop } = await listenOnLoopback(server)
  return {
    port,
    findAccessToken: (token) => provider.AccessToken.find(token),
    async revoke(token) {
      const found = (await provider.AccessToken.find(token)) ?? (await provider.RefreshToken.find(token))
      if (!found) return false
      const models = [provider.AccessToken, provider.RefreshToken]
      await Promise.all(models.map((model) => model.revokeByGrantId(found.grantId)))
      return true
    },
    stop,
  }
}

const configuration = (settings: Settings): Record<string, unknown> => ({
  adapter: createMemoryAdapter(),
  clients: oauthClients,
  scopes: oauthScopes,
  routes: { authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke' },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => `${interactionPath}/${uid}` },
  features: {
    devInteractions: { enabled: false },
    revocation: { enabled: true, allowedPolicy: ownTokensOnly },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  clockTolerance: 0,
  pkce: { required: () => true },
  issueRefreshToken: async () => true,
  rotateRefreshToken: () => settings.refreshTokensRotate(),
  ttl: {
    AccessToken: () => settings.accessTokenSeconds(),
    AuthorizationCode: 60,
    RefreshToken: 180 * 86_400,
    Grant: 180 * 86_400,
    Interaction: 3600,
    Session: 86_400,
  },
  findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  cookies: { keys: [randomBytes(16).toString('hex')] },
  jwks: { keys: [signingKey()] },
  renderError: (
    context: { type: string; body: string },
    out: { error: string; error_description?: string },
  ) => {
    context.type = 'html'
    context.body = refusalPage(escapeHtml(out.error_description ?? out.error))
  },
})

const ownTokensOnly = (_context: unknown, client: Application, token: Application): boolean =>
  client.clientId === token.clientId

type Application = { readonly clientId: string }

/** Nothing is signed with it: tokens are opaque. Without a key of its own the server warns on every start. */
const signingKey = () => ({
  ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'ES256',
})

const refuse = (_request: IncomingMessage, response: ServerResponse, error: unknown): void => {
  const reason = error instanceof Error ? error.message : 'unknown error'
  response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' }).end(refusalPage(escapeHtml(reason)))
}
