import { app, BrowserWindow } from 'electron'
import type { Language } from '../../preload/contract/preferences.ts'
import { languageOf, LOCALES } from '../../preload/messages/languages.ts'
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

/** The system's language, where a chosen one hides it from this process. */
let hidden: Language | undefined

/**
 * Has the fields that Chromium draws, for days above all, follow a chosen language as well. To be called before the
 * app is ready; a language that is chosen later reaches them at the next start.
 */
export function applyChosenLocale(memory: WindowMemory): void {
  const { language } = memory.read()
  if (language === 'system') return
  hidden = languageOf(systemTag(process.platform, process.env))
  app.commandLine.appendSwitch('lang', LOCALES[language].dates)
}

/** On Linux the switch changes the environment that is read here. */
function systemTag(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform !== 'linux') return app.getPreferredSystemLanguages()[0] ?? ''
  const [first = ''] = [env['LANGUAGE'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].filter(Boolean)
  return first.split(/[:.@]/, 1)[0] ?? ''
}

/** What the person reads now. Only after the app is ready does it know the system's language. */
export function spokenLanguage(memory: WindowMemory): Language {
  const { language } = memory.read()
  return language === 'system' ? (hidden ?? languageOf(app.getLocale())) : language
}
