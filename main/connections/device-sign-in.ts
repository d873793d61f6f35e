import { HubError } from '../../preload/contract/errors.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { SignIn } from '../../preload/contract/shapes.ts'
import type { Integration } from '../../registry/define.ts'
import { newId } from '../identifiers.ts'
import type { Browser, Clock } from '../platform/platform.ts'
import { scopeText } from './authorize-url.ts'
import type { Vault } from '../vault/vault.ts'
import type { ConnectAccount } from './connect-account.ts'
import type { PrepareSignIn, PreparedSignIn, SignInRequest } from './sign-in-preparation.ts'
import { signInProblem } from './sign-in-problem.ts'
import type { TokenAnswer, TokenEndpoint } from './token-endpoint.ts'

/** RFC 8628 3.2: what a provider that names no interval means. */
const USUAL_INTERVAL_SECONDS = 5
/** RFC 8628 3.5. */
const SLOW_DOWN_SECONDS = 5

interface DeviceDependencies {
  readonly clock: Clock
  readonly browser: Browser
  readonly vault: Pick<Vault, 'hold' | 'unlocked'>
  readonly prepare: PrepareSignIn
  readonly endpointOf: (prepared: PreparedSignIn) => TokenEndpoint
  readonly findIntegration: (id: string) => Integration
  readonly connectAccount: ConnectAccount
  readonly onChange: (signIn: SignIn) => void
  /** In the person's language. */
  readonly say: (sentence: Sentence) => string
}

/** Sign-in by a code that the person enters in any browser (RFC 8628). */
export interface DeviceSignIns {
  /** Asks for a code, opens the page that takes it, and goes on asking until it was entered. */
  begin(workspaceId: string, request: SignInRequest): Promise<SignIn>
  cancel(signInId: string): void
  close(): void
}

interface Waiting {
  readonly signIn: SignIn
  readonly workspaceId: string
  readonly request: SignInRequest
  readonly prepared: PreparedSignIn
  readonly endpoint: TokenEndpoint
  readonly deviceCode: string
  readonly endsAt: number
}

export function createDeviceSignIns(dependencies: DeviceDependencies): DeviceSignIns {
  const { clock, browser, vault, prepare, endpointOf, onChange, say } = dependencies
  const timers = new Map<string, () => void>()

  const end = (signIn: SignIn, change: Partial<SignIn>): void => {
    timers.get(signIn.id)?.()
    if (timers.delete(signIn.id)) onChange({ ...signIn, device: null, ...change })
  }
  const pollIn = (seconds: number, waiting: Waiting): void => {
    const stop = clock.after(seconds * 1_000, () => void poll(seconds, waiting))
    timers.set(waiting.signIn.id, stop)
  }
  const poll = async (seconds: number, waiting: Waiting): Promise<void> => {
    const { signIn, endsAt } = waiting
    try {
      if (clock.now() >= endsAt) throw new HubError('SIGN_IN_FAILED', sentences.signIn.code.late)
      // Tokens that come while the vault is locked could not be kept.
      await vault.unlocked()
      if (timers.has(signIn.id)) await vault.hold(() => askOnce(seconds, waiting))
    } catch (error) {
      end(signIn, { status: 'failed', problem: signInProblem(error, say) })
    }
  }

  const askOnce = async (seconds: number, waiting: Waiting): Promise<void> => {
    const { signIn, endpoint, deviceCode } = waiting
    const answer = await endpoint.pollDeviceCode(deviceCode)
    if (!timers.has(signIn.id)) return
    if (typeof answer === 'string') {
      return pollIn(answer === 'slow_down' ? seconds + SLOW_DOWN_SECONDS : seconds, waiting)
    }
    const connectionId = await finish(dependencies, waiting, answer)
    end(signIn, { status: 'done', connectionId })
  }

  return {
    async begin(workspaceId, request) {
      const prepared = await prepare(workspaceId, request, 'begin')
      const { integration, auth } = prepared
      if (auth.deviceUrl === undefined) {
        throw new HubError('INTEGRATIONS_NOT_CONFIGURED', sentences.signIn.code.none(integration.name))
      }
      const endpoint = endpointOf(prepared)
      const code = await endpoint.requestDeviceCode(auth.deviceUrl, scopeText(auth))
      const endsAt = clock.now() + code.expires_in * 1_000
      const page = webPage(integration.name, code.verification_uri)
      const signIn: SignIn = {
        id: newId('dev'),
        integrationId: request.integrationId,
        status: 'waiting',
        problem: null,
        connectionId: null,
        device: { code: code.user_code, page, expiresAt: new Date(endsAt).toISOString() },
      }
      const waiting = {
        signIn,
        workspaceId,
        request,
        prepared,
        endpoint,
        deviceCode: code.device_code,
        endsAt,
      }
      pollIn(code.interval ?? USUAL_INTERVAL_SECONDS, waiting)
      await browser.open(webPage(integration.name, code.verification_uri_complete ?? page))
      return signIn
    },
    cancel(signInId) {
      const stop = timers.get(signInId)
      if (stop === undefined) return
      stop()
      timers.delete(signInId)
    },
    close() {
      for (const stop of timers.values()) stop()
      timers.clear()
    },
  }
}

async function finish(
  { findIntegration, connectAccount }: DeviceDependencies,
  { workspaceId, request, prepared }: Waiting,
  { credential, scopes }: TokenAnswer,
): Promise<string> {
  const row = await connectAccount(workspaceId, findIntegration(request.integrationId), {
    credential,
    scopes: scopes ?? prepared.auth.scopes,
    site: prepared.site,
    connectionId: request.connectionId,
  })
  return row.id
}

/** What a provider names is shown and opened: it must be a web page, and nothing else. */
function webPage(name: string, address: string): string {
  if (URL.canParse(address) && new URL(address).protocol === 'https:') return address
  throw new HubError('SIGN_IN_FAILED', sentences.signIn.code.noPage(name))
}
