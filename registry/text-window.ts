/** How much of a long text a tool returns at once: about 2,500 tokens. */
const WINDOW_CHARS = 10_000

/** A part of a long text, and where the next one begins. */
export interface TextWindow {
  readonly text: string
  /** Pass it as `offset` to read on; absent at the end. */
  readonly next_offset?: number
  /** Length of the whole text, given when `text` is not all of it. */
  readonly total_chars?: number
}

/**
 * Cuts a window out of a text, never through the middle of a character outside the basic plane.
 *
 * @param offset where to begin, in UTF-16 units: a former `next_offset`
 * @param length how much to take, in UTF-16 units, at least 2
 */
export function textWindow(text: string, offset = 0, length = WINDOW_CHARS): TextWindow {
  if (offset === 0 && text.length <= length) return { text }
  const end = isLowSurrogate(text, offset + length) ? offset + length - 1 : offset + length
  const rest = end < text.length ? { next_offset: end } : {}
  return { text: text.slice(offset, end), ...rest, total_chars: text.length }
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
