const QUOTE_CHARS = 80

/** What would end the quotation in one language or another. */
const QUOTATION_MARKS = /[“”„‟«»]/g

/** A value on one line, cut, without marks that could end the quotation it is put into. */
export function cutToLine(value: string | number): string {
  const line = String(value).replaceAll(/\s+/g, ' ').replaceAll(QUOTATION_MARKS, '"').trim()
  const characters = Array.from(line)
  return characters.length > QUOTE_CHARS ? `${characters.slice(0, QUOTE_CHARS - 1).join('')}…` : line
}

/** A value in a sentence of the approval dialog: on one line, cut, in “typographic quotes”. */
export const quote = (value: string | number): string => `“${cutToLine(value)}”`

/** `{ id, title, state_id }` without `id` → `title`, `state`. */
export function fieldWords(args: Readonly<Record<string, unknown>>, except: readonly string[]): string[] {
  const names = Object.keys(args).filter((name) => args[name] !== undefined && !except.includes(name))
  return names.map((name) => name.replace(/_ids$/, 's').replace(/_id$/, '').replaceAll('_', ' '))
}

/** `{ id, title, state_id }` without `id` → `title and state`: what an update changes. */
export function changedFields(args: Readonly<Record<string, unknown>>, ...except: readonly string[]): string {
  const words = fieldWords(args, except)
  const last = words.pop()
  return words.length === 0 ? (last ?? 'nothing') : `${words.join(', ')} and ${last}`
}
