import type { exposure as english } from '../en/exposure.ts'
import type { SameShape } from '../speak.ts'

/** Words about how an app sees its tools. */
export const exposure: SameShape<typeof english> = {
  title: 'Wie sie ihre Tools sieht',
  labels: { automatic: 'Automatisch', all: 'Alle Tools', search: 'Suche' },
  means: {
    all: 'Die App sieht jedes erlaubte Tool.',
    search:
      'Die App sieht eine Suche und findet damit das nötige Tool: günstiger, mit einem Schritt mehr je Aufgabe.',
  },
  automatic: {
    all: 'Alle Tools, solange die Liste kurz ist, sonst eine Suche. Zurzeit: alle Tools.',
    search: 'Alle Tools, solange die Liste kurz ist, sonst eine Suche. Zurzeit: Suche.',
  },
  cost: {
    all: '{0, plural, one {# Tool} other {# Tools}}, {1, plural, one {# Token} other {# Tokens}} in jeder Unterhaltung; mit Suche {2, number}.',
    search:
      '{0, plural, one {# Tool} other {# Tools}} hinter einer Suche, {1, plural, one {# Token} other {# Tokens}} in jeder Unterhaltung; alle Tools wären {2, number}.',
  },
}
