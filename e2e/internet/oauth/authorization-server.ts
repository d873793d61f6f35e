import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider, type AccessTokenRecord } from 'oidc-provider'
import { escapeHtml } from '../page.ts'
import { deviceFeature, type DevicePages } from './device-pages.ts'
import { answerInteraction, type InteractionPages } from './interactions.ts'
import { listenOnLoopback } from './loopback.ts'
import { createMemoryAdapter } from './memory-adapter.ts'

export type AuthorizationServer = {
  readonly port: number
  findAccessToken(token: string): Promise<AccessTokenRecord | undefined>
  /** Ends the grant an access or refresh token belongs to; false when it is unknown. */
  revoke(token: string): Promise<boolean>
  /** Ends every grant there is, as people can in their settings. */
  revokeAll(): Promise<void>
  stop(): Promise<void>
}

/** What differs from one service to the next. */
export type AuthorizationServerSettings = {
  readonly issuer: string
  readonly routes: { readonly authorization: string; readonly token: string; readonly revocation: string }
  /** The OAuth applications that exist, in the terms of dynamic registration (RFC 7591). */
  readonly clients: readonly Readonly<Record<string, unknown>>[]
  readonly scopes: readonly string[]
  readonly pages: InteractionPages & { refusal(reason: string): string }
  /** Sign-in by code, where the service has it. */
  readonly device?: DevicePages
  /** Where programs register themselves (RFC 7591), if they may. */
  readonly registrationPath?: string
  accessTokenSeconds(): number
  refreshTokensRotate(): boolean
  /** Whether a code for these scopes also gives a refresh token. */
  givesRefreshToken(scopes: ReadonlySet<string>): boolean
}

/** Starts the certified OAuth server on loopback HTTP; it believes the forwarded host and scheme. */
export const startAuthorizationServer = async (
  settings: AuthorizationServerSettings,
): Promise<AuthorizationServer> => {
  const provider = new Provider(settings.issuer, configuration(settings))
  provider.proxy = true
  const answerProtocol = provider.callback()
  const server = createServer((request, response) => {
    const isPage = request.url?.startsWith(`${settings.pages.path}/`)
    const answered = isPage
      ? answerInteraction(provider, settings, request, response)
      : answerProtocol(request, response)
    answered.catch((error: unknown) => refuse(settings, request, response, error))
  })
  const { port, stop } = await listenOnLoopback(server)
  const models = [provider.AccessToken, provider.RefreshToken]
  const grants = new Set<string>()
  provider.on('access_token.saved', (token) => grants.add((token as AccessTokenRecord).grantId))
  const revokeGrant = (id: string) => Promise.all(models.map((model) => model.revokeByGrantId(id)))
  return {
    port,
    findAccessToken: (token) => provider.AccessToken.find(token),
    async revoke(token) {
      const found = (await provider.AccessToken.find(token)) ?? (await provider.RefreshToken.find(token))
      if (!found) return false
      await revokeGrant(found.grantId)
      return true
    },
    async revokeAll() {
      await Promise.all([...grants].map(revokeGrant))
    },
    stop,
  }
}

const configuration = (settings: AuthorizationServerSettings): Record<string, unknown> => ({
  adapter: createMemoryAdapter(),
  clients: settings.clients,
  scopes: settings.scopes,
  routes: {
    ...settings.routes,
    ...(settings.device && {
      device_authorization: settings.device.requestPath,
      code_verification: settings.device.codePath,
    }),
    ...(settings.registrationPath && { registration: settings.registrationPath }),
  },
  interactions: { url: (_context: unknown, { uid }: { uid: string }) => `${settings.pages.path}/${uid}` },
  features: {
    devInteractions: { enabled: false },
    deviceFlow: deviceFeature(settings.device),
    registration: { enabled: settings.registrationPath !== undefined, issueRegistrationAccessToken: false },
    revocation: { enabled: true, allowedPolicy: ownTokensOnly },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  clockTolerance: 0,
  pkce: { required: () => true },
  issueRefreshToken: async (_context: unknown, _client: unknown, code: { scopes: ReadonlySet<string> }) =>
    settings.givesRefreshToken(code.scopes),
  rotateRefreshToken: () => settings.refreshTokensRotate(),
  ttl: {
    AccessToken: () => settings.accessTokenSeconds(),
    AuthorizationCode: 60,
    DeviceCode: 300,
    IdToken: 3600,
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
    context.body = settings.pages.refusal(escapeHtml(out.error_description ?? out.error))
  },
})

const ownTokensOnly = (_context: unknown, client: Application, token: Application): boolean =>
  client.clientId === token.clientId

type Application = { readonly clientId: string }

let key: Readonly<Record<string, unknown>> | undefined

/** Signs ID tokens; all others are opaque. Made once a process: that takes longer than all the rest of a start. */
const signingKey = () =>
  (key ??= {
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
  })

const refuse = (
  { pages }: AuthorizationServerSettings,
  _request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
): void => {
  const reason = error instanceof Error ? error.message : 'unknown error'
  response
    .writeHead(400, { 'content-type': 'text/html; charset=utf-8' })
    .end(pages.refusal(escapeHtml(reason)))
}
