import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi'
import { z } from 'zod'
import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import type { Integration } from '../../registry/define.ts'
import { newSecret, sha256 } from '../identifiers.ts'
import type { Database } from '../platform/database.ts'
import type { Browser, Clock, PersonLanguage } from '../platform/platform.ts'
import type { Vault } from '../vault/vault.ts'
import { authorizeUrl } from './authorize-url.ts'
import type { ConnectAccount } from './connect-account.ts'
import type { AnswerResult } from './loopback-listener.ts'
import { createLoopbackListeners, type LoopbackListeners } from './loopback-listeners.ts'
import { createPendingSignIns, type PendingSignIn, type PendingSignIns } from './pending-sign-ins.ts'
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

interface SignInDependencies {
  readonly database: Database
  readonly clock: Clock
  readonly browser: Browser
  readonly language: PersonLanguage
  readonly vault: Vault
  readonly prepare: PrepareSignIn
  /** @throws HubError when the answer would not find its way back */
  readonly beforeBrowser: (signIn: PreparedSignIn) => Promise<void>
  readonly endpointOf: (prepared: PreparedSignIn) => TokenEndpoint
  readonly findIntegration: (id: string) => Integration
  readonly connectAccount: ConnectAccount
  readonly onChange: (signIn: SignIn) => void
  /** In the person's language. */
  readonly say: (sentence: Sentence) => string
}

export interface SignIns {
  /** Opens the consent page in the person's browser. */
  begin(workspaceId: string, request: SignInRequest): Promise<SignIn>
  /**
   * Finishes a sign-in. An answer that nobody waits for changes nothing.
   *
   * @param answer as it came through the app's own scheme
   * @returns whether one was waiting
   */
  complete(answer: URLSearchParams): Promise<boolean>
  cancel(signInId: string): void
  /** Whether a sign-in waits for its answer on this port. */
  isListeningOn(port: number): boolean
  /** Ends the listeners of sign-ins that are still waiting. */
  close(): void
}

/** Pending sign-ins lie sealed in the database: the browser's answer may be what starts the app again. */
export function createSignIns(dependencies: SignInDependencies): SignIns {
  const { clock, vault, onChange, say } = dependencies
  const pending = createPendingSignIns(dependencies.database)
  const signInOf = (stateHash: string, integrationId: string, change: Partial<SignIn>): SignIn => {
    const base = { id: signInIdOf(stateHash), integrationId, problem: null, connectionId: null, device: null }
    return { ...base, status: 'waiting', ...change }
  }

  const cancel = (stateHash: string): void => {
    listeners.stop(stateHash)
    const taken = pending.take(stateHash)
    if (taken !== undefined) onChange(signInOf(stateHash, taken.integrationId, { status: 'cancelled' }))
  }

  const takeAnswer = async (answer: URLSearchParams, redirectUri: string): Promise<AnswerResult> => {
    const state = answer.get('state') ?? ''
    const stateHash = sha256(state).toString('hex')
    // One that comes while the vault is locked, as when it has started the app, waits for the passphrase.
    if (pending.has(stateHash)) await vault.unlocked()
    // Taken before anything else happens: whatever this answer is worth, its state has been used.
    const taken = pending.take(stateHash)
    if (taken === undefined) return 'unexpected'
    listeners.stop(stateHash)
    try {
      const connectionId = await vault.hold(() =>
        finish(dependencies, taken, { answer, state, stateHash, redirectUri }),
      )
      onChange(signInOf(stateHash, taken.integrationId, { status: 'done', connectionId }))
      return 'done'
    } catch (error) {
      const problem = signInProblem(error, say)
      onChange(signInOf(stateHash, taken.integrationId, { status: 'failed', problem }))
      return 'failed'
    }
  }

  const listeners = createLoopbackListeners({
    clock,
    lifetimeMs: LIFETIME_MS,
    take: takeAnswer,
    language: dependencies.language.spoken,
    giveUp: cancel,
  })

  return {
    async begin(workspaceId, request) {
      const prepared = await prepareInFull(dependencies, workspaceId, request)
      const state = newSecret()
      const stateHash = sha256(state).toString('hex')
      try {
        await openConsent(
          dependencies,
          { pending, listeners },
          { workspaceId, request, prepared, state, stateHash },
        )
      } catch (error) {
        listeners.stop(stateHash)
        pending.take(stateHash)
        throw error
      }
      return signInOf(stateHash, request.integrationId, {})
    },
    complete: async (answer) => (await takeAnswer(answer, REDIRECT_URI)) !== 'unexpected',
    cancel: (signInId) => cancel(signInId.slice(ID_PREFIX.length)),
    isListeningOn: listeners.isListeningOn,
    close: () => listeners.stopAll(),
  }
}

async function prepareInFull(
  { prepare }: SignInDependencies,
  workspaceId: string,
  request: SignInRequest,
): Promise<PreparedSignIn> {
  const prepared = await prepare(workspaceId, request, 'begin')
  const { integration, auth, client } = prepared
  if (auth.clientSecret !== 'required' || client.clientSecret !== undefined) return prepared
  throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.signIn.needsSecret(integration.name))
}

interface Begun {
  readonly workspaceId: string
  readonly request: SignInRequest
  readonly prepared: PreparedSignIn
  readonly state: string
  readonly stateHash: string
}

/** What is needed for the answer is on the disk, and somebody listens for it, before the browser opens. */
async function openConsent(
  { clock, browser, vault, beforeBrowser }: SignInDependencies,
  { pending, listeners }: { readonly pending: PendingSignIns; readonly listeners: LoopbackListeners },
  { workspaceId, request, prepared, state, stateHash }: Begun,
): Promise<void> {
  const { integrationId, connectionId } = request
  const { auth, client, site: values } = prepared
  const verifier = generateRandomCodeVerifier()
  const check = (): Promise<void> => beforeBrowser(prepared)
  if (auth.redirect === undefined) await check()
  const redirectUri =
    auth.redirect === undefined ? REDIRECT_URI : await listeners.start(stateHash, auth.redirect, check)
  const kept: z.input<typeof secrets> = { verifier, redirectUri, connectionId, values: { ...values } }
  const sealed = await vault.seal(stateHash, JSON.stringify(kept))
  const now = clock.now()
  pending.add(stateHash, { workspaceId, integrationId, sealed, expiresAt: now + LIFETIME_MS }, now)
  const challenge = await calculatePKCECodeChallenge(verifier)
  await browser.open(authorizeUrl(auth, { clientId: client.clientId, state, challenge, redirectUri }))
}

/** The state's hash tells nothing of the state, and names the sign-in also after a restart. */
function signInIdOf(stateHash: string): string {
  return `${ID_PREFIX}${stateHash}`
}

interface Answered {
  readonly answer: URLSearchParams
  readonly state: string
  readonly stateHash: string
  /** Where it arrived. */
  readonly redirectUri: string
}

/** @returns the connection's id. @throws HubError with a sentence for the person */
async function finish(
  { clock, vault, prepare, endpointOf, findIntegration, connectAccount }: SignInDependencies,
  { workspaceId, integrationId, sealed, expiresAt }: PendingSignIn,
  { answer, state, stateHash, redirectUri }: Answered,
): Promise<string> {
  if (expiresAt < clock.now()) {
    throw new HubError('SIGN_IN_FAILED', sentences.signIn.tookTooLong)
  }
  const opened = secrets.parse(JSON.parse(await vault.unseal(stateHash, sealed)))
  if (opened.redirectUri !== redirectUri) {
    throw new HubError('SIGN_IN_FAILED', sentences.signIn.otherWay)
  }
  const { verifier, connectionId, values } = opened
  const prepared = await prepare(workspaceId, { integrationId, connectionId, values }, 'finish')
  const { credential, scopes } = await endpointOf(prepared).exchange(answer, { state, verifier, redirectUri })
  const row = await connectAccount(workspaceId, findIntegration(integrationId), {
    credential,
    scopes: scopes ?? prepared.auth.scopes,
    site: prepared.site,
    connectionId,
  })
  return row.id
}
