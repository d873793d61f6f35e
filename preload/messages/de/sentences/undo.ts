import type { undo as english } from '../../en/sentences/undo.ts'
import type { SameShape } from '../../speak.ts'

export const undo: SameShape<typeof english> = {
  tooLate: 'Das lässt sich nicht mehr rückgängig machen. Bitte von Hand neu einstellen.',
}
