import { describe, expect, it } from 'vitest'
import { callTool, fakeContext, jsonResponse } from '../testing/fake-context.ts'
import { stripe } from './stripe.ts'

const balance = { available: [], pending: [], livemode: false }

function refused(status: number, message: string) {
  return jsonResponse({ error: { type: 'invalid_request_error', message } }, { status })
}

describe('stripe', () => {
  it('keeps the test and the live key of one account apart', async () => {
    const account = { id: 'acct_1', email: null, settings: { dashboard: { display_name: 'Acme' } } }
    const { context, requests } = fakeContext(stripe, [jsonResponse(balance), jsonResponse(account)])
    expect(await stripe.account.identify(context)).toEqual({ id: 'acct_1/test', name: 'Acme (test)' })
    expect(requests.map(({ url }) => url.pathname)).toEqual(['/v1/balance', '/v1/account'])
  })

  it('connects a restricted key that may not read the account', async () => {
    const answers = [jsonResponse(balance), refused(403, 'The provided key does not have the permissions.')]
    const { context } = fakeContext(stripe, answers)
    expect(await stripe.account.identify(context)).toEqual({ id: 'test', name: 'Stripe (test)' })
  })

  it('does not take a wrong key for a restricted one', async () => {
    const { context } = fakeContext(stripe, [jsonResponse(balance), refused(401, 'Invalid API Key provided')])
    await expect(stripe.account.identify(context)).rejects.toMatchObject({ status: 401 })
  })

  it.each([
    [400, 'This invoice is already finalized.'],
    [402, 'Charge pi_1 has already been refunded.'],
    [404, 'No such payment_intent: pi_1'],
    [429, 'Request rate limit exceeded.'],
  ])('passes HTTP %i on in Stripe’s words', async (status, message) => {
    const call = callTool(stripe, 'stripe_create_refund', { payment_id: 'pi_1' }, refused(status, message))
    await expect(call).rejects.toMatchObject({ status, reason: message })
  })

  it('refuses a time that is none: Stripe would list everything', async () => {
    const call = callTool(stripe, 'stripe_list_payments', { created_after: 'yesterday' })
    await expect(call).rejects.toMatchObject({ status: 400 })
  })

  it.each(['stripe_create_refund', 'stripe_send_invoice', 'stripe_mark_invoice_final'])(
    'asks before %s as before something that cannot be undone',
    (name) => {
      const tool = stripe.tools.find((candidate) => candidate.name === name)
      expect(tool).toMatchObject({ effect: 'destructive', defaultPolicy: 'ask' })
    },
  )

  it.each([
    ['stripe_create_refund', { payment_id: 'pi_1' }, 'Refund all of the payment “pi_1”'],
    [
      'stripe_create_refund',
      { payment_id: 'pi_1', amount: 500 },
      'Refund “500” (in minor units) of the payment “pi_1”',
    ],
    [
      'stripe_add_invoice_item',
      { invoice_id: 'in_1', amount: 1050, currency: 'eur', description: 'Tea' },
      'Add “1 × 1050 eur, Tea” (in minor units) to the invoice “in_1”',
    ],
    [
      'stripe_cancel_subscription',
      { subscription_id: 'sub_1', now: true },
      'Cancel the subscription “sub_1” at once',
    ],
  ])('%s is announced in the dialog from its arguments', (name, args, sentence) => {
    expect(stripe.tools.find((tool) => tool.name === name)?.summarize(args)).toBe(sentence)
  })
})
