import { sha256 } from '../identifiers.ts'
import type { AuditLine } from './audit-log.ts'
import type { KindField } from './call-kinds.ts'

/** More than that of one call is not searched. */
const LONGEST_DETAILS = 2_000
const MOST_WORDS = 12
/** The longest beginning that the index has; of a longer word only so much is looked for. */
const LONGEST_BEGINNING = 12

/** Private use, which a search takes for a gap between words: no text can name a word that begins so. */
const MARK = '\uE000'
const EVERY_MARK = /\uE000/g
/** Beginnings that are the same for every filter word take no room in the index. */
const FILTER_WORD = MARK.padEnd(LONGEST_BEGINNING, 'z')
const DIGITS = 24

/** @returns what a search of the activity log can find a call by */
export function wordsOf(line: Pick<AuditLine, 'tool' | 'appName' | 'accountName' | 'details'>): string {
  // In JSON a line feed is a letter behind a backslash, which would become part of the next word.
  const details = line.details.slice(0, LONGEST_DETAILS).replaceAll(/\\(?:u[0-9a-fA-F]{4}|.)/g, ' ')
  return `${line.tool} ${line.appName} ${line.accountName} ${details}`.replaceAll(EVERY_MARK, ' ')
}

/** @returns the word that stands for a kind of calls, or for one value of a filter, whatever characters that has */
export function filterWord(field: KindField | 'kind', value: string): string {
  return `${FILTER_WORD}${sha256(JSON.stringify([field, value]))
    .toString('hex')
    .slice(0, DIGITS)}`
}

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
    .map((word) => `"${Array.from(word).slice(0, LONGEST_BEGINNING).join('')}" *`)
    .join(' AND ')
}

/** @returns the same, only among calls that have one word of each of the lists */
export function narrowed(expression: string, filterWords: readonly (readonly string[])[]): string {
  const anyOf = filterWords.map((words) => `(${words.map((word) => `"${word}"`).join(' OR ')})`)
  return [...anyOf, expression].join(' AND ')
}
