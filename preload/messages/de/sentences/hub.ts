import type { hub as english } from '../../en/sentences/hub.ts'
import type { SameShape } from '../../speak.ts'

export const hub: SameShape<typeof english> = {
  credentialGivenUp: 'Die Zugangsdaten wurden aufgegeben, als mit leerem Tresor von vorn begonnen wurde.',
}
