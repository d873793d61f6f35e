import { z } from 'zod'
import { ProviderError } from '../provider-error.ts'

const throttled = z.object({
  errors: z.tuple(
    [z.object({ message: z.string(), extensions: z.object({ code: z.literal('THROTTLED') }) })],
    z.unknown(),
  ),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
      }),
    })
    .nullish()
    .catch(undefined),
})

/**
 * A shop gives out points that come back by the second. A question that costs more than are left is refused with
 * status 200 and no header; how long to wait follows from the points.
 *
 * @see https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits
 */
export function shopifyRefusal(answer: unknown): ProviderError | undefined {
  const { data } = throttled.safeParse(answer)
  if (data === undefined) return undefined
  const [{ message }] = data.errors
  const cost = data.extensions?.cost
  if (cost === undefined) return new ProviderError(message, 429)
  const { currentlyAvailable, restoreRate } = cost.throttleStatus
  const missing = Math.max(0, cost.requestedQueryCost - currentlyAvailable)
  return new ProviderError(message, 429, Math.ceil(missing / restoreRate))
}
