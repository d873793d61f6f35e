import type { Translation } from './translation.ts'

/** Translations of one language, by the integration's id. */
export type Translations = Readonly<Record<string, Translation>>

/** Languages beside English; each is loaded when somebody reads it. */
export const translations: Readonly<Partial<Record<string, () => Promise<Translations>>>> = {
  de: async () => (await import('./translations/de/index.ts')).german,
}
