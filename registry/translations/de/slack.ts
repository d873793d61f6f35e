import type { Translation } from '../../translation.ts'
import { quote } from './sentences.ts'

const people = (ids: readonly string[]): string => ids.map((id) => quote(id)).join(', ')

const scopeWords = {
  'List public channels': 'Öffentliche Kanäle auflisten',
  'List private channels you are in': 'Private Kanäle auflisten, zu denen das Konto gehört',
  'List your direct messages': 'Die eigenen Direktnachrichten auflisten',
  'List your group messages': 'Die eigenen Gruppennachrichten auflisten',
  'Read messages in public channels': 'Nachrichten in öffentlichen Kanälen lesen',
  'Read messages in private channels': 'Nachrichten in privaten Kanälen lesen',
  'Read direct messages': 'Direktnachrichten lesen',
  'Read group messages': 'Gruppennachrichten lesen',
  'See people’s names and profiles': 'Namen und Profile anderer sehen',
  'Find people by their e-mail address': 'Personen nach ihrer E-Mail-Adresse finden',
  'Search messages': 'Nachrichten suchen',
  'Post, change and delete messages as you': 'Im eigenen Namen Nachrichten posten, ändern und löschen',
  'React to messages as you': 'Im eigenen Namen auf Nachrichten reagieren',
  'Open direct messages': 'Direktnachrichten öffnen',
  'Open group messages': 'Gruppennachrichten öffnen',
}

export const slack: Translation = {
  description: 'Kanäle, Nachrichten und Personen eines Workspace.',
  words: {
    ...scopeWords,
    'User or bot token': 'Benutzer- oder Bot-Token',
    Channel: 'Kanal',
  },
  tools: {
    slack_get_viewer: {
      description: 'Die angemeldete Person oder der Bot und der Workspace.',
      summary: 'Eigenes Profil abrufen',
    },
    slack_list_channels: {
      description: 'Die Slack-Kanäle oder auch Gruppen- und Direktnachrichten.',
      summary: 'Kanäle auflisten',
    },
    slack_get_channel: {
      description: 'Ein Kanal oder eine Unterhaltung: Name, Thema, Zweck, Zahl der Mitglieder.',
      summary: 'Kanal abrufen',
    },
    slack_list_messages: {
      description: 'Die Nachrichten eines Kanals oder einer Unterhaltung, die neuesten zuerst.',
      summary: 'Nachrichten auflisten',
    },
    slack_list_replies: {
      description: 'Ein Thread mit der Nachricht am Anfang, die ältesten zuerst.',
      summary: 'Antworten auflisten',
    },
    slack_search_messages: {
      description: 'Sucht Nachrichten im ganzen Workspace. Das geht nur mit einem Benutzer-Token.',
      summary: 'Nachrichten suchen',
    },
    slack_list_users: {
      description: 'Die Personen und Bots des Workspace.',
      summary: 'Personen auflisten',
    },
    slack_get_user: {
      description: 'Eine Person: Name, Titel, Status, Zeitzone.',
      summary: 'Person abrufen',
    },
    slack_find_user: {
      description: 'Die Person mit einer bestimmten E-Mail-Adresse.',
      summary: 'Person finden',
    },
    slack_send_message: {
      description: 'Postet eine Nachricht oder antwortet in einem Thread.',
      summary: ({ channel_id, text, thread_ts }) =>
        thread_ts === undefined
          ? `Nachricht in ${quote(channel_id)} posten: ${quote(text)}`
          : `In einem Thread von ${quote(channel_id)} antworten: ${quote(text)}`,
    },
    slack_update_message: {
      description: 'Ersetzt den Text einer eigenen Nachricht.',
      summary: ({ channel_id, ts, text }) =>
        `Nachricht ${quote(ts)} in ${quote(channel_id)} ändern: ${quote(text)}`,
    },
    slack_create_conversation: {
      description: 'Öffnet die Direktnachricht mit einer Person oder eine Gruppennachricht mit mehreren.',
      summary: ({ user_ids }) => `Direktnachricht mit ${people(user_ids)} öffnen`,
    },
    slack_add_reaction: {
      description: 'Reagiert mit einem Emoji auf eine Nachricht.',
      summary: ({ channel_id, ts, emoji }) =>
        `Auf die Nachricht ${quote(ts)} in ${quote(channel_id)} mit ${quote(emoji)} reagieren`,
    },
    slack_delete_message: {
      description: 'Löscht eine eigene Nachricht für alle. Das lässt sich nicht rückgängig machen.',
      summary: ({ channel_id, ts }) => `Nachricht ${quote(ts)} in ${quote(channel_id)} löschen`,
    },
  },
}
