import { describe, expect, it, vi } from 'vitest'
import type { Language } from '../preload/contract/preferences.ts'
import type { Translations } from '../registry/translations.ts'
import { createShownIntegrations } from './shown-integrations.ts'
import { notes } from './testing/notes.ts'

const german: Translations = {
  notes: {
    description: 'Notizen.',
    words: {},
    tools: { notes_list: { description: 'Alle', summary: 'Alle' } },
  },
}

function shownIn(language: { now: Language }, load = () => Promise.resolve(german)) {
  return createShownIntegrations(() => language.now, { de: load })
}

describe('integrations as the person reads them', () => {
  it('are English and the very definition before a language is there, so that no question waits for words', async () => {
    const shown = shownIn({ now: 'de' })
    expect(shown.of(notes)).toBe(notes)
    await shown.ready()
    expect(shown.of(notes).description).toBe('Notizen.')
    expect(shown.of(notes)).toBe(shown.of(notes))
  })

  it('follow the language when the person changes it, and load none for English', async () => {
    const load = vi.fn(() => Promise.resolve(german))
    const language: { now: Language } = { now: 'en' }
    const shown = shownIn(language, load)
    await shown.ready()
    expect(load).not.toHaveBeenCalled()
    language.now = 'de'
    await shown.ready()
    await shown.ready()
    expect(shown.of(notes).description).toBe('Notizen.')
    expect(load).toHaveBeenCalledOnce()
    language.now = 'en'
    expect(shown.of(notes)).toBe(notes)
  })

  it('stay English where there is no translation, or it cannot be loaded', async () => {
    for (const load of [() => Promise.resolve({}), () => Promise.reject(new Error('gone'))]) {
      const shown = shownIn({ now: 'de' }, load)
      await shown.ready()
      expect(shown.of(notes)).toBe(notes)
    }
  })
})
