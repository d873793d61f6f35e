import type { clients as english } from '../../en/sentences/clients.ts'
import type { SameShape } from '../../speak.ts'

export const clients: SameShape<typeof english> = {
  noClient: 'Dieses Programm steht nicht in der Liste.',
  changedSince:
    'Datei oder Brücke haben sich geändert, seit der Plan zu sehen war. Bitte noch einmal ansehen.',
  notWritten: 'Es ließ sich nicht schreiben. Nichts wurde geändert.',
  notAdded: '{0} wurde nicht von hier aus eingerichtet, also gibt es nichts rückgängig zu machen.',
  cannotRead: 'Die Datei lässt sich nicht lesen.',
  noBridge:
    'Die Brücke läuft nicht, deshalb gibt es keine Adresse zum Eintragen. Bitte die Brücke starten, dann erneut versuchen.',
  noNode:
    '{0} erreicht Gatehouse über ein kleines Programm, das Node.js {1} oder neuer braucht, und keines wurde gefunden, das an seinem Ort bleibt. Bitte von nodejs.org installieren, dann erneut versuchen.',
  shadowed:
    '{0} benutzt noch die ältere {1} und würde sie neben einer neuen Datei nicht mehr lesen. Bitte das Programm zuerst seine Einstellungen umwandeln lassen.',
  warnings: {
    managedNode:
      '{0} gehört zu einer Versionsverwaltung. Wird diese Version von Node.js entfernt, hier „Aktualisieren“ wählen.',
    notFound:
      '{0} wurde auf diesem Computer nicht gefunden. Die Datei entsteht dort, wo das Programm sie suchen würde.',
    link: 'Der Pfad ist eine Verknüpfung. Geändert wird die Datei, zu der sie führt: {0}',
    otherEntry:
      'Es gibt einen Eintrag „{0}“, der nicht von hier stammt. Er wird ersetzt; „Rückgängig“ bringt ihn zurück.',
    open: 'Andere Benutzer dieses Computers können diese Datei lesen, und das Token wird darin stehen.',
  },
  file: {
    changed:
      'Ein anderes Programm hat die Datei gerade geändert, deshalb wurde nichts geschrieben. Bitte erneut versuchen.',
    deadLink:
      '{0} ist eine Verknüpfung, die ins Leere führt. Bitte entfernen oder ihr Ziel anlegen, dann erneut versuchen.',
    noFile: '{0} ist keine Datei. Bitte wegräumen, dann erneut versuchen.',
    tooLarge: '{0} ist zu groß für eine Konfiguration. Bitte die App von Hand eintragen.',
    foreign: '{0} gehört einem anderen Benutzer. Bitte den Besitzer ändern, dann erneut versuchen.',
    noRights:
      '{0} lässt sich nicht lesen und schreiben. Bitte die Zugriffsrechte ändern, dann erneut versuchen.',
    notUtf8:
      'Die Datei ist kein Text in UTF-8, deshalb wurde nichts geändert. Bitte als UTF-8 speichern, dann erneut versuchen.',
    diskFull:
      'Der Datenträger ist voll, deshalb wurde nichts geändert. Bitte Platz schaffen, dann erneut versuchen.',
    notWritten: '{0} lässt sich nicht schreiben. Nichts wurde geändert.',
    notWrittenBecause: '{0} lässt sich nicht schreiben ({1}). Nichts wurde geändert.',
  },
  content: {
    notValid:
      'Die Datei ist nicht gültig: {0} (Zeile {1}, Spalte {2}). Nichts wurde geändert. Bitte dort berichtigen, dann erneut versuchen.',
    unexpected:
      '„{0}“ in der Datei ist nicht das, was dieses Programm dort erwartet. Bitte berichtigen, dann erneut versuchen.',
    notPossible:
      'Die Datei ist so geschrieben, dass Gatehouse sie nicht sicher ändern kann, deshalb wurde nichts geändert. Bitte die App von Hand eintragen: „App hinzufügen“ zeigt, was einzufügen ist.',
    noObject:
      'Die Datei enthält kein JSON-Objekt, deshalb wurde nichts geändert. Bitte berichtigen, dann erneut versuchen.',
    twice:
      '„{0}“ steht zweimal in der Datei (Zeile {1}), deshalb wurde nichts geändert. Bitte eines davon entfernen, dann erneut versuchen.',
    severalDocuments: 'Die Datei enthält mehrere YAML-Dokumente. Bitte die App von Hand eintragen.',
    noTable:
      'Die Datei enthält keine YAML-Tabelle, deshalb wurde nichts geändert. Bitte berichtigen, dann erneut versuchen.',
    unreadable: 'Die Datei lässt sich nicht lesen.',
    circular:
      'Die Datei verweist öfter auf sich selbst, als sich sicher lesen lässt. Bitte die App von Hand eintragen.',
    alias: '„{0}“ in der Datei ist ein Verweis auf etwas anderes. Bitte die App von Hand eintragen.',
    unsafe: 'Die Datei lässt sich nicht sicher ändern. Bitte die App von Hand eintragen.',
  },
  json: {
    InvalidSymbol: 'JSON: ungültiges Zeichen oder Wort',
    InvalidNumberFormat: 'JSON: ungültige Zahl',
    PropertyNameExpected: 'JSON: Name erwartet',
    ValueExpected: 'JSON: Wert erwartet',
    ColonExpected: 'JSON: Doppelpunkt erwartet',
    CommaExpected: 'JSON: Komma erwartet',
    CloseBraceExpected: 'JSON: schließende geschweifte Klammer erwartet',
    CloseBracketExpected: 'JSON: schließende eckige Klammer erwartet',
    EndOfFileExpected: 'JSON: Ende der Datei erwartet',
    InvalidCommentToken: 'JSON: ungültiger Kommentar',
    UnexpectedEndOfComment: 'JSON: Kommentar ohne Ende',
    UnexpectedEndOfString: 'JSON: Text ohne Ende',
    UnexpectedEndOfNumber: 'JSON: Zahl ohne Ende',
    InvalidUnicode: 'JSON: ungültiges Unicode',
    InvalidEscapeCharacter: 'JSON: ungültiges Zeichen nach einem umgekehrten Schrägstrich',
    InvalidCharacter: 'JSON: ungültiges Zeichen',
  },
  restart: {
    claudeDesktop: 'Claude Desktop ganz beenden (das Fenster zu schließen reicht nicht) und wieder starten.',
    claudeCode: 'Eine neue Sitzung von Claude Code beginnen.',
    cursor: 'Cursor neu starten oder „gatehouse“ in den MCP-Einstellungen einschalten.',
    vsCode: 'In VS Code „MCP: List Servers“ ausführen, gatehouse wählen und starten.',
    windsurf: 'Im MCP-Bereich auf „Refresh“ klicken oder das Programm neu starten.',
    zed: 'Zed liest seine Einstellungen sofort. Tut sich nichts, Zed neu starten.',
    lmStudio: 'In LM Studio unter „Integrations“ mcp/gatehouse einschalten.',
    codex: 'Eine neue Sitzung von Codex beginnen.',
    geminiCli: 'Eine neue Sitzung von Gemini CLI beginnen.',
    goose: 'Eine neue Sitzung von Goose beginnen.',
    jan: 'Jan vor dem Eintragen beenden und danach starten.',
    continue: 'Das Fenster des Editors neu laden. Continue benutzt Tools im Agent-Modus.',
  },
}
