import { create } from 'zustand'
import type { SignIn } from '../../preload/contract/shapes.ts'
import { request } from '../hub.ts'
import { mergeSignIn } from './sign-in-merge.ts'

interface SignIns {
  /** The latest sign-in of each integration, by the integration's id. */
  readonly latest: Readonly<Record<string, SignIn>>
}

export const useSignIns = create<SignIns>(() => ({ latest: {} }))

/** Opens the browser; a sign-in of the same integration that still waits is given up first. */
export async function beginSignIn(integrationId: string, connectionId?: string): Promise<void> {
  await cancelSignIn(integrationId)
  const input = connectionId === undefined ? { integrationId } : { integrationId, connectionId }
  acceptSignIn(await request('connections.beginSignIn', input))
}

export async function cancelSignIn(integrationId: string): Promise<void> {
  const shown = useSignIns.getState().latest[integrationId]
  if (shown?.status !== 'waiting') return
  await request('connections.cancelSignIn', { signInId: shown.id })
  acceptSignIn({ ...shown, status: 'cancelled' })
}

export function acceptSignIn(news: SignIn): void {
  useSignIns.setState(({ latest }) => ({
    latest: { ...latest, [news.integrationId]: mergeSignIn(latest[news.integrationId], news) },
  }))
}
