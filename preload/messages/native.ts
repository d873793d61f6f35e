import type { Language } from '../contract/preferences.ts'
import { native as german } from './de/native.ts'
import { native as english } from './en/native.ts'
import { LOCALES } from './languages.ts'
import { speak, type Spoken } from './speak.ts'

/** What main itself says to the person, outside the window. */
export type NativeWords = Spoken<typeof english>

const TRANSLATIONS = { en: english, de: german } as const
const spoken = new Map<Language, NativeWords>()

export function nativeWords(language: Language): NativeWords {
  const words = spoken.get(language) ?? speak(english, LOCALES[language].words, TRANSLATIONS[language])
  spoken.set(language, words)
  return words
}
