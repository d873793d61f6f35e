import { describe, expect, it } from 'vitest'
import { callTool, jsonResponse } from '../testing/fake-context.ts'
import { lemonSqueezy } from './lemon-squeezy.ts'

const created_at = '2026-01-02T03:04:05.000000Z'
const onePage = { page: { currentPage: 1, from: 1, lastPage: 1, perPage: 20, to: 1, total: 1 } }

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
const productRow = {
  id: '1',
  name: 'Course',
  status: 'published',
  price: '$9.99',
  store_id: 7,
  test_mode: true,
}
const order = {
  type: 'orders',
  id: '2',
  attributes: {
    store_id: 7,
    customer_id: 3,
    identifier: '104e18a2',
    order_number: 42,
    user_name: 'Ada',
    user_email: 'ada@example.com',
    currency: 'EUR',
    status: 'paid',
    refunded: false,
    refunded_at: null,
    refunded_amount: 100,
    refunded_amount_formatted: '€1.00',
    total_formatted: '€9.99',
    tax_formatted: '€1.60',
    discount_total_formatted: '€0.00',
    first_order_item: { id: 1, product_name: 'Course', variant_name: 'Default', quantity: 1 },
    urls: { receipt: 'https://app.lemonsqueezy.com/my-orders/1' },
    created_at,
    test_mode: false,
  },
}
const orderRow = {
  id: '2',
  number: 42,
  customer: 'Ada',
  email: 'ada@example.com',
  product: 'Course',
  total: '€9.99',
  status: 'paid',
  created_at,
}
const subscription = {
  type: 'subscriptions',
  id: '5',
  attributes: {
    store_id: 7,
    customer_id: 3,
    order_id: 2,
    product_name: 'Club',
    variant_name: 'Monthly',
    user_name: 'Ada',
    user_email: 'ada@example.com',
    status: 'cancelled',
    card_last_four: '4242',
    pause: { mode: 'void', resumes_at: null },
    cancelled: true,
    trial_ends_at: null,
    renews_at: '2026-02-01T00:00:00.000000Z',
    ends_at: '2026-02-01T00:00:00.000000Z',
    created_at,
    test_mode: false,
  },
}
const subscriptionRow = {
  id: '5',
  product: 'Club',
  variant: 'Monthly',
  customer: 'Ada',
  email: 'ada@example.com',
  status: 'cancelled',
  renews_at: '2026-02-01T00:00:00.000000Z',
  ends_at: '2026-02-01T00:00:00.000000Z',
}
const subscriptionDetail = {
  ...subscriptionRow,
  pause: 'void',
  created_at,
  customer_id: 3,
  order_id: 2,
  store_id: 7,
}

interface Case {
  readonly tool: string
  readonly args: Readonly<Record<string, unknown>>
  readonly sends: string
  readonly query?: Readonly<Record<string, string>>
  readonly answer: Response
  readonly result: unknown
}

const cases: readonly Case[] = [
  {
    tool: 'lemon_squeezy_list_stores',
    args: { cursor: '2', limit: 10 },
    sends: 'GET /v1/stores',
    query: { 'page[number]': '2', 'page[size]': '10' },
    answer: jsonResponse({
      meta: { page: { currentPage: 2, lastPage: 3 } },
      data: [
        {
          type: 'stores',
          id: '7',
          attributes: {
            name: 'Acme',
            slug: 'acme',
            url: 'https://acme.lemonsqueezy.com',
            currency: 'EUR',
            total_sales: 3,
            total_revenue: 2997,
            thirty_day_sales: 1,
            thirty_day_revenue: 999,
          },
        },
      ],
    }),
    result: {
      stores: [
        {
          id: '7',
          name: 'Acme',
          url: 'https://acme.lemonsqueezy.com',
          currency: 'EUR',
          total_sales: 3,
          thirty_day_sales: 1,
          total_revenue_usd_cents: 2997,
          thirty_day_revenue_usd_cents: 999,
        },
      ],
      next_cursor: '3',
    },
  },
  {
    tool: 'lemon_squeezy_list_products',
    args: { store_id: '7' },
    sends: 'GET /v1/products',
    query: { 'filter[store_id]': '7', 'page[size]': '20' },
    answer: jsonResponse({ meta: onePage, data: [product] }),
    result: { products: [productRow] },
  },
  {
    tool: 'lemon_squeezy_get_product',
    args: { product_id: '1' },
    sends: 'GET /v1/products/1',
    answer: jsonResponse({ data: product }),
    result: {
      ...productRow,
      url: 'https://acme.lemonsqueezy.com/checkout/buy/1',
      updated_at: created_at,
      description: '<p>All of it</p>',
    },
  },
  {
    tool: 'lemon_squeezy_list_orders',
    args: { store_id: '7', email: 'ada@example.com' },
    sends: 'GET /v1/orders',
    query: { 'filter[store_id]': '7', 'filter[user_email]': 'ada@example.com', 'page[size]': '20' },
    answer: jsonResponse({ meta: onePage, data: [order] }),
    result: { orders: [orderRow] },
  },
  {
    tool: 'lemon_squeezy_get_order',
    args: { order_id: '2' },
    sends: 'GET /v1/orders/2',
    answer: jsonResponse({ data: order }),
    result: {
      ...orderRow,
      variant: 'Default',
      quantity: 1,
      currency: 'EUR',
      tax: '€1.60',
      discount: '€0.00',
      refunded: '€1.00',
      receipt_url: 'https://app.lemonsqueezy.com/my-orders/1',
      customer_id: 3,
      store_id: 7,
    },
  },
  {
    tool: 'lemon_squeezy_list_customers',
    args: { email: 'ada@example.com' },
    sends: 'GET /v1/customers',
    query: { 'filter[email]': 'ada@example.com', 'page[size]': '20' },
    answer: jsonResponse({
      meta: onePage,
      data: [
        {
          type: 'customers',
          id: '3',
          attributes: {
            store_id: 7,
            name: 'Ada',
            email: 'ada@example.com',
            status: 'subscribed',
            city: null,
            country: 'GB',
            mrr: 999,
            mrr_formatted: '$9.99',
            total_revenue_currency_formatted: '$19.98',
            urls: { customer_portal: null },
            created_at,
            test_mode: false,
          },
        },
      ],
    }),
    result: {
      customers: [
        {
          id: '3',
          store_id: 7,
          name: 'Ada',
          email: 'ada@example.com',
          status: 'subscribed',
          country: 'GB',
          created_at,
          revenue: '$19.98',
          monthly_revenue: '$9.99',
        },
      ],
    },
  },
  {
    tool: 'lemon_squeezy_list_subscriptions',
    args: { status: 'cancelled', email: 'ada@example.com' },
    sends: 'GET /v1/subscriptions',
    query: { 'filter[status]': 'cancelled', 'filter[user_email]': 'ada@example.com', 'page[size]': '20' },
    answer: jsonResponse({ meta: onePage, data: [subscription] }),
    result: { subscriptions: [subscriptionRow] },
  },
  {
    tool: 'lemon_squeezy_get_subscription',
    args: { subscription_id: '5' },
    sends: 'GET /v1/subscriptions/5',
    answer: jsonResponse({ data: subscription }),
    result: subscriptionDetail,
  },
  {
    tool: 'lemon_squeezy_cancel_subscription',
    args: { subscription_id: '5' },
    sends: 'DELETE /v1/subscriptions/5',
    answer: jsonResponse({ data: subscription }),
    result: subscriptionDetail,
  },
]

describe('every tool of lemon-squeezy', () => {
  it.each(cases)('$tool sends $sends and shapes the answer', async ({ tool, args, answer, ...expected }) => {
    const { result, requests } = await callTool(lemonSqueezy, tool, args, answer)
    expect(requests).toHaveLength(1)
    const [sent] = requests
    expect(`${sent?.method} ${sent?.url.pathname}`).toBe(expected.sends)
    expect(sent?.url.origin).toBe('https://api.lemonsqueezy.com')
    expect(sent?.query).toEqual(expected.query ?? {})
    expect(sent?.headers.get('accept')).toBe('application/vnd.api+json')
    expect(sent?.headers.get('content-type')).toBe('application/vnd.api+json')
    expect(sent?.body).toBeUndefined()
    expect(result).toEqual(expected.result)
  })

  it('has a test row for every tool', () => {
    const tested = new Set(cases.map(({ tool }) => tool))
    expect(lemonSqueezy.tools.map((tool) => tool.name).filter((name) => !tested.has(name))).toEqual([])
  })
})
