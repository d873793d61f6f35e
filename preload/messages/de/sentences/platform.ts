import type { platform as english } from '../../en/sentences/platform.ts'
import type { SameShape } from '../../speak.ts'

export const platform: SameShape<typeof english> = {
  database: {
    newer: 'Die Datenbank stammt von einem neueren Gatehouse (Schema {0}). Bitte Gatehouse aktualisieren.',
    migration: 'Nach Umstellung {0} der Datenbank fehlt bei {1} Zeilen die übergeordnete.',
  },
}
