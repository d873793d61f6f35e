import { z } from 'zod'
import { compact } from '../compact.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const count = z.number().nullish()
const flag = z.boolean().nullish()

/** A resource of JSON:API: https://jsonapi.org/format/#document-resource-objects */
function resource<S extends z.ZodType>(attributes: S) {
  return z.object({ id: z.string(), attributes })
}

function one<S extends z.ZodType>(node: S) {
  return z.object({ data: node })
}

const meta = z
  .object({ page: z.object({ currentPage: z.number(), lastPage: z.number() }).nullish() })
  .nullish()

function page<S extends z.ZodType>(node: S) {
  return z.object({ data: z.array(node), meta })
}

const store = resource(
  z.object({
    name: text,
    url: text,
    currency: text,
    total_sales: count,
    total_revenue: count,
    thirty_day_sales: count,
    thirty_day_revenue: count,
  }),
)

const product = resource(
  z.object({
    store_id: count,
    name: text,
    status: text,
    price_formatted: text,
    description: text,
    buy_now_url: text,
    test_mode: flag,
    updated_at: text,
  }),
)

const order = resource(
  z.object({
    store_id: count,
    customer_id: count,
    order_number: count,
    user_name: text,
    user_email: text,
    status: text,
    currency: text,
    total_formatted: text,
    tax_formatted: text,
    discount_total_formatted: text,
    refunded_amount_formatted: text,
    refunded_amount: count,
    refunded_at: text,
    first_order_item: z.object({ product_name: text, variant_name: text, quantity: count }).nullish(),
    urls: z.object({ receipt: text }).nullish(),
    test_mode: flag,
    created_at: text,
  }),
)

const customer = resource(
  z.object({
    store_id: count,
    name: text,
    email: text,
    status: text,
    city: text,
    country: text,
    total_revenue_currency_formatted: text,
    mrr_formatted: text,
    test_mode: flag,
    created_at: text,
  }),
)

const subscription = resource(
  z.object({
    store_id: count,
    customer_id: count,
    order_id: count,
    product_name: text,
    variant_name: text,
    user_name: text,
    user_email: text,
    status: text,
    pause: z.object({ mode: text, resumes_at: text }).nullish(),
    trial_ends_at: text,
    renews_at: text,
    ends_at: text,
    test_mode: flag,
    created_at: text,
  }),
)

export const userAnswer = one(resource(z.object({ name: text, email: text })))
export const storesAnswer = page(store)
export const productsAnswer = page(product)
export const productAnswer = one(product)
export const ordersAnswer = page(order)
export const orderAnswer = one(order)
export const customersAnswer = page(customer)
export const subscriptionsAnswer = page(subscription)
export const subscriptionAnswer = one(subscription)

interface Page<T> {
  readonly data: readonly T[]
  readonly meta?: z.output<typeof meta>
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, { data, meta: about }: Page<T>, rowOf: (node: T) => unknown) {
  const { currentPage = 1, lastPage = 1 } = about?.page ?? {}
  const next_cursor = currentPage < lastPage ? String(currentPage + 1) : undefined
  return compact({ [name]: data.map(rowOf), next_cursor })
}

function onlyTrue(value: boolean | null | undefined): true | undefined {
  return value === true ? true : undefined
}

/** Revenue stays in US cents, as Lemon Squeezy counts it. */
export function storeRow({ id, attributes }: z.output<typeof store>) {
  const { total_revenue, thirty_day_revenue, ...rest } = attributes
  return compact({
    id,
    ...rest,
    total_revenue_usd_cents: total_revenue,
    thirty_day_revenue_usd_cents: thirty_day_revenue,
  })
}

export function productRow({ id, attributes }: z.output<typeof product>) {
  const { name, status, price_formatted: price, store_id, test_mode } = attributes
  return compact({ id, name, status, price, store_id, test_mode: onlyTrue(test_mode) })
}

/** With the description from `offset` on. */
export function productDetail(node: z.output<typeof product>, offset: number) {
  const { text: description, ...rest } = textWindow(node.attributes.description ?? '', offset)
  const { buy_now_url: url, updated_at } = node.attributes
  return compact({ ...productRow(node), url, updated_at, description, ...rest })
}

export function orderRow({ id, attributes }: z.output<typeof order>) {
  return compact({
    id,
    number: attributes.order_number,
    customer: attributes.user_name,
    email: attributes.user_email,
    product: attributes.first_order_item?.product_name,
    total: attributes.total_formatted,
    status: attributes.status,
    test_mode: onlyTrue(attributes.test_mode),
    created_at: attributes.created_at,
  })
}

export function orderDetail(node: z.output<typeof order>) {
  const { first_order_item: item, urls, ...rest } = node.attributes
  return compact({
    ...orderRow(node),
    variant: item?.variant_name,
    quantity: item?.quantity,
    currency: rest.currency,
    tax: rest.tax_formatted,
    discount: rest.discount_total_formatted,
    refunded: rest.refunded_amount ? rest.refunded_amount_formatted : undefined,
    refunded_at: rest.refunded_at,
    receipt_url: urls?.receipt,
    customer_id: rest.customer_id,
    store_id: rest.store_id,
  })
}

export function customerRow({ id, attributes }: z.output<typeof customer>) {
  const { total_revenue_currency_formatted: revenue, mrr_formatted: mrr, test_mode, ...rest } = attributes
  return compact({ id, ...rest, revenue, monthly_revenue: mrr, test_mode: onlyTrue(test_mode) })
}

export function subscriptionRow({ id, attributes }: z.output<typeof subscription>) {
  return compact({
    id,
    product: attributes.product_name,
    variant: attributes.variant_name,
    customer: attributes.user_name,
    email: attributes.user_email,
    status: attributes.status,
    renews_at: attributes.renews_at,
    ends_at: attributes.ends_at,
    test_mode: onlyTrue(attributes.test_mode),
  })
}

export function subscriptionDetail(node: z.output<typeof subscription>) {
  const { pause, trial_ends_at, created_at, customer_id, order_id, store_id } = node.attributes
  return compact({
    ...subscriptionRow(node),
    pause: pause?.mode,
    resumes_at: pause?.resumes_at,
    trial_ends_at,
    created_at,
    customer_id,
    order_id,
    store_id,
  })
}
