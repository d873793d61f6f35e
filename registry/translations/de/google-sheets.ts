import type { Translation } from '../../translation.ts'
import { googleWords } from './google-words.ts'
import { changedFields, quote } from './sentences.ts'

const rowCount = ({ length }: { readonly length: number }): string =>
  length === 1 ? '1 Zeile' : `${length} Zeilen`

export const googleSheets: Translation = {
  description: 'Tabellen, ihre Tabellenblätter und Zellen.',
  words: {
    ...googleWords,
    'Read, create and change spreadsheets': 'Tabellen lesen, erstellen und ändern',
    'Find spreadsheets by name, and see your e-mail address':
      'Tabellen nach Namen finden und die eigene E-Mail-Adresse sehen',
    Spreadsheet: 'Tabelle',
  },
  tools: {
    google_sheets_list_spreadsheets: {
      description: 'Die Tabellen, die zuletzt geänderten zuerst.',
      summary: 'Tabellen auflisten',
    },
    google_sheets_get_spreadsheet: {
      description: 'Titel und Tabellenblätter einer Tabelle mit ihrer Größe.',
      summary: 'Tabelle abrufen',
    },
    google_sheets_read_range: {
      description: 'Die Zellen eines Bereichs, Zeile für Zeile.',
      summary: 'Bereich lesen',
    },
    google_sheets_read_ranges: {
      description: 'Die ersten Zeilen mehrerer Bereiche auf einmal.',
      summary: 'Bereiche lesen',
    },
    google_sheets_create_spreadsheet: {
      description: 'Erstellt eine Tabelle.',
      summary: ({ title }) => `Tabelle ${quote(title)} erstellen`,
    },
    google_sheets_update_range: {
      description: 'Überschreibt Zellen eines Bereichs, von links oben an.',
      summary: ({ spreadsheet_id, range, rows }) =>
        `Bereich ${quote(range)} in der Tabelle ${quote(spreadsheet_id)} mit ${rowCount(rows)} überschreiben`,
    },
    google_sheets_append_rows: {
      description: 'Fügt Zeilen unter den Daten eines Bereichs an.',
      summary: ({ spreadsheet_id, range, rows }) =>
        `${rowCount(rows)} unter dem Bereich ${quote(range)} in der Tabelle ${quote(spreadsheet_id)} anfügen`,
    },
    google_sheets_add_sheet: {
      description: 'Fügt ein leeres Tabellenblatt hinzu.',
      summary: ({ spreadsheet_id, title }) =>
        `Tabellenblatt ${quote(title)} zur Tabelle ${quote(spreadsheet_id)} hinzufügen`,
    },
    google_sheets_copy_sheet: {
      description: 'Kopiert ein Tabellenblatt innerhalb seiner Tabelle.',
      summary: ({ spreadsheet_id, sheet_id }) =>
        `Tabellenblatt ${quote(sheet_id)} der Tabelle ${quote(spreadsheet_id)} kopieren`,
    },
    google_sheets_update_sheet: {
      description: 'Benennt ein Tabellenblatt um, blendet es aus oder ein.',
      summary: (args) =>
        `Tabellenblatt ${quote(args.sheet_id)} ändern: ${changedFields(args, 'spreadsheet_id', 'sheet_id')}`,
    },
    google_sheets_clear_range: {
      description: 'Leert die Zellen eines Bereichs. Formate bleiben.',
      summary: ({ spreadsheet_id, range }) =>
        `Bereich ${quote(range)} in der Tabelle ${quote(spreadsheet_id)} leeren`,
    },
    google_sheets_delete_rows: {
      description: 'Löscht ganze Zeilen. Die darunter rücken nach oben.',
      summary: ({ spreadsheet_id, sheet_id, first_row, last_row }) =>
        `Zeilen ${first_row} bis ${last_row} des Tabellenblatts ${quote(sheet_id)} in ${quote(spreadsheet_id)} löschen`,
    },
    google_sheets_delete_sheet: {
      description: 'Löscht ein Tabellenblatt mit allem, was darin steht.',
      summary: ({ spreadsheet_id, sheet_id }) =>
        `Tabellenblatt ${quote(sheet_id)} der Tabelle ${quote(spreadsheet_id)} löschen`,
    },
  },
}
