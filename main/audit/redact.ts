const SECRET_NAME =
  /token|secret|passw|passphrase|api[_-]?key|authorization|credential|cookie|private[_-]?key/i
const LONGEST_VALUE = 200
const DEEPEST = 6
/** Elements of a list, and fields of an object, that are kept. */
export const MOST_ITEMS = 50

/**
 * Arguments as the activity log keeps them: values under secret-sounding names and long texts are left out.
 *
 * @param value any JSON value
 * @returns the same shape, safe to keep
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return shorten(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '[nested]'
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_ITEMS)
      .map(([name, item]) => [name, SECRET_NAME.test(name) ? '[redacted]' : redact(item, depth + 1)]),
  )
}

function shorten(text: string): string {
  if (text.length <= LONGEST_VALUE) return text
  return `${text.slice(0, LONGEST_VALUE / 2)}… [${text.length} characters]`
}

/** Whether the log keeps less of a value than there was. What looks the same but was whole is taken for shortened. */
export function isShortened(recorded: unknown): boolean {
  return (
    typeof recorded === 'string' &&
    (recorded === '[redacted]' || recorded === '[nested]' || /… \[\d+ characters\]$/.test(recorded))
  )
}
