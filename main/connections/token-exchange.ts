import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { TokenExchange } from '../../registry/auth.ts'
import type { Integration } from '../../registry/define.ts'
import { errorReason } from '../../registry/error-reason.ts'
import type { Clock, Network } from '../platform/platform.ts'
import { clientBasic } from './client-basic.ts'
import type { ExchangedCredential } from './credential.ts'
import { secretsOf, withoutSecrets } from './echoed-secrets.ts'
import { fillValues } from './placement.ts'
import { unreachable } from './unreachable.ts'

const TIMEOUT_MS = 30_000
const REFUSALS = new Set([400, 401, 403])

const lifetime = z.object({ expires_in: z.coerce.number().positive().optional().catch(undefined) })

/**
 * Exchanges what a person entered for a short-lived token (RFC 6749 4.4.2).
 *
 * @param exchange the definition's facts, with the site filled in
 * @throws HubError KEY_REJECTED when the provider refuses the values, NETWORK, RATE_LIMITED or
 *   INTEGRATIONS_EXECUTION_FAILED when nothing is known about them
 */
export async function exchangeValues(
  integration: Pick<Integration, 'name' | 'auth' | 'refusal'>,
  exchange: TokenExchange,
  values: Readonly<Record<string, string>>,
  { network, clock }: { readonly network: Network; readonly clock: Clock },
): Promise<ExchangedCredential> {
  const { name, refusal } = integration
  const response = await send(name, network, exchange, values)
  const text = await response.text().catch(() => '')
  const answer = parsed(text)
  if (!response.ok) {
    const secrets = secretsOf(integration, { type: 'client_credentials', values, accessToken: '' })
    const reason = refusal?.(answer)?.reason ?? errorReason(answer)
    throw refused(name, response.status, withoutSecrets(reason, secrets))
  }
  const { tokenField = 'access_token' } = exchange
  const token = z.record(z.string(), z.unknown()).safeParse(answer).data?.[tokenField]
  if (typeof token !== 'string' || token === '') {
    throw new HubError('INTEGRATIONS_EXECUTION_FAILED', sentences.connections.values.noToken(name))
  }
  const seconds = lifetime.safeParse(answer).data?.expires_in
  return {
    type: 'client_credentials',
    values,
    accessToken: token,
    ...(seconds !== undefined && { expiresAt: clock.now() + seconds * 1_000 }),
  }
}

async function send(
  name: string,
  network: Network,
  { url, parameters, body = 'form', basic }: TokenExchange,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const fields: Record<string, string> = Object.fromEntries(
    Object.entries(parameters).map(([key, value]) => [key, fillValues(value, values)]),
  )
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': 'Gatehouse',
    'content-type': body === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
  }
  if (basic !== undefined) {
    const [clientId, clientSecret] = [fillValues(basic.user, values), fillValues(basic.password, values)]
    headers['authorization'] = clientBasic({ clientId, clientSecret })
  }
  try {
    return await network.fetch(url, {
      method: 'POST',
      headers,
      body: body === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (error) {
    throw unreachable(name, url, error)
  }
}

function refused(name: string, status: number, reason: string | undefined): HubError {
  const { values } = sentences.connections
  const withReason = (sentence: Sentence): Sentence =>
    reason === undefined ? sentence : values.itSays(sentence, reason.replace(/\.$/, ''))
  if (status === 429) return new HubError('RATE_LIMITED', withReason(values.askedTooOften(name)))
  if (REFUSALS.has(status)) return new HubError('KEY_REJECTED', withReason(values.refused(name)))
  return new HubError('INTEGRATIONS_EXECUTION_FAILED', withReason(values.answered(name, status)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
