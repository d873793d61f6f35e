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
    title: host,
    limitMs: limitMs * 2,
    async run() {
      const { proxy, outcome } = await probe(host)
      if (outcome.kind !== 'answer') {
        return faultFinding(outcome, { host, proxy, limitSeconds: Math.round(limitMs / 1_000) })
      }
      const way = proxy === undefined ? 'directly' : `through the proxy ${proxy}`
      if (!GATEWAY_ERRORS.has(outcome.status)) return fine(`Reached ${way}, and the connection is secure.`)
      const said = `It was reached ${way}, but answers with HTTP ${outcome.status}.`
      return note(`${said} If calls fail as well, the service is down: try again later.`, 'retry')
    },
  }
}
