import type { DoctorLine } from '../../preload/contract/doctor.ts'
import type { Sentence } from '../../preload/contract/sentence.ts'
import type { CheckedLine } from '../doctor/run-check.ts'
import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type DoctorRoute = Extract<keyof Handlers, `doctor.${string}`>

export function doctorHandlers(parts: HubParts): Pick<Handlers, DoctorRoute> {
  const { doctor, shown, say, currentWorkspaceId } = parts
  return {
    async 'doctor.run'(subject) {
      await shown.ready()
      const { lines, report } = await doctor.run(currentWorkspaceId(), subject)
      return { lines: lines.map((line) => inWords(line, say)), report }
    },
    'doctor.act': async () => ({ done: await doctor.registerProtocol() }),
  }
}

function inWords(
  { id, state, title, sentence, action }: CheckedLine,
  say: (sentence: Sentence) => string,
): DoctorLine {
  return { id, state, title: say(title), sentence: say(sentence), action }
}
