import type { Translation } from '../../translation.ts'
import { mailWords } from './email-words.ts'
import { googleWords } from './google-words.ts'
import { quote } from './sentences.ts'

interface LabelChange {
  readonly message_ids: readonly string[]
  readonly add_label_ids?: readonly string[] | undefined
  readonly remove_label_ids?: readonly string[] | undefined
}

function labelsSentence({
  message_ids,
  add_label_ids: add = [],
  remove_label_ids: remove = [],
}: LabelChange): string {
  const [only = '', ...others] = message_ids
  const many = others.length === 0 ? `der Nachricht ${quote(only)}` : `von ${message_ids.length} Nachrichten`
  const added = add.length === 0 ? [] : [`${quote(add.join(', '))} hinzufügen`]
  const removed = remove.length === 0 ? [] : [`${quote(remove.join(', '))} entfernen`]
  return `Labels ${many} ändern: ${[...added, ...removed].join(', ') || 'nichts'}`
}

export const gmail: Translation = {
  description: 'E-Mails lesen, suchen, mit Labels versehen und senden.',
  words: {
    ...googleWords,
    'Read, label, draft and send mail, and move it to the trash':
      'E-Mails lesen, mit Labels versehen, entwerfen, senden und in den Papierkorb verschieben',
    'Send mail as you': 'E-Mails im eigenen Namen senden',
    'See your e-mail address': 'Die eigene E-Mail-Adresse sehen',
  },
  tools: {
    gmail_get_profile: {
      description: 'Die Adresse des Kontos und wie viele E-Mails es enthält.',
      summary: 'Eigenes Profil abrufen',
    },
    gmail_search_messages: {
      description: 'Sucht E-Mails mit den Suchoperatoren von Gmail, die neuesten zuerst.',
      summary: 'E-Mails suchen',
    },
    gmail_get_message: {
      description: 'Eine Nachricht als reiner Text.',
      summary: 'Nachricht lesen',
    },
    gmail_get_thread: {
      description: 'Eine Konversation ohne die zitierten früheren Nachrichten, die ältesten zuerst.',
      summary: 'Konversation lesen',
    },
    gmail_get_attachment: { description: 'Der Text eines Anhangs.', summary: 'Anhang lesen' },
    gmail_list_labels: {
      description: 'Die Labels, auch die von Gmail selbst, wie „INBOX“, „UNREAD“ und „STARRED“.',
      summary: 'Labels auflisten',
    },
    gmail_list_drafts: {
      description: 'Die Entwürfe, die neuesten zuerst.',
      summary: 'Entwürfe auflisten',
    },
    gmail_send_message: {
      description: 'Sendet eine E-Mail als reinen Text.',
      summary: ({ subject, to, cc, bcc }) => `E-Mail ${mailWords({ subject, to, cc, bcc })} senden`,
    },
    gmail_create_draft: {
      description: 'Speichert einen Entwurf, ohne ihn zu senden.',
      summary: ({ subject, to, cc, bcc }) => `Entwurf ${mailWords({ subject, to, cc, bcc })} erstellen`,
    },
    gmail_update_draft: {
      description: 'Ersetzt einen Entwurf als Ganzes.',
      summary: ({ subject, to, cc, bcc }) =>
        `Einen Entwurf durch ${mailWords({ subject, to, cc, bcc })} ersetzen`,
    },
    gmail_modify_message_labels: {
      description:
        'Fügt Labels hinzu und entfernt welche. So lassen sich Nachrichten auch archivieren und als gelesen markieren.',
      summary: ({ message_ids, add_label_ids, remove_label_ids }) =>
        labelsSentence({ message_ids, add_label_ids, remove_label_ids }),
    },
    gmail_create_label: {
      description: 'Erstellt ein Label.',
      summary: ({ name }) => `Label ${quote(name)} erstellen`,
    },
    gmail_trash_message: {
      description: 'Verschiebt eine Nachricht in den Papierkorb, den Gmail nach 30 Tagen leert.',
      summary: ({ message_id }) => `Nachricht ${quote(message_id)} in den Papierkorb verschieben`,
    },
  },
}
