import type { Translation } from '../../translation.ts'
import { mailWords, recipientWords } from './email-words.ts'
import { changedFields, quote } from './sentences.ts'

/** As they stand above a mail. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['to', 'An'],
  ['cc', 'Cc'],
  ['bcc', 'Bcc'],
  ['subject', 'Betreff'],
  ['body', 'Text'],
])

interface DraftChange {
  readonly draft_id: string
  readonly [field: string]: unknown
}

function draftSentence({ draft_id, ...fields }: DraftChange): string {
  const named = Object.entries(fields).map(([field, value]) => [FIELDS.get(field) ?? field, value] as const)
  return `Entwurf ${quote(draft_id)} ändern: ${changedFields(Object.fromEntries(named))}`
}

interface Forward {
  readonly message_id: string
  readonly to: string | readonly string[]
  readonly comment: string
}

function forwardSentence({ message_id, to, comment }: Forward): string {
  const words = comment ? `: ${quote(comment)}` : ''
  return `Nachricht ${quote(message_id)} ${recipientWords({ to })} weiterleiten${words}`
}

export const outlook: Translation = {
  description: 'E-Mails von Microsoft 365 und Outlook.com.',
  words: {
    'Stay connected until you disconnect': 'Verbunden bleiben, bis das Konto getrennt wird',
    'See your name and e-mail address': 'Den eigenen Namen und die E-Mail-Adresse sehen',
    'Read, move, flag and draft mail': 'E-Mails lesen, verschieben, kennzeichnen und entwerfen',
    'Send mail as you': 'E-Mails im eigenen Namen senden',
  },
  tools: {
    outlook_get_profile: {
      description: 'Die angemeldete Person und ihre Adresse.',
      summary: 'Eigenes Profil abrufen',
    },
    outlook_search_messages: {
      description: 'Sucht in allen E-Mails, die zuletzt gesendeten zuerst.',
      summary: 'E-Mails suchen',
    },
    outlook_list_messages: {
      description: 'Die Nachrichten eines Ordners, die neuesten zuerst.',
      summary: 'Nachrichten auflisten',
    },
    outlook_get_message: { description: 'Eine Nachricht als reiner Text.', summary: 'Nachricht lesen' },
    outlook_get_conversation: {
      description: 'Eine Unterhaltung ohne die zitierten früheren Nachrichten, die ältesten zuerst.',
      summary: 'Unterhaltung lesen',
    },
    outlook_get_attachment: { description: 'Der Text einer Anlage.', summary: 'Anlage lesen' },
    outlook_list_folders: {
      description: 'Die obersten E-Mail-Ordner oder die Unterordner eines Ordners.',
      summary: 'Ordner auflisten',
    },
    outlook_send_message: {
      description: 'Sendet eine E-Mail als reinen Text.',
      summary: ({ subject, to, cc, bcc }) => `E-Mail ${mailWords({ subject, to, cc, bcc })} senden`,
    },
    outlook_reply_message: {
      description: 'Antwortet auf eine Nachricht, nur der absendenden Person oder allen.',
      summary: ({ message_id, body, to_all }) =>
        `Auf die Nachricht ${quote(message_id)} ${to_all ? 'allen' : 'nur der absendenden Person'} antworten: ${quote(body)}`,
    },
    outlook_send_forward: {
      description: 'Leitet eine Nachricht samt Anlagen weiter.',
      summary: ({ message_id, to, comment }) => forwardSentence({ message_id, to, comment }),
    },
    outlook_create_draft: {
      description: 'Speichert einen Entwurf, ohne ihn zu senden.',
      summary: ({ subject, to, cc, bcc }) => `Entwurf ${mailWords({ subject, to, cc, bcc })} erstellen`,
    },
    outlook_update_draft: {
      description: 'Ändert einzelne Angaben eines Entwurfs.',
      summary: ({ draft_id, ...fields }) => draftSentence({ draft_id, ...fields }),
    },
    outlook_update_message: {
      description:
        'Markiert eine Nachricht als gelesen oder ungelesen, kennzeichnet oder kategorisiert sie. Neue Kategorien ersetzen alle bisherigen.',
      summary: (args) => `Nachricht ${quote(args.message_id)} ändern: ${changedFields(args, 'message_id')}`,
    },
    outlook_move_message: {
      description: 'Verschiebt eine Nachricht in einen Ordner.',
      summary: ({ message_id, folder_id }) =>
        `Nachricht ${quote(message_id)} in den Ordner ${quote(folder_id)} verschieben`,
    },
  },
}
