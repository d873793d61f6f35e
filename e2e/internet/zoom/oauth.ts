import { randomBytes } from 'node:crypto'
import { bodyParameters, jsonAnswer, type SimulatedAnswer, type SimulatedRequest } from '../exchange.ts'

/** A Server-to-Server OAuth app of one account. */
export const zoomApp = {
  account_id: 'Acc0unt_meridian',
  client_id: 'gatehouse-zoom',
  client_secret: 'zoom-secret',
}

type Checked = 'valid' | 'ended' | 'unknown'

/**
 * The token endpoint of such apps: values in, a token out, and no refresh token.
 *
 * @see https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export const createZoomTokens = (control: { readonly tokenSeconds: number; readonly appSecret: string }) => {
  const endsAt = new Map<string, number>()
  return {
    issue(request: SimulatedRequest): SimulatedAnswer {
      const { grant_type: grant, account_id: account } = bodyParameters(request)
      if (request.headers['authorization'] !== basic(zoomApp.client_id, control.appSecret)) {
        return refusal('invalid_client', 'Invalid client_id or client_secret')
      }
      if (grant !== 'account_credentials') return refusal('unsupported_grant_type', 'unsupported grant type')
      if (account !== zoomApp.account_id) return refusal('invalid_request', 'Bad Request')
      const token = randomBytes(24).toString('base64url')
      endsAt.set(token, request.at + control.tokenSeconds * 1_000)
      return jsonAnswer(200, {
        access_token: token,
        token_type: 'bearer',
        expires_in: control.tokenSeconds,
        scope: 'user:read:user:admin meeting:read:list_meetings:admin meeting:write:meeting:admin',
        api_url: 'https://api.zoom.us',
      })
    },
    end: (): void => endsAt.clear(),
    check({ headers, at }: SimulatedRequest): Checked {
      const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1] ?? ''
      const end = endsAt.get(token)
      if (end === undefined) return 'unknown'
      return at < end ? 'valid' : 'ended'
    },
  }
}

const refusal = (error: string, reason: string): SimulatedAnswer => jsonAnswer(400, { reason, error })

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
