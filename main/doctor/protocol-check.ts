import { sentences } from '../../preload/messages/sentences.ts'
import type { ProtocolHandler } from '../platform/platform.ts'
import { fine, note, problem, type Check, type Finding } from './finding.ts'

/** Whether the link that ends a sign-in comes back to this app. Only for sign-ins that end with one. */
export function protocolCheck(handler: Pick<ProtocolHandler, 'owner'>): Check {
  return {
    id: 'protocol',
    title: sentences.doctor.titles.protocol,
    limitMs: 3_000,
    run: async () => findingOf(await handler.owner()),
  }
}

function findingOf({ isOurs, name }: Awaited<ReturnType<ProtocolHandler['owner']>>): Finding {
  const { protocol } = sentences.doctor
  if (isOurs === true) return fine(protocol.fine)
  if (isOurs === null) return note(protocol.unknown, 'register_protocol')
  return problem(name === null ? protocol.nobody : protocol.other(shown(name)), 'register_protocol')
}

/** A name from a file that any program may write. */
function shown(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 80)
}
