import type { workspaces as english } from '../../en/sentences/workspaces.ts'
import type { SameShape } from '../../speak.ts'

export const workspaces: SameShape<typeof english> = {
  first: 'Privat',
  none: 'Diesen Arbeitsbereich gibt es nicht.',
  taken: 'Es gibt schon einen Arbeitsbereich mit dem Namen {0}.',
  only: 'Der einzige Arbeitsbereich lässt sich nicht löschen.',
}
