import type { Language } from '../contract/preferences.ts'

export interface Locale {
  /** BCP 47, for numbers, plurals and lists. */
  readonly words: string
  /** BCP 47, for days and times. */
  readonly dates: string
}

export const LOCALES: Readonly<Record<Language, Locale>> = {
  en: { words: 'en', dates: 'en-GB' },
  de: { words: 'de', dates: 'de' },
}

/** @param tag BCP 47, as a system names its language; whatever is not known is English */
export function languageOf(tag: string): Language {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/)
  return Object.hasOwn(LOCALES, primary) ? (primary as Language) : 'en'
}
