import type { HubParts } from '../hub-parts.ts'
import type { Handlers } from './router.ts'

type DoctorRoute = Extract<keyof Handlers, `doctor.${string}`>

export function doctorHandlers({ doctor, currentWorkspaceId }: HubParts): Pick<Handlers, DoctorRoute> {
  return {
    'doctor.run': (subject) => doctor.run(currentWorkspaceId(), subject),
    'doctor.act': async () => ({ done: await doctor.registerProtocol() }),
  }
}
