import { HubError } from '../../preload/contract/errors.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import { faultOf } from '../doctor/connection-fault.ts'
import { faultFinding } from '../doctor/fault-finding.ts'

/**
 * A request that got no answer, in a sentence that says what to look at: no internet, a clock that is wrong, a proxy,
 * a network that inspects connections.
 *
 * @param name of the integration
 * @param url where the request went
 * @param error what the network threw; of it only a code is passed on
 */
export function unreachable(name: string, url: string, error: unknown): HubError {
  const { host } = new URL(url)
  const fault = faultOf(error)
  const { sentence } = faultFinding(fault, { host, proxy: undefined, limitSeconds: LIMIT_SECONDS })
  return new HubError('NETWORK', sentences.connections.unreachable(name, sentence), {
    host,
    cause: fault.code,
  })
}

const LIMIT_SECONDS = 30
