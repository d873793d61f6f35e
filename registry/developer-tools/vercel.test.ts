import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { vercel } from './vercel.ts'

const lastPage = { count: 1, next: null, prev: null }

describe('vercel', () => {
  it.each([
    [undefined, { offset: 5, log: 'b'.repeat(10_000), total_chars: 10_005 }],
    [0, { log: 'aaaaa' + 'b'.repeat(9995), next_offset: 10_000, total_chars: 10_005 }],
    [10_000, { offset: 10_000, log: 'bbbbb', total_chars: 10_005 }],
  ])('reads a long log from its end, or on from offset %s', async (offset, window) => {
    const answer = jsonResponse([{ created: 1, text: 'aaaaa' + 'b'.repeat(10_000) }])
    const args = { deployment_id: 'dpl_1', offset }
    const { result } = await callTool(vercel, 'vercel_get_build_log', args, answer)
    expect(result).toEqual(window)
  })

  it.each([
    [{ type: 'gitlab', projectNameWithNamespace: 'acme/web/shop' }, 'acme/web/shop'],
    [{ type: 'bitbucket', owner: 'acme', slug: 'shop' }, 'acme/shop'],
    [undefined, undefined],
  ])('names the repository of %j', async (link, repo) => {
    const answer = jsonResponse({ projects: [{ id: 'p', name: 'shop', link }], pagination: lastPage })
    const { result } = await callTool(vercel, 'vercel_list_projects', {}, answer)
    expect(result).toEqual({ projects: [{ id: 'p', name: 'shop', ...(repo && { repo }) }] })
  })

  it.each([
    [401, { code: 'forbidden', message: 'Not authorized' }, 401],
    [403, { code: 'forbidden', message: 'Not authorized', invalidToken: true }, 401],
    [403, { code: 'forbidden', message: 'Not authorized' }, 403],
    [404, { code: 'not_found', message: 'Could not find the deployment: 1' }, 404],
  ])('hands a refusal %i %j on as %i', async (sent, error, status) => {
    const answer = jsonResponse({ error }, { status: sent })
    const refused = callTool(vercel, 'vercel_get_deployment', { deployment: '1' }, answer)
    await expect(refused).rejects.toMatchObject({ status, reason: error.message })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const error = { code: 'rate_limited', message: 'The rate limit of 6 exceeded', limit: { remaining: 0 } }
    const reset = String(Math.floor(Date.now() / 1000) + 60)
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    const limited = jsonResponse({ error }, { status: 429, headers })
    const refused = callTool(vercel, 'vercel_list_projects', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, reason: error.message })
    await expect(refused).rejects.toSatisfy(
      (thrown: { retryAfterSeconds: number }) =>
        thrown.retryAfterSeconds > 55 && thrown.retryAfterSeconds <= 60,
    )
  })

  it('names the account by e-mail', async () => {
    const user = { id: 'u1', email: 'ada@example.com', username: 'ada', name: 'Ada' }
    const { context, requests } = fakeContext(vercel, [jsonResponse({ user })])
    expect(await vercel.account.identify(context)).toEqual({ id: 'u1', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toBe('https://api.vercel.com/v2/user')
  })

  it.each([
    [
      'vercel_create_deployment',
      { deployment_id: 'dpl_1', project_name: 'shop', target: 'production' },
      'Redeploy “dpl_1” of “shop” to production',
    ],
    [
      'vercel_set_production_deployment',
      { project_id: 'prj_1', deployment_id: 'dpl_1' },
      'Put the deployment “dpl_1” of “prj_1” into production',
    ],
    ['vercel_cancel_deployment', { deployment_id: 'dpl_1' }, 'Cancel the deployment “dpl_1”'],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(vercel.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
