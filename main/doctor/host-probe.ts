import type { Clock, Network, Platform } from '../platform/platform.ts'
import { withinTime } from '../tools/time-limit.ts'
import { faultOf, type Fault, type FaultKind } from './connection-fault.ts'
import { isPortalAnswer } from './portal.ts'

/** What became of one look at a host over https. */
export interface Probe {
  /** `host:port` of the proxy that this address goes through; undefined without one. */
  readonly proxy: string | undefined
  readonly outcome: Fault | HostAnswer
}

export interface HostAnswer {
  readonly kind: 'answer'
  readonly status: number
  /** How far ahead of this computer the server's clock is, in milliseconds; undefined when it does not say. */
  readonly aheadMs: number | undefined
}

/** Looks at a host. Each is asked once, however many checks want to know. */
export type ProbeHost = (host: string) => Promise<Probe>

interface ProbeDependencies {
  readonly network: Network
  readonly proxyFor: Platform['proxyFor']
  readonly clock: Pick<Clock, 'now'>
  /** How long an answer may take. */
  readonly limitMs: number
}

/** Faults that a network with a sign-in page of its own causes. */
const PORTAL_FAULTS = new Set<FaultKind>([
  'refused',
  'timeout',
  'cut_off',
  'certificate_issuer',
  'certificate_name',
  'tls',
])

export function createProbeHost(dependencies: ProbeDependencies): ProbeHost {
  const known = new Map<string, Promise<Probe>>()
  return (host) => {
    const probe = known.get(host) ?? probeHost(dependencies, host)
    known.set(host, probe)
    return probe
  }
}

async function probeHost(dependencies: ProbeDependencies, host: string): Promise<Probe> {
  const { kind, address } = await proxyOf(dependencies, `https://${host}/`)
  if (!['DIRECT', 'PROXY', 'HTTPS'].includes(kind)) {
    return { proxy: address, outcome: { kind: 'proxy_kind', code: kind } }
  }
  const outcome = await ask(dependencies, host)
  const mayBePortal = address === undefined && PORTAL_FAULTS.has(outcome.kind as FaultKind)
  if (mayBePortal && (await isBehindPortal(dependencies, host))) {
    return { proxy: address, outcome: { kind: 'portal', code: 'code' in outcome ? outcome.code : '' } }
  }
  return { proxy: address, outcome }
}

/** Without credential, cookie or path: the origin alone is asked. */
async function ask({ network, clock, limitMs }: ProbeDependencies, host: string): Promise<Probe['outcome']> {
  const startedAt = clock.now()
  try {
    const response = await withinTime(limitMs, undefined, (signal) =>
      network.fetch(`https://${host}/`, { ...PLAIN_REQUEST, method: 'HEAD', signal }),
    )
    void response.body?.cancel().catch(() => undefined)
    if (isPortalAnswer(host, response, 'https:')) return { kind: 'portal', code: `HTTP ${response.status}` }
    const middle = (startedAt + clock.now()) / 2
    return { kind: 'answer', status: response.status, aheadMs: aheadOf(response.headers, middle) }
  } catch (error) {
    return faultOf(error)
  }
}

const PLAIN_REQUEST = { headers: { 'user-agent': 'Gatehouse' }, redirect: 'manual' } as const

/** A network that wants the person to sign in first answers in place of everybody, where nothing is encrypted. */
async function isBehindPortal({ network, limitMs }: ProbeDependencies, host: string): Promise<boolean> {
  const { hostname } = new URL(`https://${host}/`)
  try {
    const response = await withinTime(limitMs / 2, undefined, (signal) =>
      network.fetch(`http://${hostname}/`, { ...PLAIN_REQUEST, method: 'GET', signal }),
    )
    void response.body?.cancel().catch(() => undefined)
    return isPortalAnswer(hostname, response, 'http:')
  } catch {
    return false
  }
}

async function proxyOf(
  { proxyFor }: ProbeDependencies,
  url: string,
): Promise<{ readonly kind: string; readonly address: string | undefined }> {
  const [kind = 'DIRECT', address = ''] = (await proxyFor(url)).split(' ')
  // A name and password that settings may hold stay here.
  const shown = address.split('@').at(-1) ?? ''
  return { kind, address: shown === '' ? undefined : shown }
}

/** RFC 9110 6.6.1; what a cache answers is as old as it says (RFC 9111 5.1). */
function aheadOf(headers: Headers, now: number): number | undefined {
  const date = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(date)) return undefined
  const age = Number(headers.get('age') ?? 0)
  return date + (Number.isFinite(age) && age > 0 ? age * 1_000 : 0) - now
}
