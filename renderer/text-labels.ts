import { locale } from './language.ts'

const LIST = new Intl.ListFormat(locale.words, { type: 'unit', style: 'short' })

/** @returns what a code is called; a code that has no name, as it is */
export function labelOf(labels: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(labels, code) ? labels[code] : undefined) ?? code
}

/** “a, b, c”: of names and codes, which no “and” should seem to be part of. */
export const listed = (items: readonly string[]): string => LIST.format(items)
