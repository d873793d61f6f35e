import { app, BrowserWindow } from 'electron'
import type { Language } from '../../preload/contract/preferences.ts'
import { languageOf } from '../../preload/messages/languages.ts'
import type { PersonLanguage } from './platform.ts'
import { showPage } from './window.ts'
import type { WindowMemory } from './window-state.ts'

/** Keeps the choice, and has every open window begin anew in another language, at the place where it is. */
export function createPersonLanguage(memory: WindowMemory): PersonLanguage {
  return {
    choice: () => memory.read().language,
    spoken: () => spokenLanguage(memory),
    choose(language) {
      memory.change({ language })
      for (const window of BrowserWindow.getAllWindows()) {
        const route = new URL(window.webContents.getURL()).hash
        showPage(window, { theme: memory.read().theme, language: spokenLanguage(memory), route })
      }
    },
  }
}

/** What the person reads now. Only after the app is ready does it know the system's language. */
export function spokenLanguage(memory: WindowMemory): Language {
  const { language } = memory.read()
  return language === 'system' ? languageOf(app.getLocale()) : language
}
