import type { pairing as english } from '../en/pairing.ts'
import type { SameShape } from '../speak.ts'

/** Words of the question whether a program may use Gatehouse. */
export const pairing: SameShape<typeof english> = {
  title: '{0} möchte Gatehouse benutzen',
  knownTitle: '{0} möchte sich wieder verbinden',
  lead: 'Nur erlauben, wenn man das gerade selbst begonnen hat und dort derselbe Code steht:',
  code: 'Code',
  asks: 'Wer fragt',
  from: {
    program: 'Ein Programm auf diesem Computer. Den Namen hat es sich selbst gegeben.',
    registered: 'Ein MCP-Client, über den Browser. Den Namen hat er sich selbst gegeben.',
    document: 'Ein MCP-Client, über den Browser, beschrieben in einem Dokument.',
  },
  document: 'Beschrieben unter',
  documentLocal: 'Jedes Programm auf diesem Computer kann behaupten, das zu sein, was {0} beschreibt.',
  redirect: 'Antwort geht an',
  redirectTo: {
    computer: '{0}, ein Programm auf diesem Computer',
    web: '{0}, eine Website',
    scheme: 'Das Programm, das {0}-Links öffnet',
  },
  known: 'Es wurde schon einmal erlaubt. Seine alten Tokens enden mit der neuen Erlaubnis.',
  workspace: 'Arbeitsbereich',
  name: 'Name in Gatehouse',
  toolkits: 'Darf benutzen',
  noToolkits: 'Es gibt keine Integrationen zur Auswahl.',
  chosen:
    '{0, plural, =0 {Nichts gewählt} one {# Integration gewählt} other {# Integrationen gewählt}}. Das lässt sich später ändern.',
  deny: 'Ablehnen',
  allow: 'Erlauben',
}
