import { create } from 'zustand'
import type { RequestInput } from '../../preload/contract/requests.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import { request } from '../hub.ts'
import { mergeSignIn } from './sign-in-merge.ts'

interface SignIns {
  /** The latest sign-in of each integration, by the integration's id. */
  readonly latest: Readonly<Record<string, SignIn>>
}

type BeginSignIn = RequestInput<'connections.beginSignIn'>

const begun = new Map<string, BeginSignIn>()

export const useSignIns = create<SignIns>(() => ({ latest: {} }))

/** Opens the browser; a sign-in of the same integration that still waits is given up first. */
export async function beginSignIn(input: BeginSignIn): Promise<void> {
  await cancelSignIn(input.integrationId)
  begun.set(input.integrationId, input)
  acceptSignIn(await request('connections.beginSignIn', input))
}

/** As it was begun the last time: same account, same server, same way. */
export async function beginAgain(integrationId: string): Promise<void> {
  await beginSignIn(begun.get(integrationId) ?? { integrationId })
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
