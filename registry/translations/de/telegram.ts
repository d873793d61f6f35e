import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

const FILES = { photo: 'Foto', document: 'Dokument' }

const fileWords = (kind: keyof typeof FILES): string => FILES[kind]

export const telegram: Translation = {
  description: 'Nachrichten, Dateien und Umfragen, über einen eigenen Bot.',
  words: { 'Bot token': 'Bot-Token' },
  tools: {
    telegram_get_me: {
      description: 'Der verbundene Bot und ob er in seinen Gruppen alle Nachrichten liest.',
      summary: 'Eigenes Profil abrufen',
    },
    telegram_list_updates: {
      description: 'Die ersten 100 Nachrichten und Ereignisse, die auf den Bot warten, die ältesten zuerst.',
      summary: 'Wartende Updates auflisten',
    },
    telegram_get_chat: {
      description: 'Ein Chat: Name, Beschreibung, Zahl der Mitglieder, angeheftete Nachricht.',
      summary: 'Chat abrufen',
    },
    telegram_get_administrators: {
      description: 'Die Administratoren einer Gruppe oder eines Kanals, andere Bots ausgenommen.',
      summary: 'Administratoren abrufen',
    },
    telegram_read_file: { description: 'Der Text einer gesendeten Textdatei.', summary: 'Datei lesen' },
    telegram_send_message: {
      description: 'Sendet eine Nachricht oder antwortet auf eine.',
      summary: ({ chat_id, text, reply_to_message_id }) =>
        reply_to_message_id === undefined
          ? `Nachricht an ${quote(chat_id)} senden: ${quote(text)}`
          : `Auf die Nachricht ${quote(reply_to_message_id)} in ${quote(chat_id)} antworten: ${quote(text)}`,
    },
    telegram_update_message: {
      description: 'Ersetzt den Text einer Nachricht des Bots.',
      summary: ({ chat_id, message_id, text }) =>
        `Nachricht ${quote(message_id)} in ${quote(chat_id)} ändern: ${quote(text)}`,
    },
    telegram_send_file: {
      description: 'Sendet ein Foto oder Dokument, das Telegram selbst herunterlädt.',
      summary: ({ chat_id, kind, file }) => `${fileWords(kind)} ${quote(file)} an ${quote(chat_id)} senden`,
    },
    telegram_send_poll: {
      description: 'Sendet eine Umfrage.',
      summary: ({ chat_id, question }) => `Umfrage an ${quote(chat_id)} senden: ${quote(question)}`,
    },
    telegram_set_pinned_message: {
      description: 'Heftet eine Nachricht an oder löst sie wieder.',
      summary: ({ chat_id, message_id, pinned }) =>
        `Nachricht ${quote(message_id)} in ${quote(chat_id)} ${pinned ? 'anheften' : 'nicht mehr anheften'}`,
    },
    telegram_mark_updates_read: {
      description: 'Verwirft endgültig, was auf den Bot wartet, bis zu einem bestimmten Update.',
      summary: ({ update_id }) => `Verwerfen, was auf den Bot wartet, bis zum Update ${quote(update_id)}`,
    },
    telegram_delete_message: {
      description:
        'Löscht eine Nachricht für alle, innerhalb von 48 Stunden. Das lässt sich nicht rückgängig machen.',
      summary: ({ chat_id, message_id }) => `Nachricht ${quote(message_id)} in ${quote(chat_id)} löschen`,
    },
  },
}
