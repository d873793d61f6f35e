import type { Integration } from './define.ts'
import { stripe } from './finance-ecommerce/stripe.ts'

/** In the order a person sees them. */
export const financeEcommerce: readonly Integration[] = [stripe]
