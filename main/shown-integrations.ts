import type { Language } from '../preload/contract/preferences.ts'
import type { Integration } from '../registry/define.ts'
import { translated } from '../registry/translation.ts'
import type { Translations } from '../registry/translations.ts'

/** Integrations as the person reads them. Models, apps and the log get the definition’s English. */
export interface ShownIntegrations {
  /** @returns the same integration in the person’s language; English until that language has been loaded */
  of(integration: Integration): Integration
  /** Resolves when the language of this moment has been loaded, or cannot be. */
  ready(): Promise<void>
}

/**
 * @param spoken the person’s language now
 * @param languages what there is beside English, to be loaded when it is needed
 */
export function createShownIntegrations(
  spoken: () => Language,
  languages: Readonly<Partial<Record<string, () => Promise<Translations>>>>,
): ShownIntegrations {
  const loaded = new Map<Language, Translations>()
  const made = new Map<Language, WeakMap<Integration, Integration>>()
  const of = (integration: Integration): Integration => {
    const language = spoken()
    const translation = loaded.get(language)?.[integration.id]
    if (translation === undefined) return integration
    const ofLanguage = made.get(language) ?? new WeakMap<Integration, Integration>()
    made.set(language, ofLanguage)
    const shown = ofLanguage.get(integration) ?? translated(integration, translation)
    ofLanguage.set(integration, shown)
    return shown
  }
  return {
    of,
    async ready() {
      const language = spoken()
      if (loaded.has(language)) return
      const found = await languages[language]?.().catch(() => undefined)
      loaded.set(language, found ?? {})
    },
  }
}
