import { fine, note, problem, skipped, type Check, type Finding } from './finding.ts'
import type { Probe, ProbeHost } from './host-probe.ts'

const PROBLEM_MS = 2 * 60_000
const NOTE_MS = 30_000

interface ClockDependencies {
  readonly probe: ProbeHost
  readonly hosts: readonly string[]
  readonly limitMs: number
}

/** Whether this computer's clock agrees with the clocks of the hosts: certificates and tokens end by it. */
export function clockCheck({ probe, hosts, limitMs }: ClockDependencies): Check {
  return {
    id: 'clock',
    title: 'Clock',
    limitMs: limitMs * 2,
    run: async () => compare(await Promise.all(hosts.map((host) => probe(host)))),
  }
}

/** One host with a wrong clock says nothing while another agrees with this computer's. */
function compare(probes: readonly Probe[]): Finding {
  const differences = probes
    .map(({ outcome }) => (outcome.kind === 'answer' ? outcome.aheadMs : undefined))
    .filter((ahead) => ahead !== undefined)
    .sort((one, other) => Math.abs(one) - Math.abs(other))
  const [least] = differences
  if (least === undefined) return withoutAnswer(probes)
  if (Math.abs(least) <= NOTE_MS) return fine('This computer’s clock is right.')
  const sentence =
    `This computer’s clock is ${lengthOf(least)} ${least > 0 ? 'slow' : 'fast'}. Let the system set it by itself, in its` +
    ' settings for date and time.'
  return Math.abs(least) > PROBLEM_MS
    ? problem(`${sentence} Sign-ins fail with a wrong clock.`)
    : note(sentence, 'retry')
}

/** A clock that is years off lets no connection come about that it could be compared over. */
function withoutAnswer(probes: readonly Probe[]): Finding {
  const isLikelyWrong =
    probes.length > 0 && probes.every(({ outcome }) => outcome.kind === 'certificate_time')
  return isLikelyWrong
    ? problem(
        'To this computer no certificate is valid now, so its clock is most likely wrong. Set date and time.',
      )
    : skipped('No service answered with its time, so the clock could not be compared.')
}

function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  if (seconds < 120) return `${seconds} seconds`
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`
}
