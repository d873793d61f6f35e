import { verbatim } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { faultFinding } from './fault-finding.ts'
import { fine, note, type Check } from './finding.ts'
import type { ProbeHost } from './host-probe.ts'

/** What gateways answer in place of a service that is down; some services say so at an address nobody asks for. */
const GATEWAY_ERRORS = new Set([502, 503, 504])

interface NetworkDependencies {
  readonly probe: ProbeHost
  /** How long a host may take to answer; the check waits somewhat longer. */
  readonly limitMs: number
}

/** Whether a host can be reached: its proxy, its name, the connection, and that it is secure. */
export function networkCheck({ probe, limitMs }: NetworkDependencies, host: string): Check {
  return {
    id: `network:${host}`,
    title: verbatim(host),
    limitMs: limitMs * 2,
    async run() {
      const { proxy, outcome } = await probe(host)
      if (outcome.kind !== 'answer') {
        return faultFinding(outcome, { host, proxy, limitSeconds: Math.round(limitMs / 1_000) })
      }
      const { reached, reachedBy, down, downBy } = sentences.doctor.network
      const { status } = outcome
      if (!GATEWAY_ERRORS.has(status)) return fine(proxy === undefined ? reached : reachedBy(proxy))
      return note(proxy === undefined ? down(status) : downBy(status, proxy), 'retry')
    },
  }
}
