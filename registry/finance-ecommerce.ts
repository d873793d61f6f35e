import type { Integration } from './define.ts'
import { lemonSqueezy } from './finance-ecommerce/lemon-squeezy.ts'
import { shopify } from './finance-ecommerce/shopify.ts'
import { stripe } from './finance-ecommerce/stripe.ts'

/** In the order a person sees them. */
export const financeEcommerce: readonly Integration[] = [stripe, shopify, lemonSqueezy]
