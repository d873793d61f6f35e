import { z } from 'zod'
import { compact } from '../compact.ts'
import { ownReason } from '../own-reason.ts'
import { ProviderError } from '../provider-error.ts'
import { textWindow } from '../text-window.ts'

const text = z.string().nullish()
const number = z.number().nullish()
const texts = z.array(z.string()).nullish()
const money = z.object({ amount: text, currencyCode: text }).nullish()
const moneyBag = z.object({ shopMoney: money }).nullish()

function connection<S extends z.ZodType>(node: S) {
  return z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean().nullish(), endCursor: text }).nullish(),
  })
}

const product = z.object({
  id: z.string(),
  title: text,
  status: text,
  vendor: text,
  productType: text,
  totalInventory: number,
  updatedAt: text,
  onlineStoreUrl: text,
  priceRangeV2: z.object({ minVariantPrice: money, maxVariantPrice: money }).nullish(),
  description: text,
  tags: texts,
  variantsCount: z.object({ count: number }).nullish(),
  variants: connection(
    z.object({
      id: z.string(),
      title: text,
      sku: text,
      price: text,
      inventoryQuantity: number,
      inventoryItem: z.object({ id: text }).nullish(),
    }),
  ).nullish(),
})

const inventoryLevel = z.object({
  location: z.object({ id: text, name: text }).nullish(),
  quantities: z.array(z.object({ name: z.string(), quantity: number })).nullish(),
})

const order = z.object({
  id: z.string(),
  name: text,
  createdAt: text,
  cancelledAt: text,
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  totalPriceSet: moneyBag,
  totalRefundedSet: moneyBag,
  note: text,
  tags: texts,
  email: text,
  customer: z.object({ id: text, displayName: text }).nullish(),
  shippingAddress: z.object({ formatted: texts }).nullish(),
  lineItems: connection(
    z.object({
      title: text,
      variantTitle: text,
      sku: text,
      quantity: number,
      unfulfilledQuantity: number,
      discountedTotalSet: moneyBag,
    }),
  ).nullish(),
  fulfillments: z
    .array(
      z.object({
        displayStatus: text,
        trackingInfo: z.array(z.object({ company: text, number: text, url: text })).nullish(),
      }),
    )
    .nullish(),
})

const customer = z.object({
  id: z.string(),
  displayName: text,
  defaultEmailAddress: z.object({ emailAddress: text }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: text }).nullish(),
  numberOfOrders: z.union([z.string(), z.number()]).nullish(),
  amountSpent: money,
  tags: texts,
  note: text,
  createdAt: text,
})

const draftOrder = z.object({
  id: z.string(),
  name: text,
  status: text,
  invoiceUrl: text,
  totalPriceSet: moneyBag,
})

const userErrors = z.array(z.object({ field: texts, message: text })).nullish()

function saved<T extends z.ZodRawShape>(payload: T) {
  return z.object({ saved: z.object({ ...payload, userErrors }).nullish() })
}

export const shopAnswer = z.object({
  shop: z.object({
    id: z.string(),
    name: text,
    email: text,
    myshopifyDomain: z.string(),
    url: text,
    currencyCode: text,
    ianaTimezone: text,
    plan: z.object({ publicDisplayName: text }).nullish(),
  }),
})
export const productsAnswer = z.object({ products: connection(product) })
export const productAnswer = z.object({ product: product.nullish() })
export const inventoryAnswer = z.object({
  inventoryItem: z
    .object({
      id: z.string(),
      sku: text,
      tracked: z.boolean().nullish(),
      inventoryLevels: connection(inventoryLevel).nullish(),
    })
    .nullish(),
})
export const ordersAnswer = z.object({ orders: connection(order) })
export const orderAnswer = z.object({ order: order.nullish() })
export const customersAnswer = z.object({ customers: connection(customer) })
export const savedProductAnswer = saved({ product: product.nullish() })
export const savedOrderAnswer = saved({ order: order.nullish() })
export const savedTagsAnswer = saved({ node: z.object({ id: z.string() }).nullish() })
export const savedDraftOrderAnswer = saved({ draftOrder: draftOrder.nullish() })
export const savedInventoryAnswer = saved({
  inventoryAdjustmentGroup: z.object({ changes: z.array(z.object({ delta: number })).nullish() }).nullish(),
})

interface Connection<T> {
  readonly nodes: readonly T[]
  readonly pageInfo?:
    | { readonly hasNextPage?: boolean | null | undefined; readonly endCursor?: string | null | undefined }
    | null
    | undefined
}

/** A page of rows under its own name, with `next_cursor` while there is more. */
export function pageOf<T>(name: string, page: Connection<T>, rowOf: (node: T) => unknown) {
  const next = page.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : undefined
  return compact({ [name]: page.nodes.map(rowOf), next_cursor: next })
}

interface Payload {
  readonly userErrors?: z.output<typeof userErrors>
}

/**
 * Shopify reports what is wrong with the arguments of a mutation in an answer without errors.
 *
 * @throws ProviderError 422 with every sentence, and the field it is about
 */
export function successful<T extends Payload>(payload: T | null | undefined): T {
  const errors = payload?.userErrors ?? []
  if (payload && errors.length === 0) return payload
  const sentences = errors.map(({ field, message }) => {
    const place = field?.slice(1).join('.')
    return place ? `${message} (${place})` : message
  })
  throw new ProviderError(sentences.join('; ') || ownReason('changedNothing', 'Shopify'), 422)
}

const ABSENT = {
  product: 'noProduct',
  'inventory item': 'noInventoryItem',
  order: 'noOrder',
  'draft order': 'noDraftOrder',
} as const

/** @throws ProviderError 404: Shopify answers with null for what is not there, or not for this app */
export function present<T>(node: T | null | undefined, what: keyof typeof ABSENT): T {
  if (node !== null && node !== undefined) return node
  throw new ProviderError(ownReason(ABSENT[what], 'Shopify'), 404)
}

/** `19.99 EUR` */
function sum(value: z.output<typeof money>): string | undefined {
  return value?.amount ? `${value.amount} ${value.currencyCode ?? ''}`.trim() : undefined
}

function price(range: z.output<typeof product>['priceRangeV2']): string | undefined {
  const [least, most] = [sum(range?.minVariantPrice), sum(range?.maxVariantPrice)]
  return least === most || most === undefined ? least : `${least} – ${most}`
}

export function productRow(node: z.output<typeof product>) {
  return compact({
    id: node.id,
    title: node.title,
    status: node.status,
    price: price(node.priceRangeV2),
    in_stock: node.totalInventory,
    vendor: node.vendor || undefined,
    type: node.productType || undefined,
    updated_at: node.updatedAt,
    url: node.onlineStoreUrl,
  })
}

/** The whole product; its description from `offset` on, with `next_offset` while there is more. */
export function productDetail(node: z.output<typeof product>, offset: number) {
  const { text: description, ...rest } = textWindow(node.description ?? '', offset)
  return compact({
    ...productRow(node),
    tags: node.tags,
    variants_count: node.variantsCount?.count,
    variants: node.variants?.nodes.map(({ inventoryQuantity, inventoryItem, ...variant }) =>
      compact({ ...variant, in_stock: inventoryQuantity, inventory_item_id: inventoryItem?.id }),
    ),
    description,
    ...rest,
  })
}

/** One location with its quantities by name: available, on_hand, … */
export function levelRow({ location, quantities }: z.output<typeof inventoryLevel>) {
  const counts = Object.fromEntries((quantities ?? []).map(({ name, quantity }) => [name, quantity]))
  return compact({ ...counts, location_id: location?.id, location: location?.name })
}

export function orderRow(node: z.output<typeof order>) {
  return compact({
    id: node.id,
    name: node.name,
    created_at: node.createdAt,
    cancelled_at: node.cancelledAt,
    payment: node.displayFinancialStatus,
    fulfillment: node.displayFulfillmentStatus,
    total: sum(node.totalPriceSet?.shopMoney),
    customer: node.customer?.displayName,
  })
}

export function orderDetail(node: z.output<typeof order>) {
  const refunded = node.totalRefundedSet?.shopMoney
  return compact({
    ...orderRow(node),
    customer_id: node.customer?.id,
    email: node.email,
    refunded: Number(refunded?.amount ?? 0) > 0 ? sum(refunded) : undefined,
    note: node.note || undefined,
    tags: node.tags,
    ship_to: node.shippingAddress?.formatted?.join(', '),
    items: node.lineItems?.nodes.map((item) =>
      compact({
        title: item.title,
        variant: item.variantTitle,
        sku: item.sku,
        quantity: item.quantity,
        unfulfilled: item.unfulfilledQuantity,
        total: sum(item.discountedTotalSet?.shopMoney),
      }),
    ),
    shipments: node.fulfillments?.map(({ displayStatus, trackingInfo }) =>
      compact({ status: displayStatus, tracking: trackingInfo?.map(compact) }),
    ),
  })
}

export function customerRow(node: z.output<typeof customer>) {
  return compact({
    id: node.id,
    name: node.displayName,
    email: node.defaultEmailAddress?.emailAddress,
    phone: node.defaultPhoneNumber?.phoneNumber,
    orders: Number(node.numberOfOrders ?? 0),
    spent: sum(node.amountSpent),
    tags: node.tags,
    note: node.note || undefined,
    created_at: node.createdAt,
  })
}

export function draftOrderRow(node: z.output<typeof draftOrder>) {
  return compact({
    id: node.id,
    name: node.name,
    status: node.status,
    total: sum(node.totalPriceSet?.shopMoney),
    invoice_url: node.invoiceUrl,
  })
}
