import { cutToLine, fieldWords } from '../../sentences.ts'

/** A value in a German sentence: on one line, cut, in „Anführungszeichen“. */
export const quote = (value: string | number): string => `„${cutToLine(value)}“`

/** `{ id, title, state_id }` without `id` → `title und state`: what an update changes, by the names that are sent. */
export function changedFields(args: Readonly<Record<string, unknown>>, ...except: readonly string[]): string {
  const words = fieldWords(args, except)
  const last = words.pop()
  return words.length === 0 ? (last ?? 'nichts') : `${words.join(', ')} und ${last}`
}
