import { z } from 'zod'
import { textOfHtml } from '../communication/mail-text.ts'
import type { DocumentPreview } from '../preview.ts'
import { ProviderError } from '../provider-error.ts'

type Kind = 'Product' | 'Order' | 'Customer' | 'ProductVariant' | 'InventoryItem' | 'Location'

/** A number, as an address in the admin shows it, as the id that the API knows it by. */
export function gid(kind: Kind, id: string): string {
  return /^\d+$/.test(id) ? `gid://shopify/${kind}/${id}` : id
}

/** Without the scope, or a plan that shows an app personal data, Shopify refuses the question as a whole. */
const PROTECTED = /\baccess denied for|\bnot approved to\b/i

/**
 * Asks for orders with the people in them, else without.
 *
 * @see https://shopify.dev/docs/apps/launch/protected-customer-data
 */
export async function withPeople<T>(ask: (people: boolean) => Promise<T>): Promise<T> {
  try {
    return await ask(true)
  } catch (error) {
    if (error instanceof ProviderError && PROTECTED.test(error.reason)) return await ask(false)
    throw error
  }
}

export const lineItem = z
  .object({
    variant_id: z.string().optional(),
    title: z.string().optional(),
    price: z.string().optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    quantity: z.int().min(1),
  })
  .refine(({ price, currency }) => price === undefined || currency !== undefined, {
    error: 'a price needs its currency',
  })

type LineItem = z.output<typeof lineItem>

/** A variant of the shop, or something else with a price of its own. */
export function lineItemInput({ variant_id, title, price, currency, quantity }: LineItem) {
  return {
    quantity,
    variantId: variant_id === undefined ? undefined : gid('ProductVariant', variant_id),
    title,
    originalUnitPriceWithCurrency:
      price === undefined ? undefined : { amount: price, currencyCode: currency },
  }
}

/** `2 × T-shirt`, or by its id. */
export function lineText({ variant_id, title, quantity }: LineItem): string {
  return `${quantity} × ${title ?? variant_id ?? '?'}`
}

interface ProductText {
  readonly product_id: string
  readonly title?: string | undefined
  readonly description_html?: string | undefined
}

/** What the product will say; undefined when none of its texts change. */
export function productPreview(product: ProductText): DocumentPreview | undefined {
  const { product_id: place, title, description_html: html } = product
  if (title === undefined && html === undefined) return undefined
  return { kind: 'document', place, title, body: html === undefined ? undefined : textOfHtml(html) }
}
