/** A change of text: what is between the two offsets becomes `text`. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** @param edits none overlaps another */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.toSorted((a, b) => b.from - a.from)
  return ordered.reduce((done, edit) => done.slice(0, edit.from) + edit.text + done.slice(edit.to), text)
}

/** @returns the line break that the text uses */
export function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

/** @returns where the line of an offset begins */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** @returns where the line of an offset ends, before its break */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  if (at < 0) return text.length
  return text[at - 1] === '\r' && at > offset ? at - 1 : at
}

/** @returns the white space with which the line of an offset begins */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
}

/** @returns the text, ending with a line break unless it is empty */
export function withLastBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? text : text + lineBreakOf(text)
}

/** Removes a range; a line that is empty then goes with its break. */
export function removeRange(text: string, from: number, to: number): TextEdit {
  const start = lineStart(text, from)
  const end = lineEnd(text, to)
  const isAlone = text.slice(start, from).trim() === '' && text.slice(to, end).trim() === ''
  if (!isAlone) return { from, to, text: '' }
  const next = text.indexOf('\n', end)
  // At the end of a text that has no last break, the break before the line goes.
  if (next < 0) return { from: Math.max(0, start - lineBreakBefore(text, start)), to: text.length, text: '' }
  return { from: start, to: next + 1, text: '' }
}

function lineBreakBefore(text: string, start: number): number {
  if (text.slice(0, start).endsWith('\r\n')) return 2
  return start > 0 ? 1 : 0
}
