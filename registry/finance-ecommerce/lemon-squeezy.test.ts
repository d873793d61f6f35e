import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { lemonSqueezy } from './lemon-squeezy.ts'

const created_at = '2026-01-02T03:04:05.000000Z'
const product = {
  type: 'products',
  id: '1',
  attributes: {
    store_id: 7,
    name: 'Course',
    slug: 'course',
    description: '<p>All of it</p>',
    status: 'published',
    price: 999,
    price_formatted: '$9.99',
    buy_now_url: 'https://acme.lemonsqueezy.com/checkout/buy/1',
    updated_at: created_at,
    test_mode: true,
  },
}

describe('lemon-squeezy', () => {
  it('reads a long description on from offset', async () => {
    const description = 'a'.repeat(10_000) + 'b'.repeat(5)
    const long = jsonResponse({ data: { ...product, attributes: { ...product.attributes, description } } })
    const args = { product_id: '1', offset: 10_000 }
    const { result } = await callTool(lemonSqueezy, 'lemon_squeezy_get_product', args, long)
    expect(result).toMatchObject({ description: 'bbbbb', total_chars: 10_005 })
  })

  it.each([
    [401, { detail: 'Unauthenticated.', status: '401', title: 'Unauthorized' }],
    [404, { detail: 'The related resource does not exist.', status: '404', title: 'Not Found' }],
    [422, { detail: 'The order id must be a number.', status: '422', title: 'Unprocessable Entity' }],
  ])('hands a refusal %i on in the words of Lemon Squeezy', async (status, error) => {
    const answer = jsonResponse({ jsonapi: { version: '1.0' }, errors: [error] }, { status })
    const refused = callTool(lemonSqueezy, 'lemon_squeezy_get_order', { order_id: '1' }, answer)
    await expect(refused).rejects.toMatchObject({ status, reason: error.detail })
  })

  it('passes a rate limit on with the time to wait', async () => {
    const limited = jsonResponse(
      { message: 'Too Many Attempts.' },
      { status: 429, headers: { 'retry-after': '30' } },
    )
    const refused = callTool(lemonSqueezy, 'lemon_squeezy_list_orders', {}, limited)
    await expect(refused).rejects.toMatchObject({ status: 429, retryAfterSeconds: 30 })
  })

  it('names the account by e-mail', async () => {
    const user = { type: 'users', id: '11', attributes: { name: 'Ada', email: 'ada@example.com' } }
    const { context, requests } = fakeContext(lemonSqueezy, [jsonResponse({ data: user })])
    expect(await lemonSqueezy.account.identify(context)).toEqual({ id: '11', name: 'ada@example.com' })
    expect(requests[0]?.url.href).toBe('https://api.lemonsqueezy.com/v1/users/me')
  })

  it('announces a cancellation in the dialog, as something that cannot be undone', () => {
    const cancel = lemonSqueezy.tools.find(({ name }) => name === 'lemon_squeezy_cancel_subscription')
    expect(cancel?.summarize({ subscription_id: '5' })).toBe('Cancel the subscription “5”')
    expect(cancel?.effect).toBe('destructive')
  })
})
