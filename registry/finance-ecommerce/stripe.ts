import { z } from 'zod'
import { compact } from '../compact.ts'
import { defineIntegration } from '../define.ts'
import { pageParameters, type PageArguments } from '../paging.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { quote } from '../sentences.ts'
import { accountOf } from './stripe-account.ts'
import { invoiceLine } from './stripe-invoice-line.ts'
import * as answers from './stripe-answers.ts'

const optionalId = z.string().optional()
const customerId = z.string().min(1)
const createdAfter = z.string().optional().describe('RFC 3339 time')

function pageQuery({ cursor, limit }: PageArguments) {
  return { limit, starting_after: cursor }
}

/** @throws ProviderError 400 on what is no time */
function secondsOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined
  const milliseconds = Date.parse(time)
  if (Number.isNaN(milliseconds)) throw new ProviderError(ownReason('notATime', 'created_after'), 400)
  return Math.floor(milliseconds / 1000)
}

/** Checked against https://github.com/stripe/openapi and its types in https://github.com/stripe/stripe-node */
export const stripe = defineIntegration({
  id: 'stripe',
  name: 'Stripe',
  category: 'finance-ecommerce',
  description: 'Customers, payments, invoices and subscriptions.',
  icon: 'stripe.svg',
  auth: {
    type: 'api_key',
    label: 'Restricted API key',
    prefix: 'Bearer ',
    helpUrl: 'https://dashboard.stripe.com/apikeys',
    placeholder: 'rk_live_…',
  },
  hosts: ['api.stripe.com'],
  apiBase: 'https://api.stripe.com',
  headers: { 'stripe-version': '2026-10-28.endive' },
  account: {
    identify: ({ request }) => accountOf(request),
  },
  tools: [
    {
      name: 'stripe_get_balance',
      description: 'Funds available and pending, in minor units (1050 EUR is 10.50).',
      parameters: z.object({}),
      async handler(_args, { request }) {
        const { data } = await request('GET /v1/balance', { schema: answers.balanceAnswer })
        const { available, pending, livemode } = data
        return compact({ available: available?.map(compact), pending: pending?.map(compact), livemode })
      },
    },
    {
      name: 'stripe_search_customers',
      description: 'Search customers; new ones appear in a minute.',
      parameters: z.object({
        query: z.string().min(1).describe('e.g. name~"ada" OR email:"a@b.eu"'),
        ...pageParameters,
      }),
      async handler({ query, cursor, limit }, { request }) {
        const { data } = await request('GET /v1/customers/search', {
          query: { query, limit, page: cursor },
          schema: answers.customersAnswer,
        })
        return answers.foundPage('customers', data, answers.customerRow)
      },
    },
    {
      name: 'stripe_list_customers',
      description: 'Customers, newest first.',
      parameters: z.object({
        email: z.string().optional().describe('Exact, case matters'),
        ...pageParameters,
      }),
      async handler({ email, ...page }, { request }) {
        const { data } = await request('GET /v1/customers', {
          query: { email, ...pageQuery(page) },
          schema: answers.customersAnswer,
        })
        return answers.pageOf('customers', data, answers.customerRow)
      },
    },
    {
      name: 'stripe_list_payments',
      description: 'Payments (payment intents), newest first; amounts in minor units.',
      parameters: z.object({
        customer_id: optionalId,
        created_after: createdAfter,
        ...pageParameters,
      }),
      async handler({ customer_id, created_after, ...page }, { request }) {
        const { data } = await request('GET /v1/payment_intents', {
          query: { customer: customer_id, 'created[gte]': secondsOf(created_after), ...pageQuery(page) },
          schema: answers.paymentsAnswer,
        })
        return answers.pageOf('payments', data, answers.paymentRow)
      },
    },
    {
      name: 'stripe_list_invoices',
      description: 'Invoices, newest first; amounts in minor units.',
      parameters: z.object({
        customer_id: optionalId,
        subscription_id: optionalId,
        status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
        created_after: createdAfter,
        ...pageParameters,
      }),
      async handler({ customer_id, subscription_id, status, created_after, ...page }, { request }) {
        const query = {
          customer: customer_id,
          subscription: subscription_id,
          status,
          'created[gte]': secondsOf(created_after),
          ...pageQuery(page),
        }
        const { data } = await request('GET /v1/invoices', { query, schema: answers.invoicesAnswer })
        return answers.pageOf('invoices', data, answers.invoiceRow)
      },
    },
    {
      name: 'stripe_list_subscriptions',
      description: 'Subscriptions, newest first; without status, all that have not ended.',
      parameters: z.object({
        customer_id: optionalId,
        status: z.enum(['active', 'trialing', 'past_due', 'unpaid', 'paused', 'canceled', 'all']).optional(),
        ...pageParameters,
      }),
      async handler({ customer_id, status, ...page }, { request }) {
        const { data } = await request('GET /v1/subscriptions', {
          query: { customer: customer_id, status, ...pageQuery(page) },
          schema: answers.subscriptionsAnswer,
        })
        return answers.pageOf('subscriptions', data, answers.subscriptionRow)
      },
    },
    {
      name: 'stripe_list_prices',
      description: 'Active prices with their products, for price_id; amounts in minor units.',
      parameters: z.object({ product_id: optionalId, ...pageParameters }),
      async handler({ product_id, ...page }, { request }) {
        const { data } = await request('GET /v1/prices', {
          query: { active: true, product: product_id, 'expand[]': ['data.product'], ...pageQuery(page) },
          schema: answers.pricesAnswer,
        })
        return answers.pageOf('prices', data, answers.priceRow)
      },
    },
    {
      name: 'stripe_create_customer',
      description: 'Create a customer. Each call makes a new one, even with the same e-mail.',
      parameters: z.object({
        name: z.string().min(1),
        email: z.string().optional().describe('Address'),
        phone: z.string().optional().describe('Number'),
        description: z.string().optional().describe('Seen by you only'),
      }),
      summary: ({ name }) => `Create the customer ${quote(name)}`,
      async handler(form, { request }) {
        const { data } = await request('POST /v1/customers', { form, schema: answers.customerAnswer })
        return answers.customerRow(data)
      },
    },
    {
      name: 'stripe_create_invoice',
      description: 'Create an empty draft invoice; then add items, then send it. Each call makes a new one.',
      parameters: z.object({
        customer_id: customerId,
        currency: z.string().optional().describe('e.g. eur'),
        days_until_due: z.int().min(0).default(30).describe('After it is sent'),
        description: z.string().optional().describe('Shown on it'),
      }),
      summary: ({ customer_id }) => `Draft an invoice for the customer ${quote(customer_id)}`,
      async handler({ customer_id, ...fields }, { request }) {
        const { data } = await request('POST /v1/invoices', {
          // Without `auto_advance` Stripe would finalize the draft by itself after an hour.
          form: { customer: customer_id, collection_method: 'send_invoice', auto_advance: false, ...fields },
          schema: answers.invoiceAnswer,
        })
        return answers.invoiceRow(data)
      },
    },
    {
      name: 'stripe_add_invoice_item',
      description: 'Add a line to a draft invoice: amount and currency, or price_id. Each call adds one.',
      parameters: z.object({
        customer_id: customerId,
        invoice_id: z.string().min(1),
        description: z.string().optional().describe('Shown on it'),
        amount: z.int().optional().describe('Minor units: 1050 for 10.50'),
        currency: z.string().optional().describe('e.g. eur'),
        price_id: optionalId,
        quantity: z.int().min(1).optional().describe('With price_id'),
      }),
      summary: ({ invoice_id, description, amount, currency, price_id, quantity }) => {
        const line = invoiceLine({ description, amount, currency, price_id, quantity })
        const unit = price_id === undefined ? ' (in minor units)' : ''
        return `Add ${quote(line)}${unit} to the invoice ${quote(invoice_id)}`
      },
      async handler({ customer_id, invoice_id, price_id, ...fields }, { request }) {
        const { data } = await request('POST /v1/invoiceitems', {
          form: { customer: customer_id, invoice: invoice_id, 'pricing[price]': price_id, ...fields },
          schema: answers.invoiceItemAnswer,
        })
        const { invoice, ...row } = data
        return compact({ ...row, invoice_id: invoice })
      },
    },
    {
      name: 'stripe_mark_invoice_final',
      description:
        'Finalize a draft without sending it: amounts cannot change afterwards. A repeat is refused.',
      effect: 'destructive',
      parameters: z.object({ invoice_id: z.string().min(1) }),
      summary: ({ invoice_id }) => `Finalize the invoice ${quote(invoice_id)}`,
      async handler({ invoice_id }, { request }) {
        const { data } = await request('POST /v1/invoices/{invoice_id}/finalize', {
          path: { invoice_id },
          form: { auto_advance: false },
          schema: answers.invoiceAnswer,
        })
        return answers.invoiceRow(data)
      },
    },
    {
      name: 'stripe_send_invoice',
      description: 'E-mail an invoice to its customer; a draft is finalized first. A repeat sends it again.',
      effect: 'destructive',
      parameters: z.object({ invoice_id: z.string().min(1) }),
      summary: ({ invoice_id }) => `Finalize and send the invoice ${quote(invoice_id)} to its customer`,
      async handler({ invoice_id }, { request }) {
        const { data } = await request('POST /v1/invoices/{invoice_id}/send', {
          path: { invoice_id },
          form: {},
          schema: answers.invoiceAnswer,
        })
        return answers.invoiceRow(data)
      },
    },
    {
      name: 'stripe_create_refund',
      description: 'Refund a payment. A repeat refunds again, until nothing is left.',
      effect: 'destructive',
      parameters: z.object({
        payment_id: z.string().min(1).describe('pi_…'),
        amount: z.int().min(1).optional().describe('Minor units; default: all that is left'),
        reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
      }),
      summary: ({ payment_id, amount }) =>
        `Refund ${amount === undefined ? 'all' : `${quote(amount)} (in minor units)`} of the payment ${quote(payment_id)}`,
      async handler({ payment_id, ...fields }, { request }) {
        const { data } = await request('POST /v1/refunds', {
          form: { payment_intent: payment_id, ...fields },
          schema: answers.refundAnswer,
        })
        const { payment_intent, ...row } = data
        return compact({ ...row, payment_id: payment_intent })
      },
    },
    {
      name: 'stripe_cancel_subscription',
      description: 'Cancel a subscription at the end of its period, or now. Safe to repeat until it ended.',
      parameters: z.object({
        subscription_id: z.string().min(1),
        now: z.boolean().default(false).describe('At once, without refund'),
      }),
      summary: ({ subscription_id, now }) =>
        `Cancel the subscription ${quote(subscription_id)} ${now ? 'at once' : 'at the end of its period'}`,
      async handler({ subscription_id, now }, { request }) {
        const path = { subscription_id }
        const schema = answers.subscriptionAnswer
        const form = { cancel_at_period_end: true }
        const { data } = now
          ? await request('DELETE /v1/subscriptions/{subscription_id}', { path, schema })
          : await request('POST /v1/subscriptions/{subscription_id}', { path, form, schema })
        return answers.subscriptionRow(data)
      },
    },
  ],
})
