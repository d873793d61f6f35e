/** What a spreadsheet would take for a formula. */
const STARTS_FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/** Excel reads UTF-8 as such only behind it. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * One record as in RFC 4180. What begins like a formula gets an apostrophe before it: the log holds text that others
 * have chosen, and a spreadsheet would run it.
 */
export function csvRecord(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
