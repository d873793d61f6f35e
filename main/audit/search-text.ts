import type { AuditLine } from './audit-log.ts'

/** More than that of one call is not searched. */
const LONGEST_DETAILS = 2_000
const MOST_WORDS = 12

/** @returns what a search of the activity log can find a call by */
export function wordsOf(line: Pick<AuditLine, 'tool' | 'appName' | 'accountName' | 'details'>): string {
  // In JSON a line feed is a letter behind a backslash, which would become part of the next word.
  const details = line.details.slice(0, LONGEST_DETAILS).replaceAll(/\\(?:u[0-9a-fA-F]{4}|.)/g, ' ')
  return `${line.tool} ${line.appName} ${line.accountName} ${details}`
}

/** @returns a word that stands for a kind of calls; a search takes its first character for a gap between words */
export const kindWord = (kind: number): string => `\uE000${kind}`

/**
 * A person's words as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax): each one quoted, so
 * that nothing in it is an operator, and found by its beginning.
 *
 * @returns null when there is nothing in the text that could be found
 */
export function matchExpression(text: string): string | null {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu)
  if (words === null) return null
  return words
    .slice(0, MOST_WORDS)
    .map((word) => `"${word}" *`)
    .join(' AND ')
}
