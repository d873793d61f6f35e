import { nativeTheme } from 'electron'
import type { Theme } from '../../preload/contract/preferences.ts'
import type { Appearance } from './platform.ts'
import type { WindowMemory } from './window-state.ts'

/** Keeps the theme and tells Chromium, whose `prefers-color-scheme` the window's colours follow. */
export function createAppearance(memory: WindowMemory): Appearance {
  return {
    theme: () => memory.read().theme,
    setTheme(theme) {
      memory.change({ theme })
      applyTheme(theme)
    },
  }
}

/** Strong contrast comes in light and dark, as the system has it. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme
}
