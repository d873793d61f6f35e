import { HubError } from '../../preload/contract/errors.ts'
import type { LanguageChoice, Preferences, Theme } from '../../preload/contract/preferences.ts'
import { sentences } from '../../preload/messages/sentences.ts'
import type { Platform } from '../platform/platform.ts'
import type { Settings } from '../settings/settings.ts'

const FIRST_RUN = 'first_run.over'

/** How Gatehouse behaves on this computer. */
export interface OwnPreferences {
  read(): Promise<Preferences>
  setTheme(theme: Theme): Promise<Preferences>
  /** Every open window begins anew in it. */
  setLanguage(language: LanguageChoice): Promise<Preferences>
  /** @throws HubError INTERNAL when the system does not let it be changed */
  setStartsAtLogin(on: boolean): Promise<Preferences>
  /** The three steps of the start are not shown again. */
  endFirstRun(): Promise<Preferences>
}

/** @param onChange told after every change */
export function createPreferences(
  platform: Pick<Platform, 'appearance' | 'language' | 'loginItem'>,
  settings: Settings,
  onChange: () => void,
): OwnPreferences {
  const { appearance, language, loginItem } = platform
  const read = async (): Promise<Preferences> => ({
    theme: appearance.theme(),
    language: language.choice(),
    startsAtLogin: await loginItem.isOn().catch(() => false),
    isFirstRunOver: settings.get(FIRST_RUN) === 'yes',
  })
  const changed = async (): Promise<Preferences> => {
    onChange()
    return await read()
  }
  return {
    read,
    setTheme(theme) {
      appearance.setTheme(theme)
      return changed()
    },
    setLanguage(choice) {
      language.choose(choice)
      return changed()
    },
    async setStartsAtLogin(on) {
      await loginItem.set(on).catch(() => undefined)
      // What the system says counts, not what it was asked for.
      const now = await changed()
      if (now.startsAtLogin === on) return now
      throw new HubError('INTERNAL', sentences.preferences.loginItem)
    },
    endFirstRun() {
      if (settings.get(FIRST_RUN) !== 'yes') settings.set(FIRST_RUN, 'yes')
      return changed()
    },
  }
}
