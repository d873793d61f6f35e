import type { ProtocolHandler } from '../platform/platform.ts'
import { fine, note, problem, type Check, type Finding } from './finding.ts'

/** Whether the link that ends a sign-in comes back to this app. Only for sign-ins that end with one. */
export function protocolCheck(handler: Pick<ProtocolHandler, 'owner'>): Check {
  return {
    id: 'protocol',
    title: 'Way back from the browser',
    limitMs: 3_000,
    run: async () => findingOf(await handler.owner()),
  }
}

function findingOf({ isOurs, name }: Awaited<ReturnType<ProtocolHandler['owner']>>): Finding {
  if (isOurs === true) return fine('The link at the end of a sign-in opens Gatehouse.')
  if (isOurs === null) {
    const sentence = 'The system does not say which program opens the link at the end of a sign-in.'
    return note(`${sentence} If a sign-in does not come back, let Gatehouse open it.`, 'register_protocol')
  }
  const what =
    name === null ? 'No program opens the link' : `Another program, “${shown(name)}”, opens the link`
  return problem(
    `${what} at the end of a sign-in, so that none comes back to Gatehouse.`,
    'register_protocol',
  )
}

/** A name from a file that any program may write. */
function shown(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 80)
}
