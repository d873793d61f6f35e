import type { Account } from '../define.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import type { ToolContext } from '../tool-context.ts'
import { resourcesAnswer, userAnswer } from './jira-answers.ts'

const GATEWAY = 'https://api.atlassian.com'
const CLOUD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SITE_URL = /^https:\/\/([a-z0-9-]+)\.atlassian\.net\/?$/i

type Request = ToolContext['request']

/** A token names its site; of a sign-in only Atlassian knows which sites the person let it reach. */
export async function identify({ request, site }: Pick<ToolContext, 'request' | 'site'>): Promise<Account> {
  if (site['site'] === undefined) return await signedInAccount(request)
  const { data } = await request('GET /rest/api/3/myself', { schema: userAnswer })
  return { id: data.accountId, name: data.emailAddress ?? data.displayName ?? data.accountId }
}

/** @see https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/ */
async function signedInAccount(request: Request): Promise<Account> {
  const { id, name, url } = await firstSite(request)
  const base = `${GATEWAY}/ex/jira/${id}`
  const { data } = await request('GET /rest/api/3/myself', { base, schema: userAnswer })
  const label = SITE_URL.exec(url ?? '')?.[1]
  return {
    id: data.accountId,
    name: `${data.emailAddress ?? data.displayName ?? data.accountId} (${label ?? name ?? id})`,
    site: { cloud_id: id, ...(label !== undefined && { site: label }) },
  }
}

/** One sign-in can reach several sites, some of them without Jira; the id becomes part of addresses. */
async function firstSite(request: Request) {
  const options = { base: GATEWAY, schema: resourcesAnswer }
  const { data } = await request('GET /oauth/token/accessible-resources', options)
  const found = data.find(
    ({ id, scopes }) => CLOUD_ID.test(id) && scopes?.some((scope) => scope.includes('jira')),
  )
  if (found === undefined) throw new ProviderError(ownReason('noSite', 'Jira'), 403)
  return found
}
