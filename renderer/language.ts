import type { Language } from '../preload/contract/preferences.ts'
import { languageOf, LOCALES } from '../preload/messages/languages.ts'

/** Main has put the language into the window's address; a page without one is English. */
export const language: Language = languageOf(
  typeof location === 'undefined' ? '' : (new URLSearchParams(location.search).get('language') ?? ''),
)

/** BCP 47: of numbers, plurals and lists, and of days and times. */
export const locale = LOCALES[language]
