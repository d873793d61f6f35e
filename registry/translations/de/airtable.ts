import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

const counted = (records: readonly unknown[]): string =>
  records.length === 1 ? '1 Datensatz' : `${records.length} Datensätze`

const idsOf = (records: readonly { readonly id: string }[]): string => records.map(({ id }) => id).join(', ')

export const airtable: Translation = {
  description: 'Bases, Tabellen, Datensätze und Kommentare.',
  words: {
    'Read records': 'Datensätze lesen',
    'Create, change and delete records': 'Datensätze erstellen, ändern und löschen',
    'Read comments on records': 'Kommentare zu Datensätzen lesen',
    'Comment on records': 'Datensätze kommentieren',
    'See bases, tables, fields and views': 'Bases, Tabellen, Felder und Ansichten sehen',
    'See your e-mail address': 'Die eigene E-Mail-Adresse sehen',
    'Personal access token': 'Persönliches Zugriffstoken',
    Base: 'Base',
  },
  tools: {
    airtable_list_bases: {
      description: 'Die Bases, die das Konto sehen darf.',
      summary: 'Bases auflisten',
    },
    airtable_list_tables: {
      description: 'Die Tabellen einer Base mit den Namen ihrer Felder.',
      summary: 'Tabellen auflisten',
    },
    airtable_get_table: {
      description: 'Die Felder einer Tabelle mit Typen und Auswahlmöglichkeiten, dazu ihre Ansichten.',
      summary: 'Tabelle abrufen',
    },
    airtable_list_records: {
      description: 'Die Datensätze einer Tabelle. Leere Zellen werden weggelassen.',
      summary: 'Datensätze auflisten',
    },
    airtable_get_record: { description: 'Ein einzelner Datensatz.', summary: 'Datensatz abrufen' },
    airtable_list_comments: {
      description: 'Die Kommentare zu einem Datensatz.',
      summary: 'Kommentare auflisten',
    },
    airtable_create_records: {
      description: 'Erstellt bis zu 10 Datensätze.',
      summary: ({ table_id, records }) => `${counted(records)} in der Tabelle ${quote(table_id)} erstellen`,
    },
    airtable_update_records: {
      description: 'Ändert einzelne Felder von bis zu 10 Datensätzen.',
      summary: ({ table_id, records }) =>
        `${counted(records)} der Tabelle ${quote(table_id)} ändern: ${quote(idsOf(records))}`,
    },
    airtable_delete_records: {
      description: 'Löscht bis zu 10 Datensätze endgültig.',
      summary: ({ table_id, record_ids }) =>
        `${counted(record_ids)} der Tabelle ${quote(table_id)} löschen: ${quote(record_ids.join(', '))}`,
    },
    airtable_create_comment: {
      description: 'Kommentiert einen Datensatz.',
      summary: ({ record_id, text }) => `Datensatz ${quote(record_id)} kommentieren: ${quote(text)}`,
    },
  },
}
