import type { LanguageChoice, Theme } from '../../preload/contract/preferences.ts'
import { request } from '../hub.ts'
import { createResource } from './resource.ts'

export const usePreferences = createResource(async () => {
  const read = await request('preferences.read', {})
  showTheme(read.theme)
  return read
})

/** Before the first picture: main has put the theme into the window's address. */
export function showThemeOfAddress(): void {
  const theme = new URLSearchParams(location.search).get('theme')
  if (theme !== null) showTheme(theme)
}

export async function setTheme(theme: Theme): Promise<void> {
  usePreferences.setState({ value: await request('preferences.setTheme', { theme }) })
  showTheme(theme)
}

/** The window begins anew in the language, by main. */
export async function setLanguage(language: LanguageChoice): Promise<void> {
  usePreferences.setState({ value: await request('preferences.setLanguage', { language }) })
}

export async function setStartsAtLogin(on: boolean): Promise<void> {
  usePreferences.setState({ value: await request('preferences.setStartsAtLogin', { on }) })
}

export async function endFirstRun(): Promise<void> {
  usePreferences.setState({ value: await request('preferences.endFirstRun', {}) })
}

/** Light and dark come through the system's own question for them; the stylesheet needs to know of strong contrast. */
function showTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme
}
