import { z } from 'zod'
import { isRedirectUri } from './redirect-uri.ts'

/** An MCP client, as far as the bridge needs to know it. */
export interface BridgeClient {
  readonly id: string
  readonly kind: 'registered' | 'document'
  readonly name: string
  readonly redirectUris: readonly string[]
  /** The app that it became before. */
  readonly appId: string | undefined
}

export const redirectUris = z
  .array(
    z.string().refine(isRedirectUri, 'is not a loopback, https or private-use address without a fragment'),
  )
  .min(1)
  .max(10)

export const clientName = z.string().trim().min(1).max(200)
