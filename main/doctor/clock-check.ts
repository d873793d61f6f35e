import type { Sentence } from '../../preload/contract/sentence.ts'
import { sentences } from '../../preload/messages/sentences.ts'
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
    title: sentences.doctor.titles.clock,
    limitMs: limitMs * 2,
    run: async () => compare(await Promise.all(hosts.map((host) => probe(host)))),
  }
}

const words = sentences.doctor.clock

/** One host with a wrong clock says nothing while another agrees with this computer's. */
function compare(probes: readonly Probe[]): Finding {
  const differences = probes
    .map(({ outcome }) => (outcome.kind === 'answer' ? outcome.aheadMs : undefined))
    .filter((ahead) => ahead !== undefined)
    .sort((one, other) => Math.abs(one) - Math.abs(other))
  const [least] = differences
  if (least === undefined) return withoutAnswer(probes)
  if (Math.abs(least) <= NOTE_MS) return fine(words.fine)
  const sentence = least > 0 ? words.slow(lengthOf(least)) : words.fast(lengthOf(least))
  return Math.abs(least) > PROBLEM_MS ? problem(words.signInsFail(sentence)) : note(sentence, 'retry')
}

/** A clock that is years off lets no connection come about that it could be compared over. */
function withoutAnswer(probes: readonly Probe[]): Finding {
  const isLikelyWrong =
    probes.length > 0 && probes.every(({ outcome }) => outcome.kind === 'certificate_time')
  return isLikelyWrong ? problem(words.noneValid) : skipped(words.unknown)
}

/** Never one of anything: a difference that small is said in the next smaller unit, or not at all. */
function lengthOf(ms: number): Sentence {
  const seconds = Math.round(Math.abs(ms) / 1_000)
  if (seconds < 120) return words.seconds(seconds)
  if (seconds < 7_200) return words.minutes(Math.round(seconds / 60))
  return seconds < 172_800
    ? words.hours(Math.round(seconds / 3_600))
    : words.days(Math.round(seconds / 86_400))
}
