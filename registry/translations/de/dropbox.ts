import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

/** Whom a link serves. */
const AUDIENCE = {
  public: 'für alle, die ihn haben',
  team: 'für das Team',
  no_one: 'nur für die, die schon Zugriff haben',
}

const audienceWords = (audience: keyof typeof AUDIENCE): string => AUDIENCE[audience]

export const dropbox: Translation = {
  description: 'Dateien, Ordner und geteilte Links.',
  words: {
    'See your name and e-mail address': 'Den eigenen Namen und die E-Mail-Adresse sehen',
    'List and search files and folders': 'Dateien und Ordner auflisten und durchsuchen',
    'Read files, and link to downloads': 'Dateien lesen und Links zum Herunterladen erstellen',
    'Save, move, copy and delete files': 'Dateien speichern, verschieben, kopieren und löschen',
    'See shared links': 'Geteilte Links sehen',
    'Create shared links': 'Geteilte Links erstellen',
    'Generated access token': 'Erzeugtes Zugriffstoken',
  },
  tools: {
    dropbox_list_folder: {
      description: 'Die Dateien und Ordner in einem Ordner.',
      summary: 'Ordner auflisten',
    },
    dropbox_search_files: {
      description: 'Sucht Dateien und Ordner nach Name oder Inhalt, die besten Treffer zuerst.',
      summary: 'Dateien suchen',
    },
    dropbox_get_metadata: {
      description: 'Eine Datei oder ein Ordner: Pfad, Kennung, Größe, Zeitpunkte und Version.',
      summary: 'Angaben zu einer Datei abrufen',
    },
    dropbox_read_file: { description: 'Eine Textdatei bis 10 MiB.', summary: 'Datei lesen' },
    dropbox_get_temporary_link: {
      description: 'Ein Link, mit dem sich die Datei vier Stunden lang ohne Anmeldung herunterladen lässt.',
      summary: 'Befristeten Link abrufen',
    },
    dropbox_get_shared_links: {
      description: 'Die geteilten Links einer Datei oder eines Ordners.',
      summary: 'Geteilte Links abrufen',
    },
    dropbox_create_folder: {
      description: 'Erstellt einen Ordner.',
      summary: ({ path }) => `Ordner ${quote(path)} erstellen`,
    },
    dropbox_upload_text: {
      description:
        'Speichert eine Textdatei. Eine vorhandene wird nur ersetzt, wenn sie seit dem Lesen unverändert ist.',
      summary: ({ path, replace_rev }) =>
        replace_rev === undefined ? `Neue Datei ${quote(path)} speichern` : `Datei ${quote(path)} ersetzen`,
    },
    dropbox_move_file: {
      description: 'Verschiebt eine Datei oder einen Ordner samt Inhalt, auch unter neuem Namen.',
      summary: ({ from_path, to_path }) => `${quote(from_path)} nach ${quote(to_path)} verschieben`,
    },
    dropbox_copy_file: {
      description: 'Kopiert eine Datei oder einen Ordner samt Inhalt.',
      summary: ({ from_path, to_path }) => `${quote(from_path)} nach ${quote(to_path)} kopieren`,
    },
    dropbox_create_shared_link: {
      description: 'Erstellt einen dauerhaften Link zu einer Datei oder einem Ordner.',
      summary: ({ path, audience }) => `${quote(path)} mit einem Link teilen, ${audienceWords(audience)}`,
    },
    dropbox_delete_file: {
      description: 'Löscht eine Datei oder einen Ordner samt Inhalt.',
      summary: ({ path }) => `${quote(path)} mit allem, was darin ist, löschen`,
    },
  },
}
