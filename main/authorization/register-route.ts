import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { openUnpairedBody } from '../bridge/body-budget.ts'
import { refuseOtherMedia } from '../bridge/guard.ts'
import { sendJson } from '../bridge/http-error.ts'
import { readJsonBody } from '../bridge/request-body.ts'
import { requireMethod } from '../bridge/rest.ts'
import type { TokenBucket } from '../pairing/token-bucket.ts'
import type { BridgeClients } from './bridge-clients.ts'
import { clientName, redirectUris } from './client-metadata.ts'
import { SCOPE } from './metadata.ts'
import { OAuthProblem } from './oauth-problem.ts'

const metadata = z.object({
  client_name: clientName.default('MCP client'),
  redirect_uris: z.unknown().optional(),
})

/**
 * Dynamic client registration (RFC 7591). Whatever a client would like, it becomes a public one: a program on a
 * desktop cannot keep a secret, and the answer says so (3.2.1).
 *
 * @throws HubError, OAuthProblem
 */
export async function register(
  clients: BridgeClients,
  bucket: TokenBucket,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  requireMethod(request, 'POST')
  refuseOtherMedia(request)
  const retryAfterSeconds = bucket.take()
  if (retryAfterSeconds > 0) {
    throw new HubError('RATE_LIMITED', sentences.authorization.tooManyRegistered, { retryAfterSeconds })
  }
  const body = metadata.safeParse(await readJsonBody(request, openUnpairedBody()))
  if (!body.success) throw new OAuthProblem('invalid_client_metadata', 'The client metadata is not valid.')
  const uris = redirectUris.safeParse(body.data.redirect_uris)
  if (!uris.success) {
    const sentence =
      'redirect_uris are one to ten loopback, https or private-use addresses without a fragment.'
    throw new OAuthProblem('invalid_redirect_uri', sentence)
  }
  const client = clients.register(body.data.client_name, uris.data)
  sendJson(response, 201, {
    client_id: client.id,
    client_id_issued_at: Math.floor(client.createdAt / 1_000),
    client_name: client.name,
    redirect_uris: client.redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    scope: SCOPE,
  })
}
