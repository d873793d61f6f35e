import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { stripe } from './stripe.ts'

const created = 1_767_322_800
const createdAt = '2026-01-02T03:00:00.000Z'

const customer = {
  id: 'cus_1',
  object: 'customer',
  name: 'Ada',
  email: 'ada@example.com',
  phone: null,
  description: null,
  balance: 0,
  currency: 'eur',
  delinquent: false,
  created,
}
const customerRow = {
  id: 'cus_1',
  name: 'Ada',
  email: 'ada@example.com',
  balance: 0,
  currency: 'eur',
  created_at: createdAt,
}
const invoice = {
  id: 'in_1',
  object: 'invoice',
  number: 'A-1',
  status: 'open',
  customer: 'cus_1',
  customer_name: 'Ada',
  currency: 'eur',
  total: 1050,
  amount_due: 1050,
  amount_paid: 0,
  amount_remaining: 1050,
  description: null,
  due_date: created,
  created,
  hosted_invoice_url: 'https://invoice.stripe.com/i/1',
}
const invoiceRow = {
  id: 'in_1',
  number: 'A-1',
  status: 'open',
  customer_id: 'cus_1',
  customer_name: 'Ada',
  currency: 'eur',
  total: 1050,
  amount_due: 1050,
  amount_paid: 0,
  amount_remaining: 1050,
  due_at: createdAt,
  created_at: createdAt,
  url: 'https://invoice.stripe.com/i/1',
}
const price = {
  id: 'price_1',
  nickname: null,
  currency: 'eur',
  unit_amount: 900,
  type: 'recurring',
  recurring: { interval: 'month', interval_count: 1 },
}
const subscription = {
  id: 'sub_1',
  status: 'active',
  customer: 'cus_1',
  description: null,
  currency: 'eur',
  cancel_at_period_end: true,
  cancel_at: created,
  start_date: created,
  items: {
    object: 'list',
    data: [{ id: 'si_1', quantity: 2, current_period_end: created, price: { ...price, product: 'prod_1' } }],
  },
}
const subscriptionRow = {
  id: 'sub_1',
  status: 'active',
  customer_id: 'cus_1',
  currency: 'eur',
  items: [
    { price_id: 'price_1', unit_amount: 900, interval: 'month', quantity: 2, current_period_end: createdAt },
  ],
  started_at: createdAt,
  cancel_at: createdAt,
  cancel_at_period_end: true,
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
  readonly answer: unknown
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'stripe_get_balance',
    args: {},
    sends: 'GET /v1/balance',
    answer: {
      available: [{ amount: 100, currency: 'eur', source_types: { card: 100 } }],
      pending: [],
      livemode: true,
    },
    result: { available: [{ amount: 100, currency: 'eur' }], pending: [], livemode: true },
  },
  {
    tool: 'stripe_search_customers',
    args: { query: 'email:"ada@example.com"', cursor: 'p2', limit: 10 },
    sends: 'GET /v1/customers/search',
    query: { query: 'email:"ada@example.com"', page: 'p2', limit: '10' },
    answer: { object: 'search_result', data: [customer], has_more: true, next_page: 'p3' },
    result: { customers: [customerRow], next_cursor: 'p3' },
  },
  {
    tool: 'stripe_list_customers',
    args: { email: 'ada@example.com', cursor: 'cus_0' },
    sends: 'GET /v1/customers',
    query: { email: 'ada@example.com', limit: '20', starting_after: 'cus_0' },
    answer: { object: 'list', data: [customer], has_more: true },
    result: { customers: [customerRow], next_cursor: 'cus_1' },
  },
  {
    tool: 'stripe_list_payments',
    args: { customer_id: 'cus_1', created_after: createdAt },
    sends: 'GET /v1/payment_intents',
    query: { customer: 'cus_1', 'created[gte]': String(created), limit: '20' },
    answer: {
      data: [
        {
          id: 'pi_1',
          status: 'requires_payment_method',
          amount: 1050,
          amount_received: 0,
          currency: 'eur',
          customer: 'cus_1',
          last_payment_error: { message: 'Your card was declined.' },
          created,
        },
      ],
      has_more: false,
    },
    result: {
      payments: [
        {
          id: 'pi_1',
          status: 'requires_payment_method',
          amount: 1050,
          amount_received: 0,
          currency: 'eur',
          customer_id: 'cus_1',
          error: 'Your card was declined.',
          created_at: createdAt,
        },
      ],
    },
  },
  {
    tool: 'stripe_list_invoices',
    args: { customer_id: 'cus_1', subscription_id: 'sub_1', status: 'open', created_after: createdAt },
    sends: 'GET /v1/invoices',
    query: {
      customer: 'cus_1',
      subscription: 'sub_1',
      status: 'open',
      'created[gte]': String(created),
      limit: '20',
    },
    answer: { data: [invoice], has_more: false },
    result: { invoices: [invoiceRow] },
  },
  {
    tool: 'stripe_list_subscriptions',
    args: { customer_id: 'cus_1', status: 'all' },
    sends: 'GET /v1/subscriptions',
    query: { customer: 'cus_1', status: 'all', limit: '20' },
    answer: { data: [subscription], has_more: false },
    result: { subscriptions: [subscriptionRow] },
  },
  {
    tool: 'stripe_list_prices',
    args: { product_id: 'prod_1' },
    sends: 'GET /v1/prices',
    query: { active: 'true', product: 'prod_1', 'expand[]': 'data.product', limit: '20' },
    answer: { data: [{ ...price, product: { id: 'prod_1', name: 'Tea' } }], has_more: false },
    result: {
      prices: [
        {
          id: 'price_1',
          currency: 'eur',
          unit_amount: 900,
          type: 'recurring',
          interval: 'month',
          interval_count: 1,
          product_id: 'prod_1',
          product: 'Tea',
        },
      ],
    },
  },
  {
    tool: 'stripe_create_customer',
    args: { name: 'Ada', email: 'ada@example.com' },
    sends: 'POST /v1/customers',
    form: { name: 'Ada', email: 'ada@example.com' },
    answer: customer,
    result: customerRow,
  },
  {
    tool: 'stripe_create_invoice',
    args: { customer_id: 'cus_1', currency: 'eur', days_until_due: 14 },
    sends: 'POST /v1/invoices',
    form: {
      customer: 'cus_1',
      collection_method: 'send_invoice',
      auto_advance: 'false',
      currency: 'eur',
      days_until_due: '14',
    },
    answer: invoice,
    result: invoiceRow,
  },
  {
    tool: 'stripe_add_invoice_item',
    args: { customer_id: 'cus_1', invoice_id: 'in_1', price_id: 'price_1', quantity: 2 },
    sends: 'POST /v1/invoiceitems',
    form: { customer: 'cus_1', invoice: 'in_1', 'pricing[price]': 'price_1', quantity: '2' },
    answer: { id: 'ii_1', amount: 1800, currency: 'eur', description: 'Tea', invoice: 'in_1' },
    result: { id: 'ii_1', amount: 1800, currency: 'eur', description: 'Tea', invoice_id: 'in_1' },
  },
  {
    tool: 'stripe_mark_invoice_final',
    args: { invoice_id: 'in_1' },
    sends: 'POST /v1/invoices/in_1/finalize',
    form: { auto_advance: 'false' },
    answer: invoice,
    result: invoiceRow,
  },
  {
    tool: 'stripe_send_invoice',
    args: { invoice_id: 'in_1' },
    sends: 'POST /v1/invoices/in_1/send',
    answer: invoice,
    result: invoiceRow,
  },
  {
    tool: 'stripe_create_refund',
    args: { payment_id: 'pi_1', amount: 500, reason: 'duplicate' },
    sends: 'POST /v1/refunds',
    form: { payment_intent: 'pi_1', amount: '500', reason: 'duplicate' },
    answer: { id: 're_1', status: 'succeeded', amount: 500, currency: 'eur', payment_intent: 'pi_1' },
    result: { id: 're_1', status: 'succeeded', amount: 500, currency: 'eur', payment_id: 'pi_1' },
  },
  {
    tool: 'stripe_cancel_subscription',
    args: { subscription_id: 'sub_1' },
    sends: 'POST /v1/subscriptions/sub_1',
    form: { cancel_at_period_end: 'true' },
    answer: subscription,
    result: subscriptionRow,
  },
  {
    tool: 'stripe_cancel_subscription',
    args: { subscription_id: 'sub_1', now: true },
    sends: 'DELETE /v1/subscriptions/sub_1',
    answer: subscription,
    result: subscriptionRow,
  },
]

describe('every tool of stripe', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(stripe, tool, args, jsonResponse(answer))
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.origin}${sent?.url.pathname}`).toBe(
      expected.sends.replace(' ', ' https://api.stripe.com'),
    )
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.body).toEqual(expected.form)
    expect(sent?.headers.get('stripe-version')).toBe('2026-10-28.endive')
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(stripe.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
