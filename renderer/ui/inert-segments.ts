/** A stretch of text as it is, or the name of characters that cannot be seen. */
interface InertSegment {
  readonly kind: 'text' | 'mark'
  readonly text: string
}

/**
 * What a person cannot see, or what changes how its neighbours look: control and format characters (bidi, zero
 * width, tags), line separators, every space but the common one, fillers and variation selectors, half
 * surrogates, private and unassigned code points. Line feed and tab stay: they show as what they are.
 */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /(?:(?![\n\t ])[\p{C}\p{Z}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFE00-\uFE0F\uFFA0\u{E0100}-\u{E01EF}])+/gu

/** The same, and what would begin a new line or jump to a column. */
const HIDDEN_IN_LINE = new RegExp(HIDDEN.source.replace(String.raw`(?![\n\t ])`, '(?! )'), 'gu')

/**
 * Cuts text so that nothing in it is invisible: what is hidden becomes `⟨U+202E⟩`.
 * @param lines `one` where the text stands on a line with others: it cannot begin a line that looks like theirs
 */
export function toInertSegments(value: string, lines: 'many' | 'one' = 'many'): readonly InertSegment[] {
  const segments: InertSegment[] = []
  let end = 0
  for (const match of value.matchAll(lines === 'one' ? HIDDEN_IN_LINE : HIDDEN)) {
    if (match.index > end) segments.push({ kind: 'text', text: value.slice(end, match.index) })
    segments.push({ kind: 'mark', text: Array.from(match[0], nameOf).join('') })
    end = match.index + match[0].length
  }
  if (end < value.length) segments.push({ kind: 'text', text: value.slice(end) })
  return segments
}

function nameOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
  return `⟨U+${hex.padStart(4, '0')}⟩`
}

/**
 * The first characters of a long text.
 * @param length in UTF-16 units; one less is taken rather than half a character
 */
export function headOf(value: string, length: number): string {
  const last = value.charCodeAt(length - 1)
  const cutsPair = value.length > length && last >= 0xd8_00 && last <= 0xdb_ff
  return value.slice(0, cutsPair ? length - 1 : length)
}
