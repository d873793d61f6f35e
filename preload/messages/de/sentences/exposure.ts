import type { exposure as english } from '../../en/sentences/exposure.ts'
import type { SameShape } from '../../speak.ts'

export const exposure: SameShape<typeof english> = {
  useItself: '{0} ruft die Tools der Dienste auf; {1} wird direkt benutzt.',
}
