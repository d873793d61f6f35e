import { german } from '../preload/messages/de/index.ts'
import { english } from '../preload/messages/en/index.ts'
import { speak } from '../preload/messages/speak.ts'
import { language, locale } from './language.ts'

const TRANSLATIONS = { en: english, de: german }

/** Every message in the window's language; what needs more than a value put in is in `text.ts` and beside it. */
export const words = speak(english, locale.words, TRANSLATIONS[language])
