import type { IncomingMessage, ServerResponse } from 'node:http'
import { ACCESS_SECONDS, type AppTokens, type IssuedTokens } from '../apps/app-tokens.ts'
import { sendJson } from '../bridge/http-error.ts'
import { requireMethod } from '../bridge/rest.ts'
import type { PairApp } from '../pairing/pair-app.ts'
import type { AuthorizationCodes } from './authorization-codes.ts'
import type { BridgeClients } from './bridge-clients.ts'
import { readForm } from './form-body.ts'
import { isThisBridge, SCOPE } from './metadata.ts'
import { OAuthProblem } from './oauth-problem.ts'
import type { Parameters } from './parameters.ts'

interface TokenDependencies {
  readonly tokens: AppTokens
  readonly codes: AuthorizationCodes
  readonly clients: BridgeClients
  readonly pairApp: PairApp
}

interface Exchange {
  readonly origin: string
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** The token endpoint (OAuth 2.1, 3.2). @throws HubError, OAuthProblem */
export async function serveToken(dependencies: TokenDependencies, exchange: Exchange): Promise<void> {
  const { origin, request, response } = exchange
  requireMethod(request, 'POST')
  const form = await readForm(request)
  const clientId = clientOf(form)
  const { resource } = form
  if (resource !== undefined && !isThisBridge(resource, origin)) {
    throw new OAuthProblem('invalid_target', 'The resource is not this bridge.')
  }
  const issued = issue(dependencies, form, clientId)
  sendJson(response, 200, {
    access_token: issued.accessToken,
    token_type: 'Bearer',
    expires_in: ACCESS_SECONDS,
    refresh_token: issued.refreshToken,
    scope: SCOPE,
  })
}

/** Revocation (RFC 7009): whatever was sent, the answer tells nothing. @throws HubError, OAuthProblem */
export async function serveRevoke({ tokens }: TokenDependencies, exchange: Exchange): Promise<void> {
  requireMethod(exchange.request, 'POST')
  const form = await readForm(exchange.request)
  const clientId = clientOf(form)
  tokens.revoke(required(form, 'token'), clientId)
  sendJson(exchange.response, 200, {})
}

function issue(dependencies: TokenDependencies, form: Parameters, clientId: string): IssuedTokens {
  if (form['grant_type'] === 'authorization_code') return byCode(dependencies, form, clientId)
  if (form['grant_type'] === 'refresh_token') return byRefreshToken(dependencies, form, clientId)
  throw new OAuthProblem('unsupported_grant_type', 'grant_type is authorization_code or refresh_token.')
}

function byCode(
  { tokens, codes, clients, pairApp }: TokenDependencies,
  form: Parameters,
  clientId: string,
): IssuedTokens {
  const verifier = required(form, 'code_verifier')
  const redirectUri = form['redirect_uri']
  const redeemed = codes.redeem(required(form, 'code'), { clientId, redirectUri, verifier })
  if (redeemed === undefined) throw new OAuthProblem('invalid_grant', 'The code is not valid.')
  const app = pairApp.again(redeemed.granted)
  const issued = tokens.issue(app.id, clientId)
  redeemed.noteFamily(issued.family)
  clients.markUsed(clientId, app.id)
  return issued
}

function byRefreshToken(
  { tokens, clients }: TokenDependencies,
  form: Parameters,
  clientId: string,
): IssuedTokens {
  const issued = tokens.refresh(required(form, 'refresh_token'), clientId)
  if (issued === undefined) throw new OAuthProblem('invalid_grant', 'The refresh token is not valid.')
  clients.markUsed(clientId)
  return issued
}

/** Public clients say who they are and prove it by what they hold. */
function clientOf(form: Parameters): string {
  const clientId = form['client_id']
  if (clientId === undefined) throw new OAuthProblem('invalid_client', 'client_id is missing.', 401)
  return clientId
}

function required(form: Parameters, name: string): string {
  const value = form[name]
  if (value === undefined) throw new OAuthProblem('invalid_request', `${name} is missing.`)
  return value
}
