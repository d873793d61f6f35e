import type { ruleWords as english } from '../en/rule-words.ts'
import type { SameShape } from '../speak.ts'

/** Words that sentences about rules and remembered answers are put together from. */
export const ruleWords: SameShape<typeof english> = {
  quoted: '„{0}“',
  condition: {
    equals: '{0} ist {1}',
    one_of: '{0} ist {1}',
    ends_with: '{0} endet mit {1}',
    matches: '{0} sieht aus wie {1}',
    at_most: '{0} ist höchstens {1}',
    every_equals: 'jeder Eintrag von {0} ist {1}',
    every_one_of: 'jeder Eintrag von {0} ist {1}',
    every_ends_with: 'jeder Eintrag von {0} endet mit {1}',
    every_matches: 'jeder Eintrag von {0} sieht aus wie {1}',
  },
  when: 'wenn gilt: {0}',
  until: 'bis {0}',
  untilQuit: 'bis Gatehouse beendet wird',
  uses: 'höchstens noch {0, plural, one {#-mal} other {#-mal}}',
  does: {
    auto: 'Läuft ohne Rückfrage, weil {0}',
    ask: 'Fragt vorher, weil {0}',
    block: 'Läuft nie, weil {0}',
  },
  because: {
    app_tool: 'es für {0} so eingestellt ist',
    app: 'alle Tools von {0} so eingestellt sind',
    tool: 'es so eingestellt ist',
    reads: 'es nur liest',
    integration: 'die Integration es so vorgibt',
    writes: 'es etwas ändert („{0}“)',
    destroys: 'es etwas ändert („{0}“), was sich vielleicht nicht rückgängig machen lässt',
  },
  thisApp: 'diese App',
  forApp: {
    auto: 'für {0} läuft es ohne Rückfrage, {1}',
    ask: 'für {0} fragt es vorher, {1}',
    block: 'für {0} ist es gesperrt, {1}',
  },
  asSet: {
    app_tool: 'wie für diese App eingestellt',
    app: 'wie für alle ihre Tools eingestellt',
    tool: 'wie für das Tool eingestellt',
    default: 'wie vom Tool vorgegeben',
  },
  exception: '{0} darf es als {1} ohne Rückfrage',
  exceptionWhen: '{0}, {1}',
  moreExceptions: 'und {0, plural, one {# weitere Ausnahme} other {# weitere Ausnahmen}}',
}
