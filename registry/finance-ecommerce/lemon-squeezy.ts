import { z } from 'zod'
import { defineIntegration } from '../define.ts'
import { pageNumber, pageParameters, type PageArguments } from '../paging.ts'
import { quote } from '../sentences.ts'
import * as answers from './lemon-squeezy-answers.ts'

const store_id = z.string().optional()
const email = z.string().optional().describe('Of the customer')

/** Paging of JSON:API: https://docs.lemonsqueezy.com/api/getting-started/requests#pagination */
function pageQuery({ cursor, limit }: PageArguments) {
  return { 'page[number]': pageNumber(cursor), 'page[size]': limit }
}

/**
 * @see https://docs.lemonsqueezy.com/api
 * @see https://github.com/lmsqueezy/lemonsqueezy.js
 */
export const lemonSqueezy = defineIntegration({
  id: 'lemon-squeezy',
  name: 'Lemon Squeezy',
  category: 'finance-ecommerce',
  description: 'Orders, customers and subscriptions of digital products.',
  icon: 'lemon-squeezy.svg',
  auth: [
    {
      type: 'api_key',
      label: 'API key',
      prefix: 'Bearer ',
      helpUrl: 'https://app.lemonsqueezy.com/settings/api',
    },
  ],
  hosts: ['api.lemonsqueezy.com'],
  apiBase: 'https://api.lemonsqueezy.com/v1',
  // JSON:API names its own type both ways; Lemon Squeezy shows both headers on every request.
  headers: { accept: 'application/vnd.api+json', 'content-type': 'application/vnd.api+json' },
  account: {
    async identify({ request }) {
      const { data } = await request('GET /users/me', { schema: answers.userAnswer })
      const { id, attributes } = data.data
      return { id, name: attributes.email ?? attributes.name ?? id }
    },
  },
  tools: [
    {
      name: 'lemon_squeezy_list_stores',
      description: 'Stores with sales and revenue, for store_id.',
      parameters: z.object(pageParameters),
      async handler(page, { request }) {
        const { data } = await request('GET /stores', {
          query: pageQuery(page),
          schema: answers.storesAnswer,
        })
        return answers.pageOf('stores', data, answers.storeRow)
      },
    },
    {
      name: 'lemon_squeezy_list_products',
      description: 'Products, by name.',
      parameters: z.object({ store_id, ...pageParameters }),
      async handler({ store_id, ...page }, { request }) {
        const query = { 'filter[store_id]': store_id, ...pageQuery(page) }
        const { data } = await request('GET /products', { query, schema: answers.productsAnswer })
        return answers.pageOf('products', data, answers.productRow)
      },
    },
    {
      name: 'lemon_squeezy_get_product',
      description: 'One product with its description. To read on, pass next_offset as offset.',
      parameters: z.object({ product_id: z.string(), offset: z.int().min(0).default(0) }),
      async handler({ product_id, offset }, { request }) {
        const { data } = await request('GET /products/{product_id}', {
          path: { product_id },
          schema: answers.productAnswer,
        })
        return answers.productDetail(data.data, offset)
      },
    },
    {
      name: 'lemon_squeezy_list_orders',
      description: 'Orders, newest first.',
      parameters: z.object({ store_id, email, ...pageParameters }),
      async handler({ store_id, email, ...page }, { request }) {
        const query = { 'filter[store_id]': store_id, 'filter[user_email]': email, ...pageQuery(page) }
        const { data } = await request('GET /orders', { query, schema: answers.ordersAnswer })
        return answers.pageOf('orders', data, answers.orderRow)
      },
    },
    {
      name: 'lemon_squeezy_get_order',
      description: 'One order: amounts, refund, receipt.',
      parameters: z.object({ order_id: z.string() }),
      async handler(path, { request }) {
        const { data } = await request('GET /orders/{order_id}', { path, schema: answers.orderAnswer })
        return answers.orderDetail(data.data)
      },
    },
    {
      name: 'lemon_squeezy_list_customers',
      description: 'Customers with their revenue, newest first.',
      parameters: z.object({ store_id, email, ...pageParameters }),
      async handler({ store_id, email, ...page }, { request }) {
        const query = { 'filter[store_id]': store_id, 'filter[email]': email, ...pageQuery(page) }
        const { data } = await request('GET /customers', { query, schema: answers.customersAnswer })
        return answers.pageOf('customers', data, answers.customerRow)
      },
    },
    {
      name: 'lemon_squeezy_list_subscriptions',
      description: 'Subscriptions, newest first.',
      parameters: z.object({
        store_id,
        email,
        status: z
          .enum(['on_trial', 'active', 'paused', 'past_due', 'unpaid', 'cancelled', 'expired'])
          .optional(),
        ...pageParameters,
      }),
      async handler({ store_id, email, status, ...page }, { request }) {
        const filters = {
          'filter[store_id]': store_id,
          'filter[user_email]': email,
          'filter[status]': status,
        }
        const { data } = await request('GET /subscriptions', {
          query: { ...filters, ...pageQuery(page) },
          schema: answers.subscriptionsAnswer,
        })
        return answers.pageOf('subscriptions', data, answers.subscriptionRow)
      },
    },
    {
      name: 'lemon_squeezy_get_subscription',
      description: 'One subscription: trial, pause, renewal, end.',
      parameters: z.object({ subscription_id: z.string() }),
      async handler(path, { request }) {
        const { data } = await request('GET /subscriptions/{subscription_id}', {
          path,
          schema: answers.subscriptionAnswer,
        })
        return answers.subscriptionDetail(data.data)
      },
    },
    {
      name: 'lemon_squeezy_cancel_subscription',
      description: 'Cancel a subscription. It stays valid until ends_at and is not renewed.',
      parameters: z.object({ subscription_id: z.string() }),
      summary: ({ subscription_id }) => `Cancel the subscription ${quote(subscription_id)}`,
      async handler(path, { request }) {
        const { data } = await request('DELETE /subscriptions/{subscription_id}', {
          path,
          schema: answers.subscriptionAnswer,
        })
        return answers.subscriptionDetail(data.data)
      },
    },
  ],
})
