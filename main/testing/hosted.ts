import { z } from 'zod'
import type { Field } from '../../registry/auth.ts'
import { defineIntegration } from '../../registry/define.ts'
import { ProviderError } from '../../registry/provider-error.ts'
import type { FakePlatform, SentRequest } from './fake-platform.ts'
import { json } from './notes-service.ts'

const host: Field = {
  name: 'host',
  label: 'Server',
  kind: 'host',
  default: 'hosted.example',
  placeholder: 'git.example.com',
}
const expired = z.object({ error: z.literal('ExpiredToken') })

/** An integration of servers that people run themselves, with every way in. */
export const hosted = defineIntegration({
  id: 'hosted',
  name: 'Hosted',
  category: 'productivity',
  description: 'Things on a server of your own.',
  icon: 'hosted.svg',
  curated: 1,
  hosts: ['{host}'],
  apiBase: 'https://{host}/api',
  auth: [
    {
      type: 'oauth2',
      authorizeUrl: 'https://{host}/authorize',
      tokenUrl: 'https://{host}/token',
      deviceUrl: 'https://{host}/device',
      registration: { url: 'https://{host}/register' },
      revoke: { url: 'https://{host}/revoke', authorization: 'bearer' },
      scopes: { things: 'Read things' },
      fields: [host],
      clientIdEnv: 'HOSTED_CLIENT_ID',
    },
    {
      type: 'api_key',
      label: 'E-mail and token',
      fields: [
        host,
        { name: 'email', label: 'E-mail', kind: 'text' },
        { name: 'token', label: 'Token', kind: 'secret', pattern: /tok-\w+/ },
      ],
      send: { in: 'basic', user: '{email}', password: '{token}' },
      helpUrl: 'https://hosted.example/tokens',
    },
    {
      type: 'client_credentials',
      label: 'App',
      fields: [
        host,
        { name: 'app_id', label: 'App id', kind: 'text' },
        { name: 'app_secret', label: 'App secret', kind: 'secret' },
      ],
      exchange: {
        url: 'https://{host}/token',
        parameters: { grant_type: 'client_credentials', audience: '{app_id}' },
        basic: { user: '{app_id}', password: '{app_secret}' },
      },
      helpUrl: 'https://hosted.example/apps',
    },
  ],
  refusal: (answer) => (expired.safeParse(answer).success ? new ProviderError('expired', 401) : undefined),
  account: {
    async identify({ request, site }) {
      const { data } = await request('GET /me', { schema: z.object({ id: z.string() }) })
      return { id: data.id, name: `${data.id}@${site['host'] ?? ''}` }
    },
  },
  tools: [
    {
      name: 'hosted_get_thing',
      description: 'A thing.',
      parameters: z.object({}),
      handler: async (_args, { request }) => (await request('GET /thing', { schema: z.unknown() })).data,
    },
  ],
})

interface HostedServer {
  /** What the token endpoint answers, by grant type. */
  token: (form: URLSearchParams, request: SentRequest) => Response
  /** What the API answers. */
  api: (request: SentRequest) => Response
}

/** Puts servers behind the platform's network that answer for every host alike. */
export function serveHosted({ network }: FakePlatform): HostedServer {
  const server: HostedServer = {
    token: () => json({ access_token: 'access-1', token_type: 'bearer', expires_in: 3600 }),
    api: () => json({ id: 'ada' }),
  }
  network.respond = (request) => {
    const { pathname } = request.url
    if (pathname === '/token') return server.token(new URLSearchParams(request.body), request)
    if (pathname === '/register') return json({ client_id: `client-of-${request.url.host}` }, { status: 201 })
    if (pathname === '/revoke') return json({})
    if (pathname === '/device') return json(DEVICE_CODE)
    return server.api(request)
  }
  return server
}

const DEVICE_CODE = {
  device_code: 'device-1',
  user_code: 'ABCD-EFGH',
  verification_uri: 'https://hosted.example/activate',
  verification_uri_complete: 'https://hosted.example/activate?code=ABCD-EFGH',
  expires_in: 900,
  interval: 5,
}
