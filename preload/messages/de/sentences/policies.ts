import type { policies as english } from '../../en/sentences/policies.ts'
import type { SameShape } from '../../speak.ts'

export const policies: SameShape<typeof english> = {
  noArgument: '{0} hat kein Argument mit dem Namen, den die Regel vergleicht.',
  notFitting: 'Die Regel vergleicht mit einem Wert, der nicht zum Vergleich passt.',
  noRule: 'Diese Regel gibt es nicht mehr.',
  tooMany: 'Für dieses Tool gibt es schon {0} Regeln.',
  paused: 'Alle Apps sind angehalten.',
}
