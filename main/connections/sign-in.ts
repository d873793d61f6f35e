import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import type { Integration } from '../../registry/define.ts'
import { newSecret, sha256 } from '../identifiers.ts'
import { durably, type Database } from '../platform/database.ts'
import type { Browser, Clock } from '../platform/platform.ts'
import type { Vault } from '../vault/vault.ts'
import { authorizeUrl } from './authorize-url.ts'
import type { ConnectAccount } from './connect-account.ts'
import { openLoopbackListener, type LoopbackListener } from './loopback-listener.ts'
import { REDIRECT_URI } from './redirect-uri.ts'
import type { PrepareSignIn, PreparedSignIn, SignInRequest } from './sign-in-preparation.ts'
import { signInProblem } from './sign-in-problem.ts'
import type { TokenEndpoint } from './token-endpoint.ts'

const LIFETIME_MS = 10 * 60_000
const ID_PREFIX = 'sgn_'

const secrets = z.object({
  verifier: z.string(),
  redirectUri: z.string(),
  connectionId: z.string().optional(),
  /** Where the account lives, as it was entered. */
  values: z.record(z.string(), z.string()).default({}),
})

interface PendingRow {
  readonly workspaceId: string
  readonly integrationId: string
  readonly sealed: Buffer
  readonly expiresAt: number
}

interface SignInDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly browser: Browser
  readonly vault: Vault
  readonly prepare: PrepareSignIn
  readonly endpointOf: (prepared: PreparedSignIn) => TokenEndpoint
  readonly findIntegration: (id: string) => Integration
  readonly connectAccount: ConnectAccount
  readonly onChange: (signIn: SignIn) => void
}

export interface SignIns {
  /** Opens the consent page in the person's browser. */
  begin(workspaceId: string, request: SignInRequest): Promise<SignIn>
  /**
   * Finishes a sign-in. An answer that nobody waits for changes nothing.
   *
   * @param redirectUri where the answer arrived; default: the app's own scheme
   * @returns whether one was waiting
   */
  complete(answer: URLSearchParams, redirectUri?: string): Promise<boolean>
  cancel(signInId: string): void
  /** Ends the listeners of sign-ins that are still waiting. */
  close(): void
}

/** Pending sign-ins lie sealed in the database: the browser's answer may be what starts the app again. */
export function createSignIns(dependencies: SignInDependencies): SignIns {
  const { database, clock, browser, vault, prepare, onChange } = dependencies
  const insert = database.prepare(
    'INSERT INTO pending_sign_ins (state_hash, workspace_id, integration_id, sealed, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  const removeOld = database.prepare('DELETE FROM pending_sign_ins WHERE expires_at < ?')
  const take = database.prepare<[string], PendingRow>(
    'DELETE FROM pending_sign_ins WHERE state_hash = ? RETURNING workspace_id AS workspaceId,' +
      ' integration_id AS integrationId, sealed, expires_at AS expiresAt',
  )
  const listeners = new Map<string, () => void>()
  const stopListening = (stateHash: string): void => {
    listeners.get(stateHash)?.()
    listeners.delete(stateHash)
  }
  const keepListening = (stateHash: string, listener: LoopbackListener): void => {
    const stopTimer = clock.after(LIFETIME_MS, () => stopListening(stateHash))
    listeners.set(stateHash, () => {
      stopTimer()
      listener.close()
    })
  }

  const signIns: SignIns = {
    async begin(workspaceId, request) {
      const { integrationId, connectionId } = request
      const { integration, auth, client, site } = await prepare(workspaceId, request)
      if (auth.clientSecret === 'required' && client.clientSecret === undefined) {
        throw new HubError(
          'INTEGRATIONS_NOT_CONFIGURED',
          `Signing in to ${integration.name} by browser needs your OAuth client’s secret.`,
        )
      }
      const [state, verifier] = [newSecret(), generateRandomCodeVerifier()]
      const stateHash = sha256(state).toString('hex')
      const listener =
        auth.redirect === undefined ? undefined : await openLoopbackListener(auth.redirect, signIns.complete)
      if (listener !== undefined) keepListening(stateHash, listener)
      const redirectUri = listener?.redirectUri ?? REDIRECT_URI
      const sealed = await vault.seal(
        stateHash,
        JSON.stringify({ verifier, redirectUri, connectionId, values: site }),
      )
      durably(database, () => {
        removeOld.run(clock.now())
        insert.run(stateHash, workspaceId, integrationId, sealed, clock.now() + LIFETIME_MS)
      })
      const challenge = await calculatePKCECodeChallenge(verifier)
      await browser.open(authorizeUrl(auth, { clientId: client.clientId, state, challenge, redirectUri }))
      return {
        id: signInIdOf(stateHash),
        integrationId,
        status: 'waiting',
        problem: null,
        connectionId: null,
        device: null,
      }
    },

    async complete(answer, redirectUri = REDIRECT_URI) {
      const state = answer.get('state') ?? ''
      const stateHash = sha256(state).toString('hex')
      // Taken before anything else happens: a state works once, also when two links arrive together.
      const pending = durably(database, () => take.get(stateHash))
      if (pending === undefined) return false
      stopListening(stateHash)
      const { integrationId } = pending
      const base = { id: signInIdOf(stateHash), integrationId, device: null }
      try {
        if (pending.expiresAt < clock.now()) {
          throw new HubError('SIGN_IN_FAILED', 'The sign-in took longer than ten minutes.')
        }
        const opened = secrets.parse(JSON.parse(await vault.unseal(stateHash, pending.sealed)))
        if (opened.redirectUri !== redirectUri) {
          throw new HubError('SIGN_IN_FAILED', 'The answer came back by another way than this sign-in’s.')
        }
        const connectionId = await finish(dependencies, pending, opened, answer, state)
        onChange({ ...base, status: 'done', problem: null, connectionId })
      } catch (error) {
        onChange({ ...base, status: 'failed', problem: signInProblem(error), connectionId: null })
      }
      return true
    },

    cancel(signInId) {
      const stateHash = signInId.slice(ID_PREFIX.length)
      stopListening(stateHash)
      const pending = durably(database, () => take.get(stateHash))
      if (pending === undefined) return
      const { integrationId } = pending
      const nothing = { problem: null, connectionId: null, device: null }
      onChange({ id: signInId, integrationId, status: 'cancelled', ...nothing })
    },

    close() {
      for (const stateHash of listeners.keys()) stopListening(stateHash)
    },
  }
  return signIns
}

/** The state's hash tells nothing of the state, and names the sign-in also after a restart. */
function signInIdOf(stateHash: string): string {
  return `${ID_PREFIX}${stateHash}`
}

async function finish(
  { prepare, endpointOf, findIntegration, connectAccount }: SignInDependencies,
  { workspaceId, integrationId }: PendingRow,
  { verifier, redirectUri, connectionId, values }: z.infer<typeof secrets>,
  answer: URLSearchParams,
  state: string,
): Promise<string> {
  const prepared = await prepare(workspaceId, { integrationId, connectionId, values })
  const { credential, scopes } = await endpointOf(prepared).exchange(answer, { state, verifier, redirectUri })
  const row = await connectAccount(workspaceId, findIntegration(integrationId), {
    credential,
    scopes: scopes ?? prepared.auth.scopes,
    site: prepared.site,
    connectionId,
  })
  return row.id
}
