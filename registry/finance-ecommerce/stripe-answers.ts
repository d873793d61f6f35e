import { z } from 'zod'
import { compact } from '../compact.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
const funds = z.array(z.object({ amount: number, currency: text })).nullish()

const customer = z.object({
  id: z.string(),
  name: text,
  email: text,
  phone: text,
  description: text,
  balance: number,
  currency: text,
  delinquent: flag,
  created: number,
})
const payment = z.object({
  id: z.string(),
  status: text,
  amount: number,
  amount_received: number,
  currency: text,
  customer: text,
  description: text,
  receipt_email: text,
  last_payment_error: z.object({ message: text }).nullish(),
  created: number,
})
const invoice = z.object({
  id: z.string(),
  number: text,
  status: text,
  customer: text,
  customer_name: text,
  currency: text,
  total: number,
  amount_due: number,
  amount_paid: number,
  amount_remaining: number,
  description: text,
  due_date: number,
  created: number,
  hosted_invoice_url: text,
})
const price = z.object({
  id: z.string(),
  nickname: text,
  currency: text,
  unit_amount: number,
  type: text,
  recurring: z.object({ interval: text, interval_count: number }).nullish(),
})
const subscription = z.object({
  id: z.string(),
  status: text,
  customer: text,
  description: text,
  currency: text,
  cancel_at_period_end: flag,
  cancel_at: number,
  start_date: number,
  items: z
    .object({
      data: z.array(
        z.object({ id: text, quantity: number, current_period_end: number, price: price.nullish() }),
      ),
    })
    .nullish(),
})

function listOf<S extends z.ZodType>(item: S) {
  return z.object({ data: z.array(item), has_more: flag, next_page: text })
}

export const balanceAnswer = z.object({ available: funds, pending: funds, livemode: flag })
export const accountAnswer = z.object({
  id: z.string(),
  email: text,
  business_profile: z.object({ name: text }).nullish(),
  settings: z.object({ dashboard: z.object({ display_name: text }).nullish() }).nullish(),
})
export const customerAnswer = customer
export const customersAnswer = listOf(customer)
export const paymentsAnswer = listOf(payment)
export const invoiceAnswer = invoice
export const invoicesAnswer = listOf(invoice)
export const subscriptionAnswer = subscription
export const subscriptionsAnswer = listOf(subscription)
/** With `expand[]=data.product` the product is an object; a deleted one has no name. */
export const pricesAnswer = listOf(price.extend({ product: z.object({ id: text, name: text }).nullish() }))
export const invoiceItemAnswer = z.object({
  id: z.string(),
  amount: number,
  currency: text,
  description: text,
  invoice: text,
})
export const refundAnswer = z.object({
  id: z.string(),
  status: text,
  amount: number,
  currency: text,
  payment_intent: text,
  failure_reason: text,
})

interface List<T> {
  readonly data: readonly T[]
  readonly has_more?: boolean | null | undefined
  readonly next_page?: string | null | undefined
}

/** A page of a list: Stripe goes on after the last id. */
export function pageOf<T extends { readonly id: string }>(
  name: string,
  list: List<T>,
  rowOf: (item: T) => unknown,
) {
  const next_cursor = list.has_more === true ? list.data.at(-1)?.id : undefined
  return compact({ [name]: list.data.map(rowOf), next_cursor })
}

/** A page of a search, which has cursors of its own. */
export function foundPage<T>(name: string, list: List<T>, rowOf: (item: T) => unknown) {
  const next_cursor = list.has_more === true ? list.next_page : undefined
  return compact({ [name]: list.data.map(rowOf), next_cursor })
}

/** Stripe's times are seconds since 1970. */
function timeOf(seconds: number | null | undefined): string | undefined {
  return typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : undefined
}

export function customerRow({ created, delinquent, ...row }: z.output<typeof customer>) {
  return compact({ ...row, delinquent: delinquent === true ? true : undefined, created_at: timeOf(created) })
}

export function paymentRow({ created, customer, last_payment_error, ...row }: z.output<typeof payment>) {
  const error = last_payment_error?.message
  return compact({ ...row, customer_id: customer, error, created_at: timeOf(created) })
}

export function invoiceRow(node: z.output<typeof invoice>) {
  const { created, due_date, customer, hosted_invoice_url: url, ...row } = node
  return compact({
    ...row,
    customer_id: customer,
    due_at: timeOf(due_date),
    created_at: timeOf(created),
    url,
  })
}

export function priceRow(node: z.output<typeof pricesAnswer>['data'][number]) {
  const { product, recurring, ...row } = node
  const { interval, interval_count } = recurring ?? {}
  return compact({ ...row, interval, interval_count, product_id: product?.id, product: product?.name })
}

export function subscriptionRow(node: z.output<typeof subscription>) {
  const { customer, items, start_date, cancel_at, cancel_at_period_end, ...row } = node
  return compact({
    ...row,
    customer_id: customer,
    items: items?.data.map((item) =>
      compact({
        price_id: item.price?.id,
        unit_amount: item.price?.unit_amount,
        interval: item.price?.recurring?.interval,
        quantity: item.quantity,
        current_period_end: timeOf(item.current_period_end),
      }),
    ),
    started_at: timeOf(start_date),
    cancel_at: timeOf(cancel_at),
    cancel_at_period_end: cancel_at_period_end === true ? true : undefined,
  })
}
