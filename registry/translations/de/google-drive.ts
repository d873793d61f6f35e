import type { Translation } from '../../translation.ts'
import { googleWords } from './google-words.ts'
import { changedFields, quote } from './sentences.ts'

/** What a role allows. */
const ROLES = { reader: 'zum Lesen', commenter: 'zum Kommentieren', writer: 'zum Bearbeiten' }

interface Share {
  readonly type: 'user' | 'group' | 'anyone'
  readonly role: keyof typeof ROLES
  readonly email: string | undefined
}

function shareWords({ type, role, email }: Share): string {
  const person = email === undefined ? 'niemanden' : quote(email)
  return `für ${type === 'anyone' ? 'alle, die den Link haben,' : person} ${ROLES[role]} freigeben`
}

const inFolder = (folderId: string | undefined): string =>
  folderId === undefined ? '' : ` im Ordner ${quote(folderId)}`

export const googleDrive: Translation = {
  description: 'Dateien, Ordner, Freigaben und Kommentare.',
  words: {
    ...googleWords,
    'Read, create, change, share and trash all your files':
      'Alle eigenen Dateien lesen, erstellen, ändern, freigeben und in den Papierkorb verschieben',
    Folder: 'Ordner',
  },
  tools: {
    google_drive_search_files: {
      description: 'Alle Dateien und Ordner oder die gesuchten, die zuletzt geänderten zuerst.',
      summary: 'Dateien suchen',
    },
    google_drive_get_file: {
      description: 'Art, Ort und Eigentümer einer Datei oder eines Ordners.',
      summary: 'Datei abrufen',
    },
    google_drive_read_file: {
      description:
        'Der Text einer Datei: Dokumente als Markdown, das erste Blatt einer Tabelle als CSV, Präsentationen als reiner Text.',
      summary: 'Datei lesen',
    },
    google_drive_list_shared_drives: {
      description: 'Die geteilten Ablagen.',
      summary: 'Geteilte Ablagen auflisten',
    },
    google_drive_list_permissions: {
      description: 'Wer mit einer Datei was tun darf.',
      summary: 'Berechtigungen auflisten',
    },
    google_drive_list_comments: {
      description: 'Die Kommentare zu einer Datei mit den Antworten darauf.',
      summary: 'Kommentare auflisten',
    },
    google_drive_create_folder: {
      description: 'Erstellt einen Ordner, auch wenn es schon einen mit diesem Namen gibt.',
      summary: ({ name, folder_id }) => `Ordner ${quote(name)}${inFolder(folder_id)} erstellen`,
    },
    google_drive_create_file: {
      description: 'Erstellt eine Datei aus einem Text, auch wenn es schon eine mit diesem Namen gibt.',
      summary: ({ name, folder_id }) => `Datei ${quote(name)}${inFolder(folder_id)} erstellen`,
    },
    google_drive_update_file: {
      description: 'Ändert Name, Beschreibung oder Markierung (Stern) einer Datei oder eines Ordners.',
      summary: (args) => `Datei ${quote(args.file_id)} ändern: ${changedFields(args, 'file_id')}`,
    },
    google_drive_move_file: {
      description: 'Verschiebt eine Datei oder einen Ordner in einen anderen Ordner.',
      summary: ({ file_id, folder_id }) =>
        `Datei ${quote(file_id)} in den Ordner ${quote(folder_id)} verschieben`,
    },
    google_drive_copy_file: {
      description: 'Kopiert eine Datei. Ordner lassen sich nicht kopieren.',
      summary: ({ file_id, folder_id }) =>
        folder_id === undefined
          ? `Datei ${quote(file_id)} kopieren`
          : `Datei ${quote(file_id)} in den Ordner ${quote(folder_id)} kopieren`,
    },
    google_drive_share_file: {
      description:
        'Gibt eine Datei für eine Person, eine Gruppe oder alle mit dem Link frei. Personen und Gruppen bekommen eine E-Mail.',
      summary: ({ file_id, type, role, email }) =>
        `Datei ${quote(file_id)} ${shareWords({ type, role, email })}`,
    },
    google_drive_create_comment: {
      description: 'Kommentiert eine Datei.',
      summary: ({ file_id, text }) => `Datei ${quote(file_id)} kommentieren: ${quote(text)}`,
    },
    google_drive_remove_permission: {
      description: 'Nimmt jemandem den Zugriff auf eine Datei.',
      summary: ({ file_id, permission_id }) =>
        `Berechtigung ${quote(permission_id)} für die Datei ${quote(file_id)} entziehen`,
    },
    google_drive_trash_file: {
      description: 'Verschiebt eine Datei oder einen Ordner samt Inhalt in den Papierkorb.',
      summary: ({ file_id }) => `Datei ${quote(file_id)} in den Papierkorb verschieben`,
    },
  },
}
