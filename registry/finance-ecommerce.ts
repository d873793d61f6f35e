import type { Integration } from './define.ts'
import { lemonSqueezy } from './finance-ecommerce/lemon-squeezy.ts'
import { stripe } from './finance-ecommerce/stripe.ts'

/** In the order a person sees them. */
export const financeEcommerce: readonly Integration[] = [stripe, lemonSqueezy]
