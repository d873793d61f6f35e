import type { preferences as english } from '../../en/sentences/preferences.ts'
import type { SameShape } from '../../speak.ts'

export const preferences: SameShape<typeof english> = {
  loginItem:
    'Das System hat diese Änderung nicht zugelassen. Sie lässt sich in seinen eigenen Einstellungen für Programme vornehmen, die bei der Anmeldung starten.',
}
