import type { Account } from '../define.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { accountAnswer, balanceAnswer } from './stripe-answers.ts'

type Request = ToolContext['request']

/** Whose key it is; the keys of one account for test and live money are two connections. */
export async function accountOf(request: Request): Promise<Account> {
  const { data: balance } = await request('GET /v1/balance', { schema: balanceAnswer })
  const mode = balance.livemode === true ? 'live' : 'test'
  const account = await readableAccount(request)
  if (account === undefined) return { id: mode, name: `Stripe (${mode})` }
  const { id, email, business_profile, settings } = account
  const name = settings?.dashboard?.display_name ?? business_profile?.name ?? email ?? id
  return { id: `${id}/${mode}`, name: `${name} (${mode})` }
}

/** A restricted key may lack the right to read the account: undefined then. */
async function readableAccount(request: Request) {
  try {
    return (await request('GET /v1/account', { schema: accountAnswer })).data
  } catch (error) {
    if (error instanceof ProviderError && error.status === 403) return undefined
    throw error
  }
}
