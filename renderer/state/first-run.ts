import type { App, CatalogEntry } from '../../preload/contract/shapes.ts'
import { create } from 'zustand'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

/** Whether any call has ever been made. */
export const useFirstCall = createResource(async () => {
  const { rows } = await request('activity.list', { limit: 1 })
  return rows.length > 0
})

/** Whether the steps were shown with one still open: only then their end is worth a word. */
export const useFirstRun = create(() => ({ wasOpen: false }))

/** The three steps, each done when it is true. */
export interface FirstRunSteps {
  readonly account: boolean
  readonly app: boolean
  readonly call: boolean
  /** Which one is next; null when all are done. */
  readonly next: 'account' | 'app' | 'call' | null
}

/** @returns null as long as one of the three is not known */
export function firstRunSteps(
  catalog: readonly CatalogEntry[] | null,
  apps: readonly App[] | null,
  hasCall: boolean | null,
): FirstRunSteps | null {
  if (catalog === null || apps === null || hasCall === null) return null
  const account = catalog.some(({ accounts }) => accounts.length > 0)
  const app = apps.length > 0
  const next = account ? (app ? (hasCall ? null : 'call') : 'app') : 'account'
  return { account, app, call: hasCall, next }
}

/** An integration with an account, to ask an app something about. */
export function firstConnected(catalog: readonly CatalogEntry[] | null): string | null {
  return catalog?.find(({ accounts }) => accounts.some(({ status }) => status === 'active'))?.name ?? null
}
