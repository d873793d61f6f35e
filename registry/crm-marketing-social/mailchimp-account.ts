import type { Field } from '../auth.ts'
import type { Account } from '../define.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { FIELDS, metadataAnswer, rootAnswer } from './mailchimp-answers.ts'

export const API_HOST = '{dc}.api.mailchimp.com'
export const SIGN_IN_HOST = 'login.mailchimp.com'

/** A key says at its end in which data center the account lives. */
export const key: Field = {
  name: 'key',
  label: 'API key',
  kind: 'secret',
  placeholder: '…-us21',
  hint: 'With the dash and the data center at its end',
  pattern: /^\w+-(?<dc>[a-z]{2}\d+)$/,
}

export async function identify({ request, site }: Pick<ToolContext, 'request' | 'site'>): Promise<Account> {
  if (site['dc'] === undefined) return await signedInAccount(request)
  const { data } = await request('GET /', { query: { fields: FIELDS.root }, schema: rootAnswer })
  return { id: data.account_id, name: data.account_name ?? data.email ?? data.account_id }
}

/** Where a signed-in account lives only this address knows; it refuses a token with status 200. */
async function signedInAccount(request: ToolContext['request']): Promise<Account> {
  const base = `https://${SIGN_IN_HOST}`
  const { data } = await request('GET /oauth2/metadata', { base, schema: metadataAnswer })
  const { dc, user_id } = data
  if (!dc || !user_id) throw new ProviderError(data.error ?? ownReason('noAccountNamed', 'Mailchimp'), 401)
  const id = String(user_id)
  return { id, name: data.accountname ?? data.login?.email ?? id, site: { dc } }
}
