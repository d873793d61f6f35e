import { REDIRECT_URI } from '../connections/redirect-uri.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import type { TestHub } from './test-hub.ts'

/** A sign-in whose consent page is open in the person's browser. */
export interface OpenSignIn {
  readonly signIn: SignIn
  /** What the consent page was opened with. */
  readonly query: URLSearchParams
  /** The link by which the browser comes back. */
  link(answer?: Record<string, string>): string
}

/** Begins a sign-in, as a click on Connect does. */
export async function beginSignIn(test: TestHub, connectionId?: string): Promise<OpenSignIn> {
  const signIn = await test.ask('connections.beginSignIn', {
    integrationId: 'notes',
    ...(connectionId !== undefined && { connectionId }),
  })
  const query = new URL(test.platform.opened.at(-1) ?? '').searchParams
  return {
    signIn,
    query,
    link(answer = { code: 'the-code' }) {
      const parameters = new URLSearchParams({ state: query.get('state') ?? '', ...answer })
      return `${REDIRECT_URI}?${parameters.toString()}`
    },
  }
}

/** Signs in from beginning to end. @returns the connection's id */
export async function signInTo(test: TestHub, connectionId?: string): Promise<string> {
  const { link } = await beginSignIn(test, connectionId)
  await test.hub.openLink(link())
  const last = test.signIns().at(-1)
  if (last?.status !== 'done')
    throw new Error(`The sign-in failed: ${last?.problem?.message ?? 'nothing said'}`)
  return last.connectionId ?? ''
}

/** The forms that the token endpoint was sent. */
export function tokenRequests(test: TestHub): URLSearchParams[] {
  return test.platform.network.requests
    .filter(({ url }) => url.pathname === '/oauth/token')
    .map(({ body }) => new URLSearchParams(body))
}

/** What of accounts and secrets lies in the database. */
export function storedRows(test: TestHub): { connections: number; credentials: number; pending: number } {
  const count = (table: string): number =>
    Number(test.platform.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return {
    connections: count('connections'),
    credentials: count('integration_credentials'),
    pending: count('pending_sign_ins'),
  }
}
